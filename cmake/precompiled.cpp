// Only here so that the headers of GoliveLayer.cmake are compiled once, for all layers.

// Only here so that the headers of CMakeLists.txt beside this are compiled once, for all tests.

# What every layer has in common: C++20, warnings, and floating point that gives the same bits on every
# compiler (no contraction into fused multiply-adds, no -ffast-math).
add_library(golive_flags INTERFACE)
target_compile_features(golive_flags INTERFACE cxx_std_20)
target_compile_options(golive_flags INTERFACE
  -ffp-contract=off
  $<BUILD_INTERFACE:-Wall;-Wextra;-Wpedantic;-Wshadow;-Wconversion;-Wno-sign-conversion;-Wno-missing-field-initializers>
  # False alarms of g++ 12 on std::string (GCC bugs 105651, 105329).
  $<BUILD_INTERFACE:$<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-array-bounds;-Wno-stringop-overflow>>
  $<$<BOOL:${GOLIVE_WARNINGS_AS_ERRORS}>:$<BUILD_INTERFACE:-Werror>>)
# For the compiler cache: what a precompiled header holds counts, too.
target_compile_options(golive_flags INTERFACE $<BUILD_INTERFACE:$<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>>)
install(TARGETS golive_flags EXPORT golive)

# What half of all sources would parse again. Layers are linked statically, so nobody replaces their functions: let the
# compiler inline them although the code is position independent.
set(GOLIVE_LAYER_OPTIONS -fno-semantic-interposition)
add_library(golive_precompiled OBJECT ${CMAKE_CURRENT_LIST_DIR}/precompiled.cpp)
set_target_properties(golive_precompiled PROPERTIES POSITION_INDEPENDENT_CODE ON)
target_link_libraries(golive_precompiled PRIVATE golive_flags)
target_compile_options(golive_precompiled PRIVATE ${GOLIVE_LAYER_OPTIONS})
target_precompile_headers(golive_precompiled PRIVATE
  <algorithm> <array> <chrono> <cmath> <functional> <memory> <optional> <span> <string> <tuple> <variant> <vector>)

# golive_layer(kernel DEPENDS base LIBRARIES fmt::fmt): the static library golive_kernel, alias golive::kernel, from
# every source in the calling folder and in the folders right below it. DEPENDS names the layers below, LIBRARIES the
# public packages, PRIVATE the others.
function(golive_layer name)
  cmake_parse_arguments(arg "" "" "DEPENDS;LIBRARIES;PRIVATE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cpp */*.cpp)
  add_library(golive_${name} STATIC ${sources})
  add_library(golive::${name} ALIAS golive_${name})
  set_target_properties(golive_${name} PROPERTIES EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON)
  target_include_directories(golive_${name}
    PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
    PRIVATE ${PROJECT_SOURCE_DIR}/sim)
  target_link_libraries(golive_${name} PUBLIC golive_flags ${arg_LIBRARIES} PRIVATE ${arg_PRIVATE})
  target_compile_options(golive_${name} PRIVATE ${GOLIVE_LAYER_OPTIONS})
  target_precompile_headers(golive_${name} REUSE_FROM golive_precompiled)
  foreach(layer IN LISTS arg_DEPENDS)
    target_link_libraries(golive_${name} PUBLIC golive_${layer})
  endforeach()
  install(TARGETS golive_${name} EXPORT golive)
  set_property(GLOBAL APPEND PROPERTY GOLIVE_LAYERS golive_${name})
endfunction()

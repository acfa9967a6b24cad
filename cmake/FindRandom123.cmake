# Debian ships Random123 (header-only) without a CMake package: the imported target Random123::random123.
find_path(Random123_INCLUDE_DIR Random123/philox.h)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Random123 REQUIRED_VARS Random123_INCLUDE_DIR)
if(Random123_FOUND AND NOT TARGET Random123::random123)
  add_library(Random123::random123 INTERFACE IMPORTED)
  target_include_directories(Random123::random123 SYSTEM INTERFACE ${Random123_INCLUDE_DIR})
  # Philox needs no vector registers, and the compiler's headers for them cost every source 0.3 seconds.
  target_compile_definitions(Random123::random123 INTERFACE R123_USE_SSE=0)
endif()

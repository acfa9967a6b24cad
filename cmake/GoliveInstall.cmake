# `cmake --install` gives the program, the headers, the example scenarios and a package that
# find_package(golive) reads: the target golive::golive links every layer of the library.
include(CMakePackageConfigHelpers)
install(DIRECTORY include/golive DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/golive FILES_MATCHING PATTERN "*.toml" PATTERN "*.csv")
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/golive)
install(EXPORT golive NAMESPACE golive:: DESTINATION ${package_dir} FILE goliveTargets.cmake)
configure_package_config_file(cmake/goliveConfig.cmake.in goliveConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(goliveConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/goliveConfig.cmake ${PROJECT_BINARY_DIR}/goliveConfigVersion.cmake
              cmake/FindXXHash.cmake cmake/FindRandom123.cmake DESTINATION ${package_dir})

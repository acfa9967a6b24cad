# golive_page(sources): bundles sim/report/page into one HTML file and into the C++ source that carries it in the program
# (report/page.hpp). GOLIVE_PAGE_HTML is that file, which the tests of the page open.
set(GOLIVE_PAGE_DIR ${PROJECT_SOURCE_DIR}/sim/report/page)
set(GOLIVE_PAGE_HTML ${PROJECT_BINARY_DIR}/report/page.html)

function(golive_page sources)
  find_program(GOLIVE_NODE NAMES node nodejs DOC "Node.js, which bundles the page of reports")
  if(NOT GOLIVE_NODE)
    message(FATAL_ERROR "Node.js is not installed (it bundles the page of reports). Run: scripts/install-packages build")
  endif()
  if(NOT EXISTS ${GOLIVE_PAGE_DIR}/node_modules/esbuild OR NOT EXISTS ${GOLIVE_PAGE_DIR}/node_modules/@observablehq/plot)
    message(FATAL_ERROR "The packages of the report page are not installed. Run: npm ci --prefix sim/report/page")
  endif()
  get_filename_component(folder ${GOLIVE_PAGE_HTML} DIRECTORY)
  file(MAKE_DIRECTORY ${folder})
  add_custom_command(
    OUTPUT ${folder}/page.cpp
    BYPRODUCTS ${GOLIVE_PAGE_HTML}
    COMMAND ${GOLIVE_NODE} build.mjs ${GOLIVE_PAGE_HTML} ${folder}/page.cpp ${folder}/page.d
    WORKING_DIRECTORY ${GOLIVE_PAGE_DIR}
    DEPENDS ${GOLIVE_PAGE_DIR}/build.mjs ${GOLIVE_PAGE_DIR}/notices.mjs ${GOLIVE_PAGE_DIR}/package-lock.json
    DEPFILE ${folder}/page.d
    COMMENT "Bundling the page of reports"
    VERBATIM)
  set_source_files_properties(${folder}/page.cpp PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
  set(${sources} ${folder}/page.cpp PARENT_SCOPE)
endfunction()

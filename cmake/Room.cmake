# A room is one library. What it USES must already stand: the order of the floor plan makes a cycle impossible.
# The door is a link into the build folder, so a header of a room that was not named in USES cannot even be found
# by the compiler (docs/decisions/0002-doors.md).
#
#   room(calls USES journal organisation LIBS fmt::fmt)
#
# Every room also gets: its views.sql as `std::string_view views_sql()`, a probe that compiles each header alone and
# twice (but those of tests), and one test program from its *_test.cpp. The probes begin with the precompiled headers every
# source of the house begins with: what they find is a header of ours that leans on another of ours without naming it.
#
# A room's sources are compiled a handful at a time (a unity build): what they share is read and instantiated once, which more
# than halves the time of a clean build. So a name in an anonymous namespace is said once in a room; a helper two sources want
# stands in a header of the room. `cmake -DCMAKE_UNITY_BUILD=OFF` compiles each alone while one is being written.
#
# Tests are compiled without optimisation, against headers of their own that include GoogleTest: that is half the time,
# and what they try is compiled as it ships.
set(kTestOptions -O0)
file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/test_precompiled.cpp" CONTENT "")
add_library(test_precompiled STATIC EXCLUDE_FROM_ALL "${PROJECT_BINARY_DIR}/test_precompiled.cpp")
target_link_libraries(test_precompiled PRIVATE Boost::json fmt::fmt GTest::gtest)
target_compile_options(test_precompiled PRIVATE ${kTestOptions})
target_precompile_headers(test_precompiled PRIVATE "${PROJECT_SOURCE_DIR}/src/core/base/precompiled.hpp" <gtest/gtest.h>)

function(room name)
  cmake_parse_arguments(R "" "" "USES;LIBS;TEST_USES;TEST_LIBS" ${ARGN})
  foreach(used ${R_USES})
    if(NOT TARGET ${used})
      message(FATAL_ERROR "${name} uses ${used}, which does not stand below it. See the floor plan in src/haves/CMakeLists.txt.")
    endif()
  endforeach()
  file(GLOB sources CONFIGURE_DEPENDS *.cpp)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/views.sql")
    embed_text("${PROJECT_BINARY_DIR}/embedded/${name}_views.cpp" ${name} views_sql "${CMAKE_CURRENT_SOURCE_DIR}/views.sql")
    list(APPEND sources "${PROJECT_BINARY_DIR}/embedded/${name}_views.cpp")
  endif()
  file(GLOB headers CONFIGURE_DEPENDS *.hpp)
  set(probe "")
  foreach(header ${headers})
    get_filename_component(h ${header} NAME)
    if(h MATCHES "^test_|_for_tests\\.hpp$")
      continue()  # stands on what only the room's tests use
    endif()
    file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/alone/${name}_${h}.cpp" CONTENT "#include \"${name}/${h}\"\n#include \"${name}/${h}\"\n")
    list(APPEND probe "${PROJECT_BINARY_DIR}/alone/${name}_${h}.cpp")
  endforeach()
  file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/doors/${name}")
  file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/doors/${name}/${name}" SYMBOLIC)
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC "${PROJECT_BINARY_DIR}/doors/${name}")
  if(name STREQUAL base)
    target_precompile_headers(base PRIVATE "${PROJECT_SOURCE_DIR}/src/core/base/precompiled.hpp")
  else()
    target_link_libraries(${name} PUBLIC base)
    target_precompile_headers(${name} REUSE_FROM base)
  endif()
  target_link_libraries(${name} PRIVATE ${R_USES} ${R_LIBS})
  add_library(${name}_headers OBJECT EXCLUDE_FROM_ALL ${probe})
  target_link_libraries(${name}_headers PRIVATE ${name} ${R_USES} ${R_LIBS})
  target_precompile_headers(${name}_headers REUSE_FROM base)
  set_target_properties(${name}_headers PROPERTIES UNITY_BUILD OFF)
  set_property(GLOBAL APPEND PROPERTY ANLAN_HEADER_PROBES ${name}_headers)
  if(tests)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE ${name} ${R_USES} ${R_LIBS} ${R_TEST_USES} ${R_TEST_LIBS} GTest::gtest_main)
    target_compile_options(${name}_test PRIVATE ${kTestOptions})
    target_precompile_headers(${name}_test REUSE_FROM test_precompiled)
    add_test(NAME ${name} COMMAND ${name}_test)
  endif()
endfunction()

# Turns a text file into a C++ source that defines `std::string_view symbol()` in namespace anlan::<room>.
# The text is cut into pieces because the standard allows a compiler to refuse string literals past 65,536 characters.
function(embed_text source room symbol file)
  file(READ "${file}" text)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  string(LENGTH "${text}" length)
  set(pieces "")
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${text}" ${at} 8000 piece)
    string(APPEND pieces "    R\"~~~(${piece})~~~\"\n")
    math(EXPR at "${at} + 8000")
  endwhile()
  if(pieces STREQUAL "")
    set(pieces "    \"\"\n")
  endif()
  file(CONFIGURE OUTPUT "${source}" @ONLY CONTENT
"#include <string_view>\n\nnamespace anlan::${room} {\n\nstd::string_view ${symbol}();\n\nstd::string_view ${symbol}() {\n    return\n${pieces}        ;\n}\n\n}  // namespace anlan::${room}\n")
endfunction()

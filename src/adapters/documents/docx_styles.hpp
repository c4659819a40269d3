#pragma once

#include <string>

namespace anlan::print {

std::string docx_styles();              ///< word/styles.xml
std::string docx_fonts();               ///< word/fontTable.xml: what to take where a face is missing
std::string docx_settings();            ///< word/settings.xml: odd and even pages differ
std::string docx_footer(bool on_even);  ///< — 1 —, outside: odd pages right, even pages left, one character in

}  // namespace anlan::print

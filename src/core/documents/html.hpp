#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

/// Pages of an archive: one file, no script, nothing to load, so that any browser opens them in ten years.
namespace anlan::documents {

/// Text made safe for HTML.
std::string escaped(std::string_view text);

/// Everything up to and with <body>; the title is text.
std::string html_begin(std::string_view title);
std::string html_end();

/// Cells are HTML already. `late` is printed in red.
std::string html_row(std::initializer_list<std::string> cells, bool late = false);
std::string html_heads(std::initializer_list<std::string> titles);

}  // namespace anlan::documents

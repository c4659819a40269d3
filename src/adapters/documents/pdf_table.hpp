#pragma once

#include "print/pages.hpp"

namespace anlan::print {

/// A ruled table over the width of the core; its titles are repeated on every page.
void draw_table(Pages& pages, const documents::Table& table);

}  // namespace anlan::print

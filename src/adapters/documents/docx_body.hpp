#pragma once

#include <string>

#include "documents/official.hpp"

namespace anlan::print {

/// word/document.xml
std::string docx_body(const documents::Official& document);

}  // namespace anlan::print

#pragma once

#include <string>
#include <vector>

#include "cap/element.hpp"

namespace anlan::cap {

/// The XML that feeds carry as words: escaped, in a CDATA section, or in base64. Looked for in the words of elements
/// without children and outside of alerts, since an alert's own pictures are base64 too. Only what may be an alert or a
/// feed of them is given back, in document order; whether it is one shows when it is parsed.
std::vector<std::string> hidden_documents(const Element& root);

/// Whether these bytes name a form of alert this station reads. What does and cannot be parsed is an alert that
/// somebody broke; anything else that cannot be parsed is a web page.
bool names_an_alert(std::string_view bytes);

}  // namespace anlan::cap

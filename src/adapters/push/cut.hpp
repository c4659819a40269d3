#pragma once

#include <string>

namespace anlan::push {

/// At most so many bytes, with "…" at the end when something was left out; never through a letter of several bytes.
std::string cut(std::string text, std::size_t most_bytes);

}  // namespace anlan::push

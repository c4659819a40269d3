#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace anlan::cap {

/// Text that may stand in an XML document: what is not UTF-8, control characters and non-characters are left out, white
/// space around it is removed.
std::string clean(std::string_view text);

/// Writes indented XML. Every text is cleaned and escaped.
class Markup {
  public:
    Markup();
    void open(std::string_view name, std::string_view attributes = {});
    void close(std::string_view name);
    void leaf(std::string_view name, std::string_view text);
    void leaf_unless_empty(std::string_view name, std::string_view text);
    /// <name><valueName/><value/></name>
    void pair(std::string_view name, std::string_view key, std::string_view value);
    std::string take() { return std::move(out_); }

  private:
    void indent();

    std::string out_;
    int depth_ = 0;
};

}  // namespace anlan::cap

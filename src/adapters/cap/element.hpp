#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct _xmlNode;

namespace anlan::cap {

inline constexpr std::string_view kBlanks = " \t\r\n";

/// One element of a Document, which must outlive it. Children are looked for in the element's own namespace, in
/// whatever order they stand: authorities do send them in the wrong one.
class Element {
  public:
    explicit Element(_xmlNode* node) : node_(node) {}

    std::string_view name() const;
    std::string_view name_space() const;
    int line() const;

    std::optional<Element> child(std::string_view name) const;  ///< the first
    std::vector<Element> children(std::string_view name) const;
    std::string text() const;                          ///< all words inside, white space around them removed
    std::string text_of(std::string_view name) const;  ///< of the first such child; empty if there is none

    /// Itself or the outermost elements below of this local name, in document order, whatever their namespace.
    std::vector<Element> outermost(std::string_view name) const;

    /// Itself and the elements below that hold no element, except inside elements of this local name, in document
    /// order.
    std::vector<Element> leaves_outside(std::string_view name) const;

    _xmlNode* node() const { return node_; }

  private:
    _xmlNode* node_;
};

}  // namespace anlan::cap

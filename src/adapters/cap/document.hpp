#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cap/element.hpp"
#include "cap/finding.hpp"
#include "cap/limits.hpp"

struct _xmlDoc;

namespace anlan::cap {

/// A parsed file. Nothing outside its bytes was read: no network, no document type, no entity but the five of XML.
class Document {
  public:
    /// On refusal: dtd_forbidden, not_well_formed, too_large, too_deep, too_many_elements, tag_too_long.
    static std::optional<Document> parse(std::string_view bytes, const Limits& limits, Finding& refusal);

    Element root() const;
    /// The XML of one element in UTF-8. The root of a UTF-8 file comes back byte for byte as it was received.
    std::string original(const Element& element) const;

  private:
    struct Free {
        void operator()(_xmlDoc* document) const;
    };
    Document(_xmlDoc* document, std::string_view bytes);

    std::unique_ptr<_xmlDoc, Free> document_;
    std::string_view bytes_;  // the caller's; outlives the document
};

}  // namespace anlan::cap

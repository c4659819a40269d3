#pragma once

#include <string>

#include "documents/official.hpp"
#include "documents/workbook.hpp"

namespace anlan::documents {

/// Makes files of documents. Implemented outside; thread-safe, keeps nothing between calls. The same document gives
/// the same bytes.
class Writer {
  public:
    virtual ~Writer() = default;
    virtual Result<std::string> docx(const Official& document) const = 0;
    virtual Result<std::string> pdf(const Official& document) const = 0;  ///< refuses `fonts_missing`
    virtual Result<std::string> xlsx(const Workbook& workbook) const = 0;
};

}  // namespace anlan::documents

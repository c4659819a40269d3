#pragma once

#include "documents/ports.hpp"

namespace anlan::print {

/// Thread-safe: keeps nothing between calls.
class PrintWriter final : public documents::Writer {
  public:
    Result<std::string> docx(const documents::Official& document) const override;
    Result<std::string> pdf(const documents::Official& document) const override;
    Result<std::string> xlsx(const documents::Workbook& workbook) const override;
};

}  // namespace anlan::print

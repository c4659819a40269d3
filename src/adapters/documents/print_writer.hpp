#pragma once

#include "documents/labels.hpp"
#include "documents/ports.hpp"

namespace anlan::print {

/// Thread-safe: keeps nothing between calls.
class PrintWriter final : public documents::Writer, public documents::LabelWriter {
  public:
    Result<std::string> docx(const documents::Official& document) const override;
    Result<std::string> pdf(const documents::Official& document) const override;
    Result<std::string> xlsx(const documents::Workbook& workbook) const override;
    Result<std::string> labels(const documents::LabelSheet& sheet) const override;
};

/// No Chinese fonts on this machine.
Refusal fonts_missing();

}  // namespace anlan::print

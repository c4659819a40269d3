#pragma once

#include "registers/ports.hpp"

namespace anlan::sheets {

/// Thread-safe: keeps nothing between calls.
class WorkbookReader final : public registers::SheetReader {
  public:
    Result<registers::Table> read(std::string_view bytes) const override;
};

}  // namespace anlan::sheets

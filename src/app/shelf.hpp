#pragma once

#include "registers/description.hpp"

namespace anlan::app {

/// Every list that rooms keep as registers.
const registers::Shelf& shelf();

/// 投诉与建议: what users of the phone pages say (国办函〔2026〕12号 wants a place for it).
registers::Register suggestions();

}  // namespace anlan::app

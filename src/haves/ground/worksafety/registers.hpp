#pragma once

#include <vector>

#include "registers/description.hpp"

namespace anlan::worksafety {

registers::Register units();    ///< 安全生产标准化企业
registers::Register hazards();  ///< 隐患台账
/// How exports of the standardisation system are read into them; data, shipped.
const std::vector<registers::Mapping>& mappings();

}  // namespace anlan::worksafety

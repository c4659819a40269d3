#pragma once

#include "registers/description.hpp"

namespace anlan::enforcement {

registers::Register officer_certificates();  ///< 执法人员证件
registers::Register authority_items();       ///< 赋权清单

}  // namespace anlan::enforcement

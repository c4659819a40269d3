#pragma once

#include "registers/description.hpp"

namespace anlan::shelter {

registers::Register shelters();    ///< 避灾点
registers::Register households();  ///< 转移对象户

}  // namespace anlan::shelter

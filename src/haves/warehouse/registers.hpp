#pragma once

#include "registers/description.hpp"

namespace anlan::warehouse {

registers::Register stores();      ///< 仓库
registers::Register agreements();  ///< 协议储备: who delivers at need (采储结合)

}  // namespace anlan::warehouse

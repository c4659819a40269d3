#pragma once

#include "registers/description.hpp"

namespace anlan::warehouse {

registers::Register stock();  ///< 物资

}  // namespace anlan::warehouse

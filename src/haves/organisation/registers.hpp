#pragma once

#include "registers/description.hpp"

namespace anlan::organisation {

registers::Register forces();  ///< 社会力量 (R4)

}  // namespace anlan::organisation

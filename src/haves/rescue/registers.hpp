#pragma once

#include "registers/description.hpp"

namespace anlan::rescue {

registers::Register teams();  ///< 救援队伍

}  // namespace anlan::rescue

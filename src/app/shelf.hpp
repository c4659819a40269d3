#pragma once

#include "registers/description.hpp"

namespace anlan::app {

/// Every list that rooms keep as registers.
const registers::Shelf& shelf();

}  // namespace anlan::app

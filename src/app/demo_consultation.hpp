#pragma once

#include "app/node.hpp"

namespace anlan::app {

/// A regular consultation held this morning, with minutes, one resolution carried out and one still followed.
void seed_consultation(Node& node);

}  // namespace anlan::app

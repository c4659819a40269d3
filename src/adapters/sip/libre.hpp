#pragma once

// clang-format off
#include <stdbool.h>  // first: without it libre makes macros of bool, true and false
#include <re/re.h>
// clang-format on

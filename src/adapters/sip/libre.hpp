#pragma once

// clang-format off
#include <stdbool.h>  // first: without it libre makes macros of bool, true and false
#include <re/re.h>
#define DEBUG_MODULE "anlan"
#define DEBUG_LEVEL 0
#include <re/re_dbg.h>
// clang-format on

#pragma once

// clang-format off
#include <stdbool.h>
#include <re/re.h>
#define DEBUG_MODULE "anlan"
#define DEBUG_LEVEL 0
#include <re/re_dbg.h>
// Where these are macros of libre's, templates read after it do not compile.
#undef bool
#undef true
#undef false
// clang-format on

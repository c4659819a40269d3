#pragma once

#include "journal/event.hpp"
#include "programme/readiness.hpp"

namespace anlan::programme {

/// Something that readiness is read from has changed. Subject: "readiness".
struct ReadinessStirred {
    static constexpr journal::EventKind kKind{"readiness.stirred", 1};
};
BOOST_DESCRIBE_STRUCT(ReadinessStirred, (), ())

/// How far the station is, told to the level above: daily, and soon after a change. Points and counts, no names.
struct ReadinessTold {
    static constexpr journal::EventKind kKind{"readiness.told", 1, journal::Share::up};
    Readiness readiness;
};
BOOST_DESCRIBE_STRUCT(ReadinessTold, (), (readiness))

}  // namespace anlan::programme

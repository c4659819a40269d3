#pragma once

#include "journal/desk.hpp"
#include "programme/events.hpp"

namespace anlan::programme {

/// How long changes are gathered before they are told.
inline constexpr std::chrono::seconds kReadinessGather{20};

/// Begins the gathering; nothing when it has begun, or at a node that is no station.
struct StirReadiness {};
BOOST_DESCRIBE_STRUCT(StirReadiness, (), ())
Result<journal::Decision> decide(const StirReadiness& wish, const journal::Desk& desk);

/// By the deadline: reads all measures and tells.
struct TellReadiness {};
BOOST_DESCRIBE_STRUCT(TellReadiness, (), ())
Result<journal::Decision> decide(const TellReadiness& wish, const journal::Desk& desk);

}  // namespace anlan::programme

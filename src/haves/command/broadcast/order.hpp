#pragma once

#include "broadcast/events.hpp"

namespace anlan::broadcast {

/// What decides which broadcast sounds first at a terminal (POLICY §5.7).
struct Order {
    Purpose purpose = Purpose::daily;
    std::int64_t severity = 4;  ///< 1 is the gravest
    Level origin = Level::town; ///< level of the node that released it; the upper one first
    Instant released_at{};
    BroadcastId id;
    bool operator==(const Order&) const = default;
};
BOOST_DESCRIBE_STRUCT(Order, (), (purpose, severity, origin, released_at, id))

/// Whether `a` sounds before `b`: a strict order over all broadcasts. 应急 > 演练 > 日常, then the graver, then the
/// upper platform, then the earlier.
bool before(const Order& a, const Order& b);

/// Whether `a` cuts in on `b` while it sounds: as `before`, but nobody is interrupted only for having come later.
bool pre_empts(const Order& a, const Order& b);

}  // namespace anlan::broadcast

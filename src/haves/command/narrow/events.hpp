#pragma once

#include "narrow/told.hpp"

/// The narrow way (窄带): what was told to a neighbour by short message, and what was heard from one. All of it stays
/// home; what it is about has entries of its own.
namespace anlan::narrow {

/// A fact went out in one frame of this number. A second entry for the same fact means it was numbered anew.
/// Subject: "narrow/<neighbour>/<number>/out"; of the next two "narrow/<neighbour>".
struct NarrowSent {
    static constexpr journal::EventKind kKind{"narrow.sent", 1};
    AreaCode to;
    std::int64_t number = 0;
    std::int64_t seq = 0;  ///< of the own entry it tells
    std::uint32_t thing = 0;
    ToldKind told = ToldKind::help;
    std::int64_t bytes = 0;  ///< of the frame in its binary form
    std::string bearer;      ///< "sms", "satellite"
};
BOOST_DESCRIBE_STRUCT(NarrowSent, (), (to, number, seq, thing, told, bytes, bearer))

/// The neighbour confirmed these frames.
struct NarrowConfirmed {
    static constexpr journal::EventKind kKind{"narrow.confirmed", 1};
    AreaCode by;
    std::vector<std::int64_t> numbers;
};
BOOST_DESCRIBE_STRUCT(NarrowConfirmed, (), (by, numbers))

/// The ordinary link has carried everything: what was still unconfirmed need not be repeated.
struct NarrowSettled {
    static constexpr journal::EventKind kKind{"narrow.settled", 1};
    AreaCode with;
    std::string reason;  ///< "link", "old"
    std::vector<std::int64_t> numbers;
};
BOOST_DESCRIBE_STRUCT(NarrowSettled, (), (with, reason, numbers))

/// A fact of a neighbour came in a short message (经短信/卫星收到). Subject: "narrow/<neighbour>/<number>".
struct NarrowReceived {
    static constexpr journal::EventKind kKind{"narrow.received", 1};
    AreaCode from;
    std::int64_t number = 0;
    std::string code;  ///< hex; the frame's own
    std::int64_t seq = 0;
    std::uint32_t thing = 0;
    Instant at{};
    ToldKind told = ToldKind::help;
    json::object body;
    std::string bearer;
};
BOOST_DESCRIBE_STRUCT(NarrowReceived, (), (from, number, code, seq, thing, at, told, body, bearer))

}  // namespace anlan::narrow

#pragma once

#include "federation/exchange.hpp"

namespace anlan::links {

/// A link with what the journal knows of it.
struct LinkRow {
    AreaCode area;
    std::string name, direction;
    bool up = false;
    Instant since{};
    std::int64_t waiting = 0, waiting_seconds = 0;
    std::optional<Instant> last_at;
    std::int64_t bytes_in_today = 0, bytes_out_today = 0;
    std::optional<std::int64_t> clock_difference_ms, round_trip_ms;
    bool refused = false;
    std::string note, note_en;                   ///< why it is refused or down, in plain words; empty while it is up
    std::optional<std::int64_t> checkpoint_seq;  ///< last signed checkpoint that reached the upper end
    std::optional<Instant> checkpoint_at;
    bool joined = false;  ///< by a code, and so removable here
};
BOOST_DESCRIBE_STRUCT(
    LinkRow,
    (),
    (area,
     name,
     direction,
     up,
     since,
     waiting,
     waiting_seconds,
     last_at,
     bytes_in_today,
     bytes_out_today,
     clock_difference_ms,
     round_trip_ms,
     refused,
     note,
     note_en,
     checkpoint_seq,
     checkpoint_at,
     joined)
)

/// For `anlan node status`.
struct LinkStatus {
    AreaCode area;
    std::string name;
    std::vector<LinkRow> links;
};
BOOST_DESCRIBE_STRUCT(LinkStatus, (), (area, name, links))

struct LinkFaultRow {
    std::int64_t seq = 0;
    AreaCode neighbour;
    std::string name, code, zh, en;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(LinkFaultRow, (), (seq, neighbour, name, code, zh, en, at))

struct LinkChangeRow {
    std::int64_t seq = 0;
    AreaCode neighbour;
    std::string name;
    bool up = false;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(LinkChangeRow, (), (seq, neighbour, name, up, at))

/// A station that asked to join, as the officer sees it.
struct JoinRequestRow {
    AreaCode area;
    std::string name;
    Level level = Level::town;
    std::string fingerprint, address;
    Instant asked_at{};
    std::string state;  ///< "pending", "approved", "refused", "removed"
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(JoinRequestRow, (), (area, name, level, fingerprint, address, asked_at, state, reason))

/// What leaves the station: one kind of event.
struct SharedKind {
    std::string room, kind;
    std::string share;                    ///< "local", "up", "down", "both"
    std::string urgency;                  ///< "life_safety", "urgent", "routine"
    std::vector<std::string> leaves;      ///< fields that cross
    std::vector<std::string> stays_home;  ///< fields that never do, beside every sealed personal value
};
BOOST_DESCRIBE_STRUCT(SharedKind, (), (room, kind, share, urgency, leaves, stays_home))

/// One entry that left, exactly as the other side reads it.
struct SentEntry {
    std::int64_t seq = 0;
    Instant at{};
    std::string to;       ///< "up", "down", or the area code of the one it was meant for
    std::string urgency;  ///< as above
    std::string kind, subject, actor, drill;
    json::object body;
};
BOOST_DESCRIBE_STRUCT(SentEntry, (), (seq, at, to, urgency, kind, subject, actor, drill, body))

}  // namespace anlan::links

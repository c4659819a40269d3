#pragma once

#include "broadcast/patterns.hpp"
#include "broadcast/ports.hpp"
#include "broadcast/queries.hpp"
#include "http/endpoint.hpp"

/// What the endpoints answer.
namespace anlan::broadcast {

struct TerminalAnswer {
    std::string id, name;
    AreaCode area, node;
    std::string area_name, node_name;
    TerminalKind kind = TerminalKind::rtp;
    TerminalCodec codec = TerminalCodec::g711;
    std::string address;
    std::int64_t volume = 0;
    bool drill_ok = false;
    std::optional<double> lon, lat;  ///< its own place, or that of its village
    Hearing hearing = Hearing::unheard;
    std::optional<Instant> last_heard_at;
};
BOOST_DESCRIBE_STRUCT(
    TerminalAnswer,
    (),
    (id,
     name,
     area,
     node,
     area_name,
     node_name,
     kind,
     codec,
     address,
     volume,
     drill_ok,
     lon,
     lat,
     hearing,
     last_heard_at)
)

struct BroadcastAnswer {
    std::string id, drill;
    AreaCode node, from;
    std::string node_name, from_name;
    BroadcastSheet sheet;
    std::vector<std::string> zone_names;
    std::string words;  ///< as they are, or would be, spoken
    std::vector<std::string> rare;
    std::int64_t revision = 1, seconds = 0;
    BroadcastState state = BroadcastState::draft;
    bool interrupted = false;
    std::string interrupted_by;
    bool by_program = false;  ///< drafted by the program: a person saves it first
    std::string drafted_by, drafted_name, released_name, warning, reason;
    bool mine = false;  ///< the caller wrote it, so another person has to release it
    Instant drafted_at{};
    std::optional<Instant> released_at, begun_at, ended_at;
    std::int64_t played = 0, failed = 0, silent = 0, sent = 0, total = 0;
};
BOOST_DESCRIBE_STRUCT(
    BroadcastAnswer,
    (),
    (id,
     drill,
     node,
     from,
     node_name,
     from_name,
     sheet,
     zone_names,
     words,
     rare,
     revision,
     seconds,
     state,
     interrupted,
     interrupted_by,
     drafted_by,
     by_program,
     drafted_name,
     released_name,
     warning,
     reason,
     mine,
     drafted_at,
     released_at,
     begun_at,
     ended_at,
     played,
     failed,
     silent,
     sent,
     total)
)

struct BroadcastPart {
    std::string terminal, name, area_name;
    TerminalKind kind = TerminalKind::rtp;
    Hearing hearing = Hearing::unheard;
    std::optional<Outcome> outcome;
    std::int64_t seconds = 0;
    std::string note;
    std::optional<Instant> at;
};
BOOST_DESCRIBE_STRUCT(BroadcastPart, (), (terminal, name, area_name, kind, hearing, outcome, seconds, note, at))

struct BroadcastDetail {
    BroadcastAnswer broadcast;
    std::vector<BroadcastPart> parts;
    std::int64_t reach = 0;              ///< terminals it would be, or was, released to here
    std::vector<BroadcastAnswer> below;  ///< what became of it at the stations below that took it
};
BOOST_DESCRIBE_STRUCT(BroadcastDetail, (), (broadcast, parts, reach, below))

struct TestAnswer {
    AreaCode zone;
    std::string name;
    std::int64_t terminals = 0;
    std::optional<Instant> tested_at;
    Instant due{};
    bool overdue = false;
};
BOOST_DESCRIBE_STRUCT(TestAnswer, (), (zone, name, terminals, tested_at, due, overdue))

/// What the page has to know before anybody writes.
struct BroadcastDesk {
    AreaCode area;
    bool speaks = false;  ///< whether words can be heard before the release
    double speech_rate = 0;  ///< characters a second
    std::int64_t siren_seconds = 0, text_limit = 0, ack_rate = 0;
    bool preauthorised = false;  ///< whether a red warning stands in for the second person here
    std::vector<AuthorityFacts> authorities;
    std::vector<TestAnswer> tests;
};
BOOST_DESCRIBE_STRUCT(
    BroadcastDesk,
    (),
    (area, speaks, speech_rate, siren_seconds, text_limit, ack_rate, preauthorised, authorities, tests)
)

TerminalAnswer answer_of(const TerminalFacts& terminal, store::Rows& rows, const Heartbeats* heartbeats);
BroadcastAnswer answer_of(const BroadcastFacts& broadcast, store::Rows& rows, const PersonId& caller);
BroadcastDetail detail_of(const BroadcastFacts& broadcast, store::Rows& rows, const PersonId& caller);
BroadcastDesk desk_of(store::Rows& rows, const AreaCode& node, const World& world, Instant now, bool speaks);

/// As it would be spoken if it were released now.
std::string spoken(const BroadcastFacts& broadcast);

}  // namespace anlan::broadcast

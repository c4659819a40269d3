#pragma once

#include <optional>

#include "broadcast/events.hpp"
#include "broadcast/order.hpp"
#include "store/rows.hpp"

/// What other rooms, and those who carry sound, may ask about broadcasts and loudspeakers.
namespace anlan::broadcast {

struct TerminalFacts {
    TerminalId id;
    AreaCode node;  ///< empty: this one
    std::string name;
    AreaCode area;
    TerminalKind kind = TerminalKind::rtp;
    TerminalCodec codec = TerminalCodec::g711;
    std::string address;  ///< empty for those of other nodes
    std::int64_t volume = 80;
    bool drill_ok = false;
    std::optional<double> lon, lat;
    Hearing hearing = Hearing::unheard;
    Instant hearing_since{};
    std::optional<Instant> last_heard_at;  ///< when it fell silent: the last heartbeat before
    Instant registered_at{};
    std::optional<Instant> retired_at;
};
BOOST_DESCRIBE_STRUCT(
    TerminalFacts,
    (),
    (id,
     node,
     name,
     area,
     kind,
     codec,
     address,
     volume,
     drill_ok,
     lon,
     lat,
     hearing,
     hearing_since,
     last_heard_at,
     registered_at,
     retired_at)
)

/// This node's own, not retired, by area and name.
std::vector<TerminalFacts> terminals(store::Rows& rows);
/// Also those of the nodes below.
std::vector<TerminalFacts> all_terminals(store::Rows& rows);
std::optional<TerminalFacts> find_terminal(store::Rows& rows, const TerminalId& id);

struct BroadcastFacts {
    BroadcastId id;
    std::string drill;  ///< empty: reality
    AreaCode node;      ///< who wrote it; empty: this one
    AreaCode from;      ///< who released it, when a node above did; else empty
    BroadcastSheet sheet;
    std::string words;  ///< as spoken; empty before it is released
    std::int64_t revision = 1;
    BroadcastState state = BroadcastState::draft;
    PersonId drafted_by, released_by;
    std::string warning;
    Instant drafted_at{};
    std::optional<Instant> released_at, begun_at, interrupted_at, ended_at;
    BroadcastId interrupted_by;
    std::int64_t played = 0, failed = 0, silent = 0, sent = 0, total = 0;
    std::string reason;  ///< of a refusal or a stop

    World world() const { return World::stored(drill); }
    bool ended() const { return state > BroadcastState::playing; }
    bool exercise() const { return sheet.purpose == Purpose::drill; }
};
BOOST_DESCRIBE_STRUCT(
    BroadcastFacts,
    (),
    (id,
     drill,
     node,
     from,
     sheet,
     words,
     revision,
     state,
     drafted_by,
     released_by,
     warning,
     drafted_at,
     released_at,
     begun_at,
     interrupted_at,
     ended_at,
     interrupted_by,
     played,
     failed,
     silent,
     sent,
     total,
     reason)
)

std::optional<BroadcastFacts> find_broadcast(store::Rows& rows, const BroadcastId& id);
/// Drafts and what is not ended, then what is; newest first.
std::vector<BroadcastFacts> broadcasts(store::Rows& rows, const World& world, std::int64_t limit);

/// What became of it at the stations below that have taken it.
std::vector<BroadcastFacts> taken_below(store::Rows& rows, const BroadcastId& id);

/// A terminal a broadcast was released to, and its receipt.
struct PartFacts {
    TerminalId terminal;
    std::optional<Outcome> outcome;
    std::int64_t seconds = 0;
    std::string note;
    std::optional<Instant> at;
};
BOOST_DESCRIBE_STRUCT(PartFacts, (), (terminal, outcome, seconds, note, at))
std::vector<PartFacts> parts_of(store::Rows& rows, const BroadcastId& id);

/// Released and not ended, for whoever makes the sound.
struct ToPlay {
    BroadcastId id;
    Order order;
    BroadcastState state = BroadcastState::waiting;  ///< waiting or playing
    bool interrupted = false;                        ///< waiting again: it is resumed, not begun
    bool exercise = false;
    std::string words;      ///< to be spoken
    std::string recording;  ///< attachment to be played instead; may be empty
    bool siren = false;
    std::int64_t siren_seconds = 0, repeats = 1;
    std::vector<TerminalFacts> terminals;  ///< without a receipt yet
};

/// In the order in which they sound.
std::vector<ToPlay> to_play(store::Rows& rows);
std::optional<ToPlay> to_play(store::Rows& rows, const BroadcastId& id);

/// How long words last when spoken, siren and repeats included.
std::int64_t seconds_of(store::Rows& rows, const BroadcastSheet& sheet);

/// A red warning in force that may stand in for the second person.
struct AuthorityFacts {
    std::string warning, headline, hazard;
    std::vector<AreaCode> areas;
    Instant until{};
};
BOOST_DESCRIBE_STRUCT(AuthorityFacts, (), (warning, headline, hazard, areas, until))
std::vector<AuthorityFacts> authorities(store::Rows& rows, const World& world, Instant now);

/// The monthly test of a zone (月度试播).
struct ZoneTest {
    AreaCode zone;
    std::int64_t terminals = 0;
    std::optional<Instant> tested_at;
    Instant due{};
};
BOOST_DESCRIBE_STRUCT(ZoneTest, (), (zone, terminals, tested_at, due))
std::vector<ZoneTest> zone_tests(store::Rows& rows);

/// How many of this node's loudspeakers there are, and how many have proved since then that they played.
struct Proved {
    std::int64_t terminals = 0, played = 0;
};
BOOST_DESCRIBE_STRUCT(Proved, (), (terminals, played))
Proved proved_since(store::Rows& rows, Instant since);

}  // namespace anlan::broadcast

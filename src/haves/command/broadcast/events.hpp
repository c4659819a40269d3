#pragma once

#include "broadcast/terminal_events.hpp"

/// Emergency broadcast (应急广播, R9): what is said over the loudspeakers, and what became of it.
namespace anlan::broadcast {

using BroadcastId = Id<struct BroadcastTag>;

/// 应急 > 演练 > 日常, in this order of weight. An exercise is of purpose `drill` and of no other.
BOOST_DEFINE_ENUM_CLASS(Purpose, emergency, drill, daily)
/// What became of a broadcast at one terminal; each ends with exactly one. `silent`: it never answered. `stopped`: it
/// was stopped before the terminal had played it.
BOOST_DEFINE_ENUM_CLASS(Outcome, played, failed, silent, stopped, sent)
/// 未处理 → 等待播发 → 播发中 → 播发成功, 播发失败（含部分）, 播发取消; or refused by the second person. One that is
/// interrupted waits again.
BOOST_DEFINE_ENUM_CLASS(BroadcastState, draft, waiting, playing, done, failed, stopped, refused)

/// What is to be said, to whom and how often. The same in the wish and in the fact.
struct BroadcastSheet {
    Purpose purpose = Purpose::emergency;
    std::int64_t severity = 2;  ///< 1 特别重大 … 4 一般
    std::string title, text;
    bool siren = true;            ///< before the words
    std::string recording;        ///< attachment played instead of speech (a Minnan 闽南语 reading); may be empty
    std::int64_t repeats = 2;     ///< 1 … 10
    std::vector<AreaCode> zones;  ///< villages, or the town for all of them
    std::string pattern;          ///< id of the template it was written from; may be empty
};
BOOST_DESCRIBE_STRUCT(BroadcastSheet, (), (purpose, severity, title, text, siren, recording, repeats, zones, pattern))

struct BroadcastDrafted {
    static constexpr journal::EventKind kKind{"broadcast.drafted", 1, journal::Share::local, journal::Urgency::urgent};
    BroadcastSheet sheet;
    PersonId by;
};
BOOST_DESCRIBE_STRUCT(BroadcastDrafted, (), (sheet, by))

/// Whoever revises it is its drafter from then on: the second person is another one.
struct BroadcastRevised {
    static constexpr journal::EventKind kKind{"broadcast.revised", 1, journal::Share::local, journal::Urgency::urgent};
    BroadcastSheet sheet;
    PersonId by;
    std::int64_t revision = 1;  ///< the draft is revision 1
};
BOOST_DESCRIBE_STRUCT(BroadcastRevised, (), (sheet, by, revision))

/// By the second person; never of an exercise. Only RealTargets makes one (targets.hpp, decision 0030).
struct ReleasedToReal {
    static constexpr journal::EventKind kKind{"broadcast.released", 1, journal::Share::both, journal::Urgency::life_safety};
    BroadcastSheet sheet;
    std::string words;  ///< as they are to be spoken
    PersonId by;
    std::string warning;  ///< the red warning that stood in for the second person; usually empty
    std::vector<TerminalId> terminals;
    Instant close_by{};  ///< when whoever has given no receipt is silent, if it does not begin before
};
BOOST_DESCRIBE_STRUCT(ReleasedToReal, (), (sheet, words, by, warning, terminals, close_by))

/// An exercise, to terminals marked for drills. Only DrillTargets makes one.
struct ReleasedToDrill {
    static constexpr journal::EventKind kKind{"broadcast.drill_released", 1, journal::Share::up};
    BroadcastSheet sheet;
    std::string words;  ///< say at both ends that it is a drill
    PersonId by;
    std::vector<TerminalId> terminals;
    Instant close_by{};
};
BOOST_DESCRIBE_STRUCT(ReleasedToDrill, (), (sheet, words, by, terminals, close_by))

/// A node above has released it for zones of this one: it sounds here too, under the same id.
struct TakenFromAbove {
    static constexpr journal::EventKind kKind{"broadcast.taken", 1, journal::Share::up, journal::Urgency::urgent};
    AreaCode from;
    BroadcastSheet sheet;
    std::string words;
    PersonId by;
    std::vector<TerminalId> terminals;
    Instant close_by{};
};
BOOST_DESCRIBE_STRUCT(TakenFromAbove, (), (from, sheet, words, by, terminals, close_by))

struct BroadcastRefused {
    static constexpr journal::EventKind kKind{"broadcast.refused", 1, journal::Share::local, journal::Urgency::urgent};
    std::string reason;
    PersonId by;
};
BOOST_DESCRIBE_STRUCT(BroadcastRefused, (), (reason, by))

struct BroadcastBegun {
    static constexpr journal::EventKind kKind{"broadcast.begun", 1, journal::Share::up};
    Instant close_by{};
};
BOOST_DESCRIBE_STRUCT(BroadcastBegun, (), (close_by))

struct BroadcastInterrupted {
    static constexpr journal::EventKind kKind{"broadcast.interrupted", 1};
    BroadcastId by;
    Instant close_by{};
};
BOOST_DESCRIBE_STRUCT(BroadcastInterrupted, (), (by, close_by))

struct BroadcastResumed {
    static constexpr journal::EventKind kKind{"broadcast.resumed", 1};
    Instant close_by{};
};
BOOST_DESCRIBE_STRUCT(BroadcastResumed, (), (close_by))

/// At once, by anybody who may release. A draft that is stopped is withdrawn.
struct BroadcastStopped {
    static constexpr journal::EventKind kKind{"broadcast.stopped", 1, journal::Share::both, journal::Urgency::life_safety};
    std::string title;  ///< of the broadcast, for logs that know no more
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(BroadcastStopped, (), (title, reason))

/// 回执.
struct ReceiptTaken {
    static constexpr journal::EventKind kKind{"broadcast.receipt_taken", 1};
    TerminalId terminal;
    Outcome outcome = Outcome::played;
    std::int64_t seconds = 0;  ///< of sound
    std::string note;
};
BOOST_DESCRIBE_STRUCT(ReceiptTaken, (), (terminal, outcome, seconds, note))

struct BroadcastFinished {
    static constexpr journal::EventKind kKind{"broadcast.finished", 1, journal::Share::up};
    std::string title;
    BroadcastState state = BroadcastState::done;  ///< done when every terminal played it or was sent all of it, failed otherwise
    std::int64_t played = 0, failed = 0;
    std::vector<TerminalId> silent;
    std::vector<AreaCode> proved;  ///< zones in which a terminal has played it: that is their monthly test
    Instant test_by{};             ///< when those are to be tested again
    std::int64_t sent = 0;
};
BOOST_DESCRIBE_STRUCT(BroadcastFinished, (), (title, state, played, failed, silent, proved, test_by, sent))

/// A red warning in force stands in for the second person, if the policy lets it. Subject: the warning.
struct AuthorityGiven {
    static constexpr journal::EventKind kKind{"broadcast.authority_given", 1};
    std::string headline, hazard;
    std::vector<AreaCode> areas;
    Instant until{};
};
BOOST_DESCRIBE_STRUCT(AuthorityGiven, (), (headline, hazard, areas, until))

struct AuthorityEnded {
    static constexpr journal::EventKind kKind{"broadcast.authority_ended", 1};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(AuthorityEnded, (), (reason))

}  // namespace anlan::broadcast

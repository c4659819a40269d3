#pragma once

#include "duty/events.hpp"

/// Events of the duty log, of the handover (交接班) and of roll-calls (查岗点名).
namespace anlan::duty {

using NoteId = Id<struct NoteTag>;
using HandoverId = Id<struct HandoverTag>;
using RollCallId = Id<struct RollCallTag>;

/// A line somebody writes: what came in, and what is to be done. Subject of both: the line.
struct LogNoted {
    static constexpr journal::EventKind kKind{"log.noted", 1};
    DutyLine line = DutyLine::government;
    std::string source;  ///< 来源单位
    std::string text;
    std::string to_do;  ///< 拟办; empty: nothing is left to do
};
BOOST_DESCRIBE_STRUCT(LogNoted, (), (line, source, text, to_do))

/// 办结 with its result.
struct LogSettled {
    static constexpr journal::EventKind kKind{"log.settled", 1};
    std::string result;
};
BOOST_DESCRIBE_STRUCT(LogSettled, (), (result))

BOOST_DEFINE_ENUM_CLASS(CheckKey, telephones, satellite, video, broadcast, power, keys, vehicles)

struct Checked {
    CheckKey key = CheckKey::telephones;
    bool fine = true;
    std::string words;  ///< what is wrong
};
BOOST_DESCRIBE_STRUCT(Checked, (), (key, fine, words))

/// Something unfinished that goes over with the shift.
struct OpenItem {
    std::string kind, subject, words;  ///< kind: response, incident, call, order, resolution, grid, public, note
};
BOOST_DESCRIBE_STRUCT(OpenItem, (), (kind, subject, words))

/// 交班: signed by who goes. What is unfinished is gathered by the program. Subject of both: the handover.
struct HandoverOffered {
    static constexpr journal::EventKind kKind{"handover.offered", 1};
    std::vector<OpenItem> open;
    std::vector<Checked> checks;
    std::string words;
    Instant take_by{};
};
BOOST_DESCRIBE_STRUCT(HandoverOffered, (), (open, checks, words, take_by))

/// 接班: signed by who comes.
struct HandoverTaken {
    static constexpr journal::EventKind kKind{"handover.taken", 1};
    PersonId from;
    PersonId leader;  ///< on duty with the new shift by the rota; empty: none
    std::string words;
};
BOOST_DESCRIBE_STRUCT(HandoverTaken, (), (from, leader, words))

/// `take_by` is over and nobody signed: whoever offered it stays. Subject: the handover.
struct HandoverMissed {
    static constexpr journal::EventKind kKind{"handover.missed", 1, journal::Share::local, journal::Urgency::urgent};
    PersonId giver;
};
BOOST_DESCRIBE_STRUCT(HandoverMissed, (), (giver))

/// A shift has begun by the rota, and whether somebody took it over. Subject: "shift:<day>/<key>".
struct ShiftWatched {
    static constexpr journal::EventKind kKind{"handover.watched", 1};
    std::string day, shift;
    PersonId officer;
    bool taken = true;
};
BOOST_DESCRIBE_STRUCT(ShiftWatched, (), (day, shift, officer, taken))

/// A node above asks its children who is at the desk. Subject of this and the next two: the roll-call.
struct RollCallMade {
    static constexpr journal::EventKind kKind{"rollcall.made", 1, journal::Share::down, journal::Urgency::urgent};
    std::vector<AreaCode> to;
    std::int64_t limit_seconds = 180;
    std::string by_title;
};
BOOST_DESCRIBE_STRUCT(RollCallMade, (), (to, limit_seconds, by_title))

/// It rings here.
struct RollCallRung {
    static constexpr journal::EventKind kKind{"rollcall.rung", 1, journal::Share::local, journal::Urgency::urgent};
    PersonId person;
    std::int64_t limit_seconds = 180;
    std::string by_title;
};
BOOST_DESCRIBE_STRUCT(RollCallRung, (), (person, limit_seconds, by_title))

/// 在岗, 代岗, 超时.
BOOST_DEFINE_ENUM_CLASS(RollCallOutcome, present, stand_in, missed)

struct RollCallAnswered {
    static constexpr journal::EventKind kKind{"rollcall.answered", 1, journal::Share::up, journal::Urgency::urgent};
    AreaCode area;
    RollCallOutcome outcome = RollCallOutcome::present;
    std::int64_t seconds = 0;  ///< since it rang at the desk
    std::string by_title;
};
BOOST_DESCRIBE_STRUCT(RollCallAnswered, (), (area, outcome, seconds, by_title))

}  // namespace anlan::duty

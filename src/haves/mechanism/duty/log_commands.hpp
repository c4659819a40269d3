#pragma once

#include "duty/log_events.hpp"
#include "journal/desk.hpp"

namespace anlan::duty {

using journal::Decision;
using journal::Desk;

/// Refuses `text_missing`, `too_long`.
struct NoteLine {
    DutyLine line = DutyLine::government;
    std::string text;
    std::optional<std::string> source, to_do;
};
BOOST_DESCRIBE_STRUCT(NoteLine, (), (line, text, source, to_do))
Result<Decision> decide(const NoteLine& wish, const Desk& desk);

/// Refuses `note_unknown`, `result_missing`; settled twice it was already so.
struct SettleNote {
    NoteId note;
    std::string result;
};
BOOST_DESCRIBE_STRUCT(SettleNote, (), (note, result))
Result<Decision> decide(const SettleNote& wish, const Desk& desk);
std::optional<World> world_of(const SettleNote& wish, store::Rows& rows);

/// Everything on the checklist is answered; what is not fine says why. Refuses `check_missing`, `check_words_missing`,
/// `already_offered` while another waits.
struct OfferHandover {
    std::vector<Checked> checks;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(OfferHandover, (), (checks, words))
Result<Decision> decide(const OfferHandover& wish, const Desk& desk);

/// By another than who offered. Refuses `handover_unknown`, `same_person`, `already_taken`.
struct TakeHandover {
    HandoverId handover;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(TakeHandover, (), (handover, words))
Result<Decision> decide(const TakeHandover& wish, const Desk& desk);
std::optional<World> world_of(const TakeHandover& wish, store::Rows& rows);

/// By the deadline `handover/<id>`. Where the rota names an officer, WatchShift calls that one; else the leader on duty
/// is told by this.
struct MissHandover {
    HandoverId handover;
};
BOOST_DESCRIBE_STRUCT(MissHandover, (), (handover))
Result<Decision> decide(const MissHandover& wish, const Desk& desk);
std::optional<World> world_of(const MissHandover& wish, store::Rows& rows);

/// By the deadline `duty/shift`, `duty.handover.window` after each shift begins: nobody took over, the officer of the
/// rota is called, then the ladder.
struct WatchShift {
    std::string day, shift;
};
BOOST_DESCRIBE_STRUCT(WatchShift, (), (day, shift))
Result<Decision> decide(const WatchShift& wish, const Desk& desk);

/// Refuses `to_missing`, `not_below`, `limit_invalid`.
struct MakeRollCall {
    std::vector<AreaCode> to;
    std::optional<std::int64_t> limit_seconds;  ///< absent: `duty.rollcall.ack`
};
BOOST_DESCRIBE_STRUCT(MakeRollCall, (), (to, limit_seconds))
Result<Decision> decide(const MakeRollCall& wish, const Desk& desk);

/// The program's own, at the node that is asked.
struct RingRollCall {
    RollCallId rollcall;
    std::int64_t limit_seconds = 180;
    std::string by_title;
};
BOOST_DESCRIBE_STRUCT(RingRollCall, (), (rollcall, limit_seconds, by_title))
Result<Decision> decide(const RingRollCall& wish, const Desk& desk);

/// The program's own: somebody answered the call.
struct AnswerRollCall {
    RollCallId rollcall;
    PersonId by;
};
BOOST_DESCRIBE_STRUCT(AnswerRollCall, (), (rollcall, by))
Result<Decision> decide(const AnswerRollCall& wish, const Desk& desk);

/// By the deadline `rollcall/<id>`.
struct MissRollCall {
    RollCallId rollcall;
};
BOOST_DESCRIBE_STRUCT(MissRollCall, (), (rollcall))
Result<Decision> decide(const MissRollCall& wish, const Desk& desk);
std::optional<World> world_of(const MissRollCall& wish, store::Rows& rows);

}  // namespace anlan::duty

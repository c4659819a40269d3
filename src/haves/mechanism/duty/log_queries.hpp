#pragma once

#include "duty/log_events.hpp"
#include "duty/queries.hpp"

namespace anlan::duty {

struct NoteFacts {
    NoteId id;
    std::string drill;
    DutyLine line = DutyLine::government;
    std::string source, text, to_do;
    Instant at{};
    PersonId actor;
    std::optional<Instant> settled_at;
    std::string result;
};
BOOST_DESCRIBE_STRUCT(NoteFacts, (), (id, drill, line, source, text, to_do, at, actor, settled_at, result))
std::optional<NoteFacts> find_note(store::Rows& rows, const NoteId& id);
/// Something is still to do; oldest first.
std::vector<NoteFacts> open_notes(store::Rows& rows, const World& world);

struct HandoverFacts {
    HandoverId id;
    std::string drill;
    PersonId giver;
    Instant offered_at{}, take_by{};
    std::vector<OpenItem> open;
    std::vector<Checked> checks;
    std::string words;
    PersonId taker;
    std::optional<Instant> taken_at;
    std::string taker_words;
};
BOOST_DESCRIBE_STRUCT(
    HandoverFacts, (), (id, drill, giver, offered_at, take_by, open, checks, words, taker, taken_at, taker_words)
)
std::optional<HandoverFacts> find_handover(store::Rows& rows, const HandoverId& id);
std::vector<HandoverFacts> find_handovers(store::Rows& rows, const World& world, std::int64_t limit);  ///< newest first

/// What is unfinished now: responses, incidents, calls nobody answered, orders to answer, lines with something to do.
std::vector<OpenItem> open_items(store::Rows& rows, const World& world);

/// The next begin of a shift after this moment, by the pattern.
struct ShiftBegin {
    std::string day, shift;
    Instant at{};
};
std::optional<ShiftBegin> next_shift(const Pattern& pattern, Instant after);

struct RungFacts {
    RollCallId id;
    std::string drill;
    Instant at{};
    PersonId person;
    std::int64_t limit_seconds = 0;
    std::optional<Instant> answered_at;
};
BOOST_DESCRIBE_STRUCT(RungFacts, (), (id, drill, at, person, limit_seconds, answered_at))
std::optional<RungFacts> find_rung(store::Rows& rows, const RollCallId& id);
std::vector<RungFacts> open_rollcalls(store::Rows& rows);

}  // namespace anlan::duty

#pragma once

#include <optional>

#include "calls/events.hpp"
#include "store/rows.hpp"

namespace anlan::calls {

BOOST_DEFINE_ENUM_CLASS(CallState, ringing, answered, door_knock, closed)

/// A row of the view `call`.
struct CallRow {
    std::string id, drill, origin;
    PersonId person;
    PostId post;
    std::string post_title;
    AreaCode area;
    std::string headline, text, colour, hazard;
    std::int64_t level = 0;
    CallState state = CallState::ringing;
    std::int64_t stage = 0;
    Instant placed_at{}, first_due{}, due_at{};
    PersonId turn;  ///< whose turn it is to answer
    std::vector<Rung> ladder;
    std::vector<HouseholdId> households;
    std::optional<Instant> answered_at;
    PersonId answered_by;
    std::string answer_channel;
    PersonId recorded_by;
    std::optional<std::int64_t> seconds;
    std::int64_t escalations = 0, exhausted = 0;
    bool voice = false;

    bool open() const { return state == CallState::ringing || state == CallState::door_knock; }
    /// Everybody it has rung for so far, each once.
    std::vector<PersonId> rung() const;
};
BOOST_DESCRIBE_STRUCT(
    CallRow,
    (),
    (id,
     drill,
     origin,
     person,
     post,
     post_title,
     area,
     headline,
     text,
     colour,
     hazard,
     level,
     state,
     stage,
     placed_at,
     first_due,
     due_at,
     turn,
     ladder,
     households,
     answered_at,
     answered_by,
     answer_channel,
     recorded_by,
     seconds,
     escalations,
     exhausted,
     voice)
)

/// "SELECT <columns of CallRow> FROM call "
extern const std::string kCallRows;

std::optional<CallRow> call_row(store::Rows& rows, const CallId& id);

struct KnockRow {
    std::string household;
    PersonId helper;
    KnockOutcome outcome = KnockOutcome::waiting;
    std::string note;    ///< of old entries
    bool noted = false;  ///< the words lie in the vault
    std::optional<Instant> at;
};
BOOST_DESCRIBE_STRUCT(KnockRow, (), (household, helper, outcome, note, noted, at))

std::vector<KnockRow> knock_rows(store::Rows& rows, const std::string& call);

/// A rung that has rung.
struct RungRow {
    std::int64_t stage = 0;
    RungRole role = RungRole::primary;
    PersonId person;
    std::string post_title;
    Instant placed_at{}, due_at{};
    std::string outcome;
};
BOOST_DESCRIBE_STRUCT(RungRow, (), (stage, role, person, post_title, placed_at, due_at, outcome))

std::vector<RungRow> rung_rows(store::Rows& rows, const std::string& call);

}  // namespace anlan::calls

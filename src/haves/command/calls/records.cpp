#include "calls/records.hpp"

#include <algorithm>

namespace anlan::calls {

const std::string kCallRows =
    "SELECT id, drill, origin, person, post, post_title, area, headline, text, colour, hazard, level, state, stage, "
    "placed_at, first_due, due_at, turn, ladder, households, answered_at, answered_by, answer_channel, recorded_by, "
    "seconds, "
    "escalations, exhausted, voice FROM call ";

std::vector<PersonId> CallRow::rung() const {
    std::vector<PersonId> people;
    for (std::size_t i = 0; i < ladder.size() && static_cast<std::int64_t>(i) <= stage; ++i)
        if (std::find(people.begin(), people.end(), ladder[i].person) == people.end())
            people.push_back(ladder[i].person);
    return people;
}

std::optional<CallRow> call_row(store::Rows& rows, const CallId& id) {
    return rows.first<CallRow>(kCallRows + "WHERE id = :i", id);
}

std::vector<KnockRow> knock_rows(store::Rows& rows, const std::string& call) {
    return rows.select<KnockRow>(
        "SELECT household, helper, outcome, note, noted, at FROM door_knock WHERE call = :c ORDER BY household", call
    );
}

std::vector<RungRow> rung_rows(store::Rows& rows, const std::string& call) {
    return rows.select<RungRow>(
        "SELECT stage, role, person, post_title, placed_at, due_at, outcome FROM call_rung WHERE call = :c ORDER BY "
        "stage",
        call
    );
}

}  // namespace anlan::calls

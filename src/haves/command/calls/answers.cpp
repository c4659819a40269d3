#include "calls/answers.hpp"

#include "organisation/queries.hpp"

namespace anlan::calls {

namespace {

std::optional<std::string> named(store::Rows& rows, const PersonId& person) {
    if (person.empty()) return std::nullopt;
    return organisation::person_name(rows, person);
}

std::optional<std::string> filled(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return text;
}

std::vector<RungAnswer> ladder_of(const CallRow& row, store::Rows& rows) {
    const auto rung = rung_rows(rows, row.id);
    std::vector<RungAnswer> ladder;
    for (std::size_t i = 0; i < row.ladder.size(); ++i) {
        const auto& planned = row.ladder[i];
        RungAnswer one{planned.person, organisation::person_name(rows, planned.person), planned.post_title,
                       to_text(planned.role), 0, {}, {}, "waiting"};
        if (i < rung.size()) {
            one.attempt = static_cast<std::int64_t>(i) + 1;
            one.placed_at = rung[i].placed_at;
            one.due_at = rung[i].due_at;
            one.outcome = rung[i].outcome;
        }
        ladder.push_back(std::move(one));
    }
    return ladder;
}

std::vector<KnockAnswer> knocks_of(const CallRow& row, store::Rows& rows) {
    std::vector<KnockAnswer> doors;
    for (const auto& knock : knock_rows(rows, row.id))
        doors.push_back({knock.household, "", 0, organisation::person_name(rows, knock.helper), to_text(knock.outcome), knock.note, knock.at});
    return doors;
}

}  // namespace

CallAnswerBody answer_of(const CallRow& row, store::Rows& rows, Instant now, bool whole) {
    CallAnswerBody body;
    body.id = row.id;
    body.response = filled(row.origin);
    body.person = row.person;
    body.person_name = organisation::person_name(rows, row.person);
    body.post_title = row.post_title;
    body.area = row.area;
    body.headline = row.headline;
    body.text = row.text;
    body.colour = row.colour;
    body.hazard = row.hazard;
    body.level = row.level;
    body.state = to_text(row.state);
    body.stage = row.stage;
    body.placed_at = row.placed_at;
    body.due_at = row.due_at;
    body.answered_at = row.answered_at;
    body.answered_by = filled(row.answered_by.text);
    body.answered_by_name = named(rows, row.answered_by);
    body.answer_channel = filled(row.answer_channel);
    body.recorded_by_name = named(rows, row.recorded_by);
    body.seconds = row.seconds;
    body.late = row.answered_at ? *row.answered_at > row.first_due : row.open() && now > row.first_due;
    body.exhausted = row.exhausted != 0;
    body.escalations = row.escalations;
    const auto stage = static_cast<std::size_t>(row.stage);
    body.current = {row.turn, organisation::person_name(rows, row.turn),
                    stage < row.ladder.size() ? to_text(row.ladder[stage].role) : ""};
    body.drill = row.drill;
    if (const auto area = organisation::area_facts(rows, row.area)) {
        body.area_name = area->name;
        body.lon = area->lon;
        body.lat = area->lat;
    }
    if (!whole) return body;
    body.ladder = ladder_of(row, rows);
    body.door_knocks = knocks_of(row, rows);
    return body;
}

}  // namespace anlan::calls

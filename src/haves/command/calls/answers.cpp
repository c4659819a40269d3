#include "calls/answers.hpp"

#include "calls/channel_records.hpp"
#include "journal/vault.hpp"
#include "registers/queries.hpp"

namespace anlan::calls {

namespace {

std::optional<std::string> filled(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return text;
}

}  // namespace

const std::string& CallPages::name(const PersonId& person) {
    const auto known = names_.find(person);
    if (known != names_.end()) return known->second;
    return names_.emplace(person, organisation::person_name(rows_, person)).first->second;
}

std::optional<std::string> CallPages::named(const PersonId& person) {
    if (person.empty()) return std::nullopt;
    return name(person);
}

const std::optional<organisation::AreaFacts>& CallPages::area(const AreaCode& code) {
    const auto known = areas_.find(code);
    if (known != areas_.end()) return known->second;
    return areas_.emplace(code, organisation::area_facts(rows_, code)).first->second;
}

std::vector<RungAnswer> CallPages::ladder_of(const CallRow& row) {
    std::vector<RungAnswer> ladder;
    for (const auto& planned : row.ladder)
        ladder.push_back(
            {planned.person, name(planned.person), planned.post_title, planned.role, 0, {}, {}, "waiting", {}}
        );
    std::int64_t attempt = 0;
    // A rung that was passed over, because the officer gave up on its person, stays at attempt 0.
    for (const auto& rung : rung_rows(rows_, row.id)) {
        auto& one = ladder.at(static_cast<std::size_t>(rung.stage));
        one.attempt = ++attempt;
        one.placed_at = rung.placed_at;
        one.due_at = rung.due_at;
        one.outcome = rung.outcome;
    }
    for (const auto& carry : carry_rows(rows_, row.id)) {
        CarryAnswer tried{
            carry.channel,
            carry.state,
            enum_from<Passed>(carry.why),
            carry.at,
            carry.parts,
            carry.note_zh,
            carry.note_en,
            {}};
        if (carry.replied) tried.reply = journal::vault::reveal_or(rows_, reply_ref(row.id), carry.id, "已按规定销毁");
        ladder.at(static_cast<std::size_t>(carry.stage)).carries.push_back(std::move(tried));
    }
    return ladder;
}

std::string CallPages::door_label(const AreaCode& code, std::size_t number) {
    const auto& facts = area(code);
    return (facts ? facts->name : code.text) + " 第 " + std::to_string(number) + " 户";
}

std::vector<KnockAnswer> CallPages::knocks_of(const CallRow& row) {
    std::vector<KnockAnswer> doors;
    const auto stage = static_cast<std::size_t>(row.stage);
    if (stage >= row.ladder.size() || row.ladder[stage].role != RungRole::door_knock)
        return doors;  // nobody is at a door yet
    for (const auto& knock : knock_rows(rows_, row.id)) {
        KnockAnswer door{knock.household, "", 0, name(knock.helper), knock.outcome, knock.note, knock.at};
        if (knock.noted)
            door.note = journal::vault::reveal_or(rows_, knock_ref(row.id), knock.household, "已按规定销毁");
        if (const auto kept = registers::kept_row(rows_, "households", knock.household)) {
            door.address_masked = registers::masked(registers::personal_value(rows_, knock.household, "address"));
            const auto* people = kept->values.if_contains("people");
            if (people != nullptr && people->is_number()) door.people = people->to_number<std::int64_t>();
        }
        // A row that was struck off, or has no address: the helper still needs a name for the door, never the row's id.
        if (door.address_masked.empty()) door.address_masked = door_label(row.area, doors.size() + 1);
        doors.push_back(std::move(door));
    }
    return doors;
}

void CallPages::place(CallAnswerBody& body, const CallRow& row) {
    body.area = row.area;
    const auto& facts = area(row.area);
    body.area_name = facts ? facts->name : row.area.text;
    if (!facts) return;
    body.lon = facts->lon;
    body.lat = facts->lat;
}

CallAnswerBody CallPages::answer(const CallRow& row) {
    CallAnswerBody body;
    body.id = row.id;
    body.response = filled(row.origin);
    body.person = row.person;
    body.person_name = name(row.person);
    body.post_title = row.post_title;
    place(body, row);
    body.headline = row.headline;
    body.text = row.text;
    body.colour = row.colour;
    body.hazard = row.hazard;
    body.level = row.level;
    body.state = row.state;
    body.stage = row.stage;
    body.placed_at = row.placed_at;
    body.due_at = row.due_at;
    body.answered_at = row.answered_at;
    body.answered_by = filled(row.answered_by.text);
    body.answered_by_name = named(row.answered_by);
    body.answer_channel = enum_from<AnswerChannel>(row.answer_channel);
    body.recorded_by_name = named(row.recorded_by);
    body.seconds = row.seconds;
    body.late = row.answered_at ? *row.answered_at > row.first_due : row.open() && now_ > row.first_due;
    body.exhausted = row.exhausted != 0;
    body.voice = row.voice;
    body.escalations = row.escalations;
    const auto stage = static_cast<std::size_t>(row.stage);
    body.current = {row.turn, name(row.turn), stage < row.ladder.size() ? to_text(row.ladder[stage].role) : ""};
    body.drill = row.drill;
    body.ladder = ladder_of(row);
    body.door_knocks = knocks_of(row);
    return body;
}

}  // namespace anlan::calls

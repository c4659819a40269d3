#include "shelter/answers.hpp"

#include <map>

#include "journal/vault.hpp"
#include "organisation/queries.hpp"
#include "registers/queries.hpp"

namespace anlan::shelter {

namespace {

std::optional<std::string> filled(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return text;
}

std::string name_of_shelter(store::Rows& rows, const std::string& id) {
    const auto facts = id.empty() ? std::nullopt : shelter_facts(rows, id);
    return facts ? facts->name : std::string();
}

struct BoardSum {
    std::string area, kind;
    HouseholdState state = HouseholdState::waiting;
    std::int64_t households = 0, people = 0;
};
BOOST_DESCRIBE_STRUCT(BoardSum, (), (area, kind, state, households, people))

void add(VillagePart& part, const BoardSum& sum) {
    part.households += sum.households;
    if (sum.state == HouseholdState::waiting || sum.state == HouseholdState::told)
        part.households_open += sum.households;
    part.people = plus(part.people, sum.state, sum.people);
}

std::vector<VillagePart> parts(const std::vector<BoardSum>& sums, std::string BoardSum::*part) {
    std::map<std::string, VillagePart> by_part;
    for (const auto& sum : sums) {
        auto& one = by_part[sum.*part];
        one.id = one.name = sum.*part;
        add(one, sum);
    }
    std::vector<VillagePart> all;
    for (auto& [id, one] : by_part) all.push_back(std::move(one));
    return all;
}

/// Without the numbers of its households.
TransferAnswer sheet_of(const TransferRow& row, store::Rows& rows) {
    TransferAnswer body;
    body.id = row.id;
    body.title = row.title;
    body.area = row.area;
    body.area_name = organisation::area_name(rows, row.area);
    body.risk = row.risk;
    body.reason = row.reason;
    body.stage = row.stage;
    body.state = row.state;
    body.ordered_at = row.ordered_at;
    body.due_at = row.due_at;
    body.ordered_by_name = organisation::person_name(rows, row.ordered_by);
    body.lifted_at = row.lifted_at;
    body.closed_at = row.closed_at;
    body.lift_reason = row.lift_reason;
    body.drill = row.drill;
    return body;
}

}  // namespace

ShelterAnswer answer_of(const ShelterFacts& facts, store::Rows& rows, const http::Call& call) {
    ShelterAnswer body;
    body.id = facts.id;
    body.name = facts.name;
    body.area = facts.area;
    body.area_name = organisation::area_name(rows, facts.area);
    body.keeper_name = organisation::person_name(rows, facts.keeper);
    body.keeper_phone = organisation::phone_masked(rows, facts.keeper);
    body.lon = facts.lon;
    body.lat = facts.lat;
    body.capacity = facts.capacity;
    body.mine = facts.keeper == call.caller.person;
    const auto open = open_shelter(rows, facts.id, call.scope());
    if (!open) return body;
    body.open = true;
    body.stage = open->stage;
    body.capacity = open->capacity;
    body.people = heads_in(rows, facts.id, call.scope());
    body.over = std::max<std::int64_t>(0, body.people - body.capacity);
    body.opened_at = open->opened_at;
    for (const auto& check : open->checks)
        if (!check.ok) body.lacking.push_back(check.item);
    return body;
}

TransferAnswer answer_of(const TransferRow& row, store::Rows& rows) {
    auto body = sheet_of(row, rows);
    body.households =
        rows.value<std::int64_t>("SELECT COUNT(*) FROM transfer_household WHERE transfer = :t", row.id).value_or(0);
    body.people = balance_of(rows, row.id);
    return body;
}

/// Every screen asks for it at every mark, so all of its numbers come from one look at the list.
BoardAnswer board_of(const TransferRow& row, store::Rows& rows) {
    const auto sums = rows.select<BoardSum>(
        "SELECT area, kind, state, COUNT(*), SUM(people) FROM transfer_household WHERE transfer = :t "
        "GROUP BY area, kind, state",
        row.id
    );
    BoardAnswer body;
    body.transfer = sheet_of(row, rows);
    for (const auto& sum : sums) {
        body.transfer.households += sum.households;
        body.transfer.people = plus(body.transfer.people, sum.state, sum.people);
    }
    body.villages = parts(sums, &BoardSum::area);
    for (auto& village : body.villages) village.name = organisation::area_name(rows, AreaCode{village.id});
    body.kinds = parts(sums, &BoardSum::kind);
    body.in_shelters = heads_now(rows, World::stored(row.drill)).people;
    return body;
}

HouseholdAnswer answer_of(const HouseholdRow& row, store::Rows& rows) {
    HouseholdAnswer body;
    body.transfer = row.transfer;
    body.household = row.household;
    body.label = household_address_masked(rows, row.household);
    body.area = row.area;
    body.area_name = organisation::area_name(rows, row.area);
    body.kind = row.kind;
    body.people = row.people;
    body.helper_name = organisation::person_name(rows, row.helper);
    body.allotted = filled(row.allotted);
    body.allotted_name = filled(name_of_shelter(rows, row.allotted));
    body.shelter = filled(row.shelter);
    body.shelter_name = filled(name_of_shelter(rows, row.shelter));
    body.state = row.state;
    body.marked_by_name = filled(organisation::person_name(rows, row.marked_by));
    body.marked_at = row.marked_at;
    body.seen_at = row.seen_at;
    body.clock_odd = row.clock_odd != 0;
    body.photo = filled(row.photo);
    if (row.worded != 0) body.note = journal::vault::reveal(rows, words_ref(row.transfer), row.household);
    body.visits = row.visits;
    return body;
}

DoorAnswer door_of(const HouseholdRow& row, const TransferRow& transfer, store::Rows& rows) {
    DoorAnswer body;
    body.transfer = row.transfer;
    body.transfer_title = transfer.title;
    body.transfer_state = transfer.state;
    body.due_at = transfer.due_at;
    body.household = row.household;
    body.address = household_address(rows, row.household);
    body.head = registers::personal_value(rows, row.household, "head");
    body.phone = journal::vault::reveal(rows, row.household, "phone").value_or("");
    body.area_name = organisation::area_name(rows, row.area);
    body.kind = row.kind;
    body.people = row.people;
    body.allotted = row.allotted;
    body.allotted_name = name_of_shelter(rows, row.allotted);
    body.state = row.state;
    body.marked_at = row.marked_at;
    body.marked_by_name = organisation::person_name(rows, row.marked_by);
    body.drill = row.drill;
    return body;
}

}  // namespace anlan::shelter

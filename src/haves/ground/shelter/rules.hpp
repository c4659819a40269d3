#pragma once

#include "journal/desk.hpp"
#include "shelter/queries.hpp"
#include "shelter/records.hpp"

/// Who may do what, and how much room there is.
namespace anlan::shelter {

/// Holds the duty officer's, duty leader's or station head's post.
bool works_the_desk(const journal::Desk& desk);
/// The keeper or the desk.
bool keeps(const ShelterFacts& shelter, const journal::Desk& desk);
/// The household's helper, the village's own head or information officer, or the desk.
bool may_mark(const HouseholdRow& household, const journal::Desk& desk);

std::optional<ShelterFacts> shelter_facts(store::Rows& rows, const std::string& id);
/// Persons the shelter takes at this stage: what the register says, else the floor a head needs (1, 2, 3 m²).
std::int64_t room_at(const ShelterFacts& shelter, Stage stage);

/// A line of the opening checklist (避灾点启用检查). What is essential endangers people when it is not in order.
struct CheckItem {
    std::string id, zh, en;
    bool essential = false;
};
BOOST_DESCRIBE_STRUCT(CheckItem, (), (id, zh, en, essential))
const std::vector<CheckItem>& checklist();

Refusal shelter_unknown();
Refusal not_yours(std::string_view field);

}  // namespace anlan::shelter

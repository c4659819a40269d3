#include "shelter/queries.hpp"

#include "registers/queries.hpp"

namespace anlan::shelter {

namespace {

template <class Facts>
std::vector<Facts> with_ids(std::vector<std::pair<std::string, Facts>> read) {
    std::vector<Facts> all;
    for (auto& [id, facts] : read) {
        facts.id = id;
        all.push_back(std::move(facts));
    }
    return all;
}

}  // namespace

std::vector<ShelterFacts> shelters_of(store::Rows& rows, const AreaCode& area) {
    return with_ids(registers::read_rows<ShelterFacts>(registers::kept_rows(rows, "shelters", area)));
}

std::vector<ShelterNow> open_shelters(store::Rows& rows) {
    return rows.select<ShelterNow>(
        "SELECT name, area, capacity FROM shelter_open WHERE drill = '' AND closed_at IS NULL ORDER BY area, name"
    );
}

std::int64_t shelter_capacity(store::Rows& rows, const AreaCode& area) {
    std::int64_t persons = 0;
    for (const auto& shelter : shelters_of(rows, area)) persons += shelter.capacity;
    return persons;
}

std::vector<HouseholdFacts> households_of(store::Rows& rows, const AreaCode& area) {
    return with_ids(registers::read_rows<HouseholdFacts>(registers::kept_rows(rows, "households", area)));
}

std::optional<HouseholdFacts> household(store::Rows& rows, const std::string& id) {
    const auto kept = registers::kept_row(rows, "households", id);
    if (!kept) return std::nullopt;
    auto all = with_ids(registers::read_rows<HouseholdFacts>({*kept}));
    if (all.empty()) return std::nullopt;
    return std::move(all.front());
}

std::string household_address(store::Rows& rows, const std::string& id) {
    return registers::personal_value(rows, id, "address");
}

std::string household_address_masked(store::Rows& rows, const std::string& id) {
    return registers::masked(household_address(rows, id));
}

}  // namespace anlan::shelter

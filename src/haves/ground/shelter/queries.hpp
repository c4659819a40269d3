#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/area.hpp"
#include "base/strong.hpp"
#include "store/rows.hpp"

namespace anlan::shelter {

struct ShelterFacts {
    std::string id, name;
    AreaCode area;
    std::optional<double> lon, lat;
    std::int64_t capacity = 0;                                         ///< persons, for a night
    std::optional<std::int64_t> capacity_temporary, capacity_lasting;  ///< persons, for days and for weeks
    PersonId keeper;
};
BOOST_DESCRIBE_STRUCT(
    ShelterFacts, (), (id, name, area, lon, lat, capacity, capacity_temporary, capacity_lasting, keeper)
)

/// Shelters at or below the area.
std::vector<ShelterFacts> shelters_of(store::Rows& rows, const AreaCode& area);
std::int64_t shelter_capacity(store::Rows& rows, const AreaCode& area);  ///< persons

/// Where people can go now, in reality.
struct ShelterNow {
    std::string name;
    AreaCode area;
    std::int64_t capacity = 0;  ///< persons
};
BOOST_DESCRIBE_STRUCT(ShelterNow, (), (name, area, capacity))
std::vector<ShelterNow> open_shelters(store::Rows& rows);

/// A household that has to be moved; who it is lies in the vault.
struct HouseholdFacts {
    std::string id;
    AreaCode area;
    std::int64_t people = 0;
    std::string kind;  ///< why: 危房, 低洼地带, 渔排人员, 独居老人 …
    PersonId helper;   ///< who knocks at the door
    std::optional<double> lon, lat;
};
BOOST_DESCRIBE_STRUCT(HouseholdFacts, (), (id, area, people, kind, helper, lon, lat))

/// Households at or below the area.
std::vector<HouseholdFacts> households_of(store::Rows& rows, const AreaCode& area);
std::optional<HouseholdFacts> household(store::Rows& rows, const std::string& id);
/// "（已删除）" once it is forgotten.
std::string household_address(store::Rows& rows, const std::string& id);
std::string household_address_masked(store::Rows& rows, const std::string& id);

}  // namespace anlan::shelter

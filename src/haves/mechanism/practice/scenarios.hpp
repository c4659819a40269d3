#pragma once

#include <optional>
#include <string>
#include <vector>

#include "practice/events.hpp"
#include "store/rows.hpp"

/// What can be played.
namespace anlan::practice {

struct Scenario {
    std::string key, title_zh, title_en;
    std::vector<Step> steps;
    bool own = false;  ///< made of an incident of this station
};
BOOST_DESCRIBE_STRUCT(Scenario, (), (key, title_zh, title_en, steps, own))

/// Shipped ones, then the latest incidents of this station that are ended, told as they were told.
std::vector<Scenario> all_scenarios(store::Rows& rows);
std::optional<Scenario> find_scenario(store::Rows& rows, const std::string& key);

}  // namespace anlan::practice

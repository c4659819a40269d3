#pragma once

#include <map>
#include <set>

#include "base/time.hpp"
#include "plan/document.hpp"

namespace anlan::plan {

/// One result of the check-up (预案体检): where it is and what to do.
struct Finding {
    std::string code, severity;  ///< red: the step cannot be carried out; yellow: it may fail
    std::string where, what_zh, what_en, fix_zh, fix_en;
    std::optional<std::string> subject;  ///< a post id, an item, a village: what to open to put it right
    std::string plan;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (code, severity, where, what_zh, what_en, fix_zh, fix_en, subject, plan))

/// A post as the check sees it. In a town a village post stands once per village.
struct RosterPost {
    std::string id, code, title, area_name;
    bool filled = false, deputy = false;
    std::optional<Instant> phone_tested_at = std::nullopt;
    bool phone_answered = false;
    std::optional<bool> on_duty = std::nullopt;  ///< whether a duty post is manned at this moment; nothing: not known
};

/// What there is at this moment to carry plans out.
struct Roster {
    std::multimap<std::string, RosterPost> posts;        ///< by code
    std::map<std::string, int> line_people;              ///< by line: how many named people
    std::map<std::string, double> stock;                 ///< by item
    std::set<std::string> team_kinds;                    ///< kinds and names of teams
    std::map<std::string, double> team_members;          ///< by kind or name, where the number is known
    std::map<std::string, double> vehicles;              ///< by kind
    std::map<std::string, std::int64_t> shelter_places;  ///< by area name
    std::vector<std::string> shelters_without_keeper;    ///< names
    std::vector<std::string> villages, villages_without_shelter;
    std::vector<std::string> villages_without_plan;
    Instant now{};
    std::chrono::seconds phone_age_max{};   ///< policy contacts.verify_max_age
    std::chrono::seconds review_age_max{};  ///< policy plan.evaluate
};

/// Checks one plan against what there is. Red first, each in the order of the plan; the same thing is said once, with
/// how many places it touches.
std::vector<Finding> check(const Plan& plan, const Roster& roster);

/// Villages that no approved village plan covers (R21), and shelters nobody keeps: findings of the town, of no one
/// plan.
std::vector<Finding> check_coverage(const Roster& roster);

}  // namespace anlan::plan

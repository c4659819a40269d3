#pragma once

#include "plan/check.hpp"
#include "plan/ports.hpp"

/// What the endpoints of plans answer with; the field names are the API's.
namespace anlan::plan {

struct PlanBrief {
    std::string id, title;
    PlanKind kind = PlanKind::special;
    std::vector<std::string> hazards;
    std::string area, area_name;
    std::string scope;
    std::int64_t version = 0;
    std::string state;  ///< draft, approved
    std::string owner_post;
    std::optional<Instant> approved_at, filed_at;
    std::string review_due;  ///< date
    std::vector<std::int64_t> levels;
    std::int64_t findings_red = 0, findings_yellow = 0;
    Instant updated_at{};
};
BOOST_DESCRIBE_STRUCT(
    PlanBrief,
    (),
    (id,
     title,
     kind,
     hazards,
     area,
     area_name,
     scope,
     version,
     state,
     owner_post,
     approved_at,
     filed_at,
     review_due,
     levels,
     findings_red,
     findings_yellow,
     updated_at)
)

struct PlanWhole : PlanBrief {
    std::string yaml;
    Plan plan;
    std::vector<Finding> findings;
};
BOOST_DESCRIBE_STRUCT(PlanWhole, (PlanBrief), (yaml, plan, findings))

struct PlanJudged {
    bool valid = false;
    std::vector<PlanFault> errors;
    std::vector<Finding> findings;
    std::optional<Plan> plan;
};
BOOST_DESCRIBE_STRUCT(PlanJudged, (), (valid, errors, findings, plan))

struct PlanCount {
    std::string id, title;
    std::int64_t red = 0, yellow = 0;
};
BOOST_DESCRIBE_STRUCT(PlanCount, (), (id, title, red, yellow))

struct PlanCheckUp {
    Instant checked_at{};
    std::vector<PlanCount> plans;
    std::vector<Finding> findings;
    std::vector<std::string> villages_uncovered;
};
BOOST_DESCRIBE_STRUCT(PlanCheckUp, (), (checked_at, plans, findings, villages_uncovered))

struct PlanSavedAs {
    std::string id;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(PlanSavedAs, (), (id, version))

/// One version in the history of a plan.
struct PlanVersion {
    std::int64_t version = 0;
    std::string state;  ///< draft, approved (in force), past
    std::string comment, saved_by_name;
    Instant saved_at{};
    std::string yaml;
};
BOOST_DESCRIBE_STRUCT(PlanVersion, (), (version, state, comment, saved_by_name, saved_at, yaml))

}  // namespace anlan::plan

#pragma once

#include "journal/event.hpp"
#include "plan/document.hpp"

/// Plans are kept as the YAML people wrote and as the document the program reads; every version stays.
namespace anlan::plan {

struct PlanSaved {
    static constexpr journal::EventKind kKind{"plan.saved", 1};
    std::int64_t version = 1;
    Plan plan;
    std::string yaml, comment;
    PersonId by;
};
BOOST_DESCRIBE_STRUCT(PlanSaved, (), (version, plan, yaml, comment, by))

struct PlanApproved {
    static constexpr journal::EventKind kKind{"plan.approved", 1, journal::Share::up};
    std::int64_t version = 1;
    std::string title, by_document;
    PersonId by;
};
BOOST_DESCRIBE_STRUCT(PlanApproved, (), (version, title, by_document, by))

/// 备案: filed with the level above (town plans to the county, village plans to the town), within 20 working days.
struct PlanFiled {
    static constexpr journal::EventKind kKind{"plan.filed", 1, journal::Share::up};
    std::int64_t version = 1;
    std::string receipt;
};
BOOST_DESCRIBE_STRUCT(PlanFiled, (), (version, receipt))

/// The daily check-up; its findings are computed live on the page, the counts are kept for the record.
struct PlansChecked {
    static constexpr journal::EventKind kKind{"plan.checked", 1, journal::Share::up};
    std::int64_t plans = 0, red = 0, yellow = 0;
};
BOOST_DESCRIBE_STRUCT(PlansChecked, (), (plans, red, yellow))

}  // namespace anlan::plan

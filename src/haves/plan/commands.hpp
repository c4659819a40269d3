#pragma once

#include "journal/desk.hpp"
#include "plan/events.hpp"

namespace anlan::plan {

using journal::Decision;
using journal::Desk;

/// Saves a new version of a plan; the same text again changes nothing. Refuses `plan_id_wrong` (id of the address and
/// of the text differ), `title_empty`, `levels_empty`.
struct SavePlan {
    std::string id;
    Plan plan;
    std::string yaml, comment;
};
BOOST_DESCRIBE_STRUCT(SavePlan, (), (id, plan, yaml, comment))
Result<Decision> decide(const SavePlan& wish, const Desk& desk);

/// Puts the newest version in force. Refuses `plan_unknown`, `already_approved`, `document_missing`.
struct ApprovePlan {
    std::string plan;
    std::string by_document;
};
BOOST_DESCRIBE_STRUCT(ApprovePlan, (), (plan, by_document))
Result<Decision> decide(const ApprovePlan& wish, const Desk& desk);

/// Refuses `plan_unknown`, `not_approved`, `receipt_missing`.
struct FilePlan {
    std::string plan;
    std::string receipt;
};
BOOST_DESCRIBE_STRUCT(FilePlan, (), (plan, receipt))
Result<Decision> decide(const FilePlan& wish, const Desk& desk);

/// Called by the deadline `plan/check`, every day at seven.
struct CheckPlans {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CheckPlans, (), (reason))
Result<Decision> decide(const CheckPlans& wish, const Desk& desk);

}  // namespace anlan::plan

#pragma once

#include "enforcement/answers.hpp"

namespace anlan::enforcement {

/// Something a law or the plan asks for, and by when. `word` says what, for the page's own words.
BOOST_DEFINE_ENUM_CLASS(
    DutyWord, recheck, extension, order_hazards, record, visit, approve_plan, draft_plan, case_step, report, transfer
)

struct DutyAnswer {
    DutyWord word = DutyWord::visit;
    std::string party_name, to;  ///< `to`: the page it is done on
    std::string step;            ///< of a case: which clock
    std::optional<Instant> from, due;
    bool late = false;
};
BOOST_DESCRIBE_STRUCT(DutyAnswer, (), (word, party_name, to, step, from, due, late))

/// The page of the team: the year's plan, what is due, the orders whose clocks run.
struct OverviewAnswer {
    std::int64_t year = 0, planned = 0, done = 0, late = 0;
    std::string plan_state;
    std::int64_t hazards_open = 0, hazards_major = 0, hazards_removed = 0, hazards_all = 0;
    std::vector<std::int64_t> planned_by_month, done_by_month;  ///< twelve each
    std::vector<DutyAnswer> duties;                             ///< the most pressing first
    std::vector<RectificationAnswer> rectifications;            ///< open ones
    bool calendar_known = true;  ///< whether the holidays of this year and the next are entered
};
BOOST_DESCRIBE_STRUCT(
    OverviewAnswer,
    (),
    (year,
     planned,
     done,
     late,
     plan_state,
     hazards_open,
     hazards_major,
     hazards_removed,
     hazards_all,
     planned_by_month,
     done_by_month,
     duties,
     rectifications,
     calendar_known)
)
OverviewAnswer overview(store::Rows& rows, Instant now);

}  // namespace anlan::enforcement

#pragma once

#include "enforcement/calendar.hpp"
#include "enforcement/case_events.hpp"

/// The law's table: which step may follow which, and which clocks each sets going. Pure: no tables, no clock.
namespace anlan::enforcement {

/// Lengths of the policy pack.
struct CaseLimits {
    int opening_wd = 5, evidence_hold_wd = 7, seizure_days = 30, seizure_extension_days = 30;
    int decision_days = 90, decision_extension_days = 90, hearing_request_wd = 5, hearing_notice_wd = 7;
    int statement_wd = 3, delivery_wd = 7, publicity_wd = 7, spot_report_days = 5, payment_days = 15, hand_in_wd = 2;
    int suit_months = 6, court_months = 3, court_notice_days = 10, limitation_years = 2, limitation_harm_years = 5;
    double spot_citizen_yuan = 200, spot_organisation_yuan = 3000, spot_collect_yuan = 100;
    double hearing_citizen_yuan = 20000, hearing_organisation_yuan = 50000, discussion_yuan = 50000;
    double late_fee_percent = 3;
};

struct StepDone {
    StepWords words;
    std::string day;  ///< the day it was taken
    double late_fee_yuan = 0;
};
BOOST_DESCRIBE_STRUCT(StepDone, (), (words, day, late_fee_yuan))

struct CaseFacts {
    CaseId id;
    Procedure procedure = Procedure::ordinary;
    PartyKind party_kind = PartyKind::organisation;
    InspectedParty party;
    InspectionId inspection;
    AuthorityItem authority;
    std::string act_on;
    bool harm = false;
    std::vector<Officer> officers;
    std::vector<StepDone> steps;  ///< in their order
    std::vector<RunningClock> clocks;
    std::vector<CaseClock> rang;
    std::string filed_by;
    Instant filed_at{};

    const StepDone* last(CaseStep step) const;  ///< null: not taken
    bool has(CaseStep step) const { return last(step) != nullptr; }
    bool open() const { return !has(CaseStep::closed) && !has(CaseStep::transferred); }
    bool large(const CaseLimits& limits) const;  ///< 较大数额: the right to a hearing, legal review
};
BOOST_DESCRIBE_STRUCT(
    CaseFacts,
    (),
    (id,
     procedure,
     party_kind,
     party,
     inspection,
     authority,
     act_on,
     harm,
     officers,
     steps,
     clocks,
     rang,
     filed_by,
     filed_at)
)

/// 行政处罚法第七十二条: so many per cent a day after the last day to pay, never more than the fine.
double late_fee(const CaseFacts& facts, Day today, const CaseLimits& limits, const WorkCalendar& calendar);
/// The last day to pay; none before service.
std::optional<Day> payment_day(const CaseFacts& facts, const CaseLimits& limits, const WorkCalendar& calendar);

/// Whether the law lets this step be taken today. Refusals carry the article.
Result<void> may_take(
    const CaseFacts& facts, const StepWords& words, Day today, const CaseLimits& limits, const WorkCalendar& calendar
);

/// The clocks that run after these steps.
std::vector<RunningClock> running_clocks(
    const CaseFacts& facts, const CaseLimits& limits, const WorkCalendar& calendar
);

/// Steps that a leader takes or approves: not one of the officers of the case.
bool needs_approval(const CaseFacts& facts, CaseStep step);
/// The step that ends what a clock waits for.
bool stops(CaseClock clock, CaseStep step);
/// What may be taken today, for the page: the next step first.
std::vector<CaseStep> next_steps(
    const CaseFacts& facts, Day today, const CaseLimits& limits, const WorkCalendar& calendar
);

}  // namespace anlan::enforcement

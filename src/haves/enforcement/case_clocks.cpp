#include <algorithm>
#include <cmath>

#include "enforcement/case_law.hpp"

namespace anlan::enforcement {

using std::chrono::days;
using std::chrono::months;

namespace {

/// The same day so many months later; of a shorter month its last day.
Day months_after(Day day, int count) {
    auto date = std::chrono::year_month_day{day} + months{count};
    if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
    return Day{date};
}

class Clocks {
  public:
    Clocks(const CaseFacts& facts, const CaseLimits& limits, const WorkCalendar& calendar)
        : facts_(facts), limits_(limits), calendar_(calendar) {}

    std::vector<RunningClock> all() {
        if (!facts_.open()) return {};
        investigation();
        decision();
        execution();
        return std::move(made_);
    }

  private:
    /// From `begun` until `ended` is taken after it.
    const StepDone* waits(CaseStep begun, CaseStep ended) const {
        const auto* from = facts_.last(begun);
        const auto* until = facts_.last(ended);
        if (from == nullptr || (until != nullptr && until > from)) return nullptr;
        return from;
    }
    void run(CaseClock clock, const StepDone& from, Day due, const char* basis) {
        made_.push_back({clock, from.day, to_text(due), basis});
    }
    Day working(const StepDone& from, int count) const { return calendar_.after_working_days(day_of(from.day), count); }

    void investigation() {
        // 行政处罚法第五十四条第二款：符合立案标准的，及时立案。
        if (const auto* from = waits(CaseStep::filed, CaseStep::opening_approved);
            from != nullptr && facts_.procedure == Procedure::ordinary)
            run(CaseClock::opening, *from, working(*from, limits_.opening_wd), "行政处罚法第五十四条");
        // 行政处罚法第五十六条：先行登记保存，七日（工作日）内作出处理决定。
        if (const auto* from = waits(CaseStep::evidence_kept, CaseStep::evidence_decided))
            run(CaseClock::evidence_hold, *from, working(*from, limits_.evidence_hold_wd), "行政处罚法第五十六条");
        // 行政强制法第二十五条：查封、扣押不得超过三十日，经批准可以延长不超过三十日。
        if (const auto* from = waits(CaseStep::seized, CaseStep::seizure_ended)) {
            const auto* longer = facts_.last(CaseStep::seizure_extended);
            const int more = longer != nullptr && longer > from ? limits_.seizure_extension_days : 0;
            run(CaseClock::seizure, *from, day_of(from->day) + days{limits_.seizure_days + more}, "行政强制法第二十五条"
            );
        }
    }

    void decision() {
        // 行政处罚法第六十条：自立案之日起九十日内作出处罚决定。
        if (const auto* from = waits(CaseStep::opening_approved, CaseStep::decided)) {
            const int more = facts_.has(CaseStep::decision_extended) ? limits_.decision_extension_days : 0;
            run(CaseClock::decision, *from, day_of(from->day) + days{limits_.decision_days + more}, "行政处罚法第六十条"
            );
        }
        // 行政处罚法第六十四条第一项：当事人被告知后五日（工作日）内提出听证。
        if (const auto* from = waits(CaseStep::noticed, CaseStep::decided);
            from != nullptr && facts_.large(limits_) && waits(CaseStep::noticed, CaseStep::hearing_asked) != nullptr &&
            !waived()) {
            const auto due = working(*from, limits_.hearing_request_wd);
            // Over is over: a waiver taken back after these days does not give them again.
            if (due >= day_of(facts_.steps.back().day))
                run(CaseClock::hearing_request, *from, due, "行政处罚法第六十四条");
        }
        // 行政处罚法第六十一条：当事人不在场的，七日（工作日）内送达。
        if (const auto* from = waits(CaseStep::decided, CaseStep::served))
            run(CaseClock::delivery, *from, working(*from, limits_.delivery_wd), "行政处罚法第六十一条");
        // 安全生产法第七十八条：作出处罚决定后七个工作日内公开。
        if (const auto* from = waits(CaseStep::decided, CaseStep::published))
            run(CaseClock::publicity, *from, working(*from, limits_.publicity_wd), "安全生产法第七十八条");
        // 行政处罚法第五十二条第三款：当场处罚决定报所属行政机关备案。
        if (const auto* from = waits(CaseStep::decided, CaseStep::spot_filed);
            from != nullptr && facts_.procedure == Procedure::simple)
            run(CaseClock::spot_report,
                *from,
                day_of(from->day) + days{limits_.spot_report_days},
                "行政处罚法第五十二条");
    }

    void execution() {
        const auto* decided = facts_.last(CaseStep::decided);
        const auto* served = facts_.last(CaseStep::served);
        // 行政处罚法第六十七条：十五日内缴纳罚款。
        if (const auto due = payment_day(facts_, limits_, calendar_);
            due && decided->words.amount_yuan > 0 && !facts_.has(CaseStep::paid) && !facts_.has(CaseStep::court_asked))
            run(CaseClock::payment, *served, *due, "行政处罚法第六十七条");
        // 行政处罚法第七十一条：当场收缴的，二日（工作日）内交至行政机关。
        if (const auto* from = waits(CaseStep::paid, CaseStep::handed_in); from != nullptr && from->words.on_spot)
            run(CaseClock::hand_in, *from, working(*from, limits_.hand_in_wd), "行政处罚法第七十一条");
        // 行政强制法第五十三条：复议、诉讼期限届满之日起三个月内申请法院强制执行。
        if (served != nullptr && decided->words.amount_yuan > 0 && !facts_.has(CaseStep::paid) &&
            !facts_.has(CaseStep::court_asked))
            run(CaseClock::court,
                *served,
                months_after(day_of(served->day), limits_.suit_months + limits_.court_months),
                "行政强制法第五十三条");
    }

    bool waived() const {
        const auto* stated = facts_.last(CaseStep::stated);
        return stated != nullptr && stated->words.waived && stated > facts_.last(CaseStep::noticed);
    }

    const CaseFacts& facts_;
    const CaseLimits& limits_;
    const WorkCalendar& calendar_;
    std::vector<RunningClock> made_;
};

}  // namespace

const StepDone* CaseFacts::last(CaseStep step) const {
    const auto found =
        std::find_if(steps.rbegin(), steps.rend(), [&](const StepDone& each) { return each.words.step == step; });
    return found == steps.rend() ? nullptr : &*found;
}

bool CaseFacts::large(const CaseLimits& limits) const {
    const auto* noticed = last(CaseStep::noticed);
    const auto from = party_kind == PartyKind::citizen ? limits.hearing_citizen_yuan : limits.hearing_organisation_yuan;
    return noticed != nullptr && noticed->words.amount_yuan >= from;
}

std::optional<Day> payment_day(const CaseFacts& facts, const CaseLimits& limits, const WorkCalendar& calendar) {
    const auto* served = facts.last(CaseStep::served);
    if (served == nullptr) return std::nullopt;
    if (const auto* later = facts.last(CaseStep::instalments)) return day_of(later->words.day);
    // The last day is a holiday: the first working day after it.
    return calendar.on_or_after(day_of(served->day) + days{limits.payment_days});
}

double late_fee(const CaseFacts& facts, Day today, const CaseLimits& limits, const WorkCalendar& calendar) {
    const auto* decided = facts.last(CaseStep::decided);
    const auto due = payment_day(facts, limits, calendar);
    if (decided == nullptr || !due) return 0;
    const auto late_days = std::max<std::int64_t>(0, (today - *due).count());
    const auto fine = decided->words.amount_yuan;
    return std::min(fine, std::round(fine * limits.late_fee_percent * static_cast<double>(late_days)) / 100);
}

std::vector<RunningClock> running_clocks(
    const CaseFacts& facts, const CaseLimits& limits, const WorkCalendar& calendar
) {
    return Clocks(facts, limits, calendar).all();
}

bool stops(CaseClock clock, CaseStep step) {
    switch (clock) {
        case CaseClock::opening:
            return step == CaseStep::opening_approved;
        case CaseClock::evidence_hold:
            return step == CaseStep::evidence_decided;
        case CaseClock::seizure:
            return step == CaseStep::seizure_ended;
        case CaseClock::decision:
            return step == CaseStep::decided;
        case CaseClock::hearing_request:
            return step == CaseStep::hearing_asked;
        case CaseClock::delivery:
            return step == CaseStep::served;
        case CaseClock::publicity:
            return step == CaseStep::published;
        case CaseClock::spot_report:
            return step == CaseStep::spot_filed;
        case CaseClock::payment:
            return step == CaseStep::paid;
        case CaseClock::hand_in:
            return step == CaseStep::handed_in;
        case CaseClock::court:
            return step == CaseStep::court_asked || step == CaseStep::paid;
    }
    return false;
}

}  // namespace anlan::enforcement

#include "enforcement/case_rules.hpp"

namespace anlan::enforcement {

using std::chrono::days;

Refusal out_of_order(const char* zh, const char* en) {
    return refuse("step_out_of_order", "step", zh, en);
}

Result<void> Law::allows() const {
    if (!facts_.open()) return refuse("already_closed", "step", "案件已办结", "the case is closed");
    switch (words_.step) {
        case CaseStep::filed:
            return out_of_order("案件已经提起", "the case has been filed already");
        case CaseStep::opening_approved:
        case CaseStep::evidence_taken:
        case CaseStep::evidence_kept:
        case CaseStep::evidence_decided:
        case CaseStep::seized:
        case CaseStep::seizure_extended:
        case CaseStep::seizure_ended:
        case CaseStep::investigated:
            return investigation();
        case CaseStep::noticed:
        case CaseStep::stated:
        case CaseStep::hearing_asked:
        case CaseStep::hearing_notified:
        case CaseStep::heard:
            return hearing();
        case CaseStep::reviewed:
        case CaseStep::discussed:
        case CaseStep::decision_extended:
        case CaseStep::decided:
            return decision();
        case CaseStep::transferred:
            return before_decision();
        default:
            return execution();
    }
}

Result<void> Law::before_decision() const {
    if (has(CaseStep::decided)) return out_of_order("处罚决定已作出", "the decision has been made");
    return done();
}

Result<void> Law::once() const {
    if (has(words_.step)) return refuse("already_done", "step", "这一步已经办过", "this step has been taken");
    return done();
}

Result<void> Law::investigation() const {
    if (simple()) return out_of_order("简易程序当场处罚，没有这一步", "a penalty on the spot knows no such step");
    BOOST_OUTCOME_TRYV(before_decision());
    if (words_.step == CaseStep::opening_approved) return once();
    // 行政处罚法第五十四条：立案后方可调查取证。
    if (!has(CaseStep::opening_approved)) return out_of_order("请先批准立案", "the case is opened first");
    if (has(CaseStep::investigated) && words_.step != CaseStep::evidence_decided &&
        words_.step != CaseStep::seizure_ended && words_.step != CaseStep::seizure_extended)
        return out_of_order("调查已经终结", "the investigation has ended");
    switch (words_.step) {
        case CaseStep::evidence_taken:
            // 行政处罚法第四十六条：证据的种类。
            if (words_.evidence.empty())
                return refuse("evidence_missing", "evidence", "请选择证据种类", "say which kind of evidence");
            return done();
        case CaseStep::evidence_kept:
            if (after(CaseStep::evidence_kept, CaseStep::evidence_decided))
                return out_of_order("上一次登记保存还没有处理", "evidence kept before is not decided on yet");
            return done();
        case CaseStep::evidence_decided:
            if (!after(CaseStep::evidence_kept, CaseStep::evidence_decided))
                return out_of_order("没有待处理的登记保存证据", "no evidence is kept");
            return done();
        case CaseStep::seized:
            if (after(CaseStep::seized, CaseStep::seizure_ended))
                return out_of_order("已在查封扣押期间", "things are under seizure already");
            return done();
        case CaseStep::seizure_extended:
            return extend_seizure();
        case CaseStep::seizure_ended:
            if (!after(CaseStep::seized, CaseStep::seizure_ended))
                return out_of_order("没有查封扣押", "nothing is under seizure");
            return done();
        default:
            return end_investigation();
    }
}

/// 行政强制法第二十五条：期限内批准，只延长一次。
Result<void> Law::extend_seizure() const {
    if (!after(CaseStep::seized, CaseStep::seizure_ended))
        return out_of_order("没有查封扣押", "nothing is under seizure");
    if (after(CaseStep::seizure_extended, CaseStep::seized))
        return refuse("already_extended", "step", "查封扣押只能延长一次", "a seizure is extended once");
    if (today_ > day_of(facts_.last(CaseStep::seized)->day) + days{limits_.seizure_days})
        return refuse(
            "extension_late", "step", "查封扣押期限已过，应当解除", "the time of the seizure is over; end it"
        );
    return done();
}

Result<void> Law::end_investigation() const {
    BOOST_OUTCOME_TRYV(once());
    // 行政处罚法第四十条：违法事实不清、证据不足的，不得给予行政处罚。
    if (!has(CaseStep::evidence_taken))
        return refuse("evidence_missing", "step", "还没有取得证据，不能终结调查", "no evidence has been taken yet");
    if (after(CaseStep::evidence_kept, CaseStep::evidence_decided))
        return out_of_order("登记保存的证据还没有处理", "evidence kept is not decided on yet");
    return done();
}

Result<void> may_take(
    const CaseFacts& facts, const StepWords& words, Day today, const CaseLimits& limits, const WorkCalendar& calendar
) {
    return Law(facts, words, today, limits, calendar).allows();
}

bool needs_approval(const CaseFacts& facts, CaseStep step) {
    switch (step) {
        case CaseStep::opening_approved:
        case CaseStep::evidence_kept:
        case CaseStep::seized:
        case CaseStep::seizure_extended:
        case CaseStep::reviewed:
        case CaseStep::discussed:
        case CaseStep::decision_extended:
        case CaseStep::instalments:
        case CaseStep::court_asked:
        case CaseStep::transferred:
        case CaseStep::closed:
            return true;
        case CaseStep::decided:
            return facts.procedure == Procedure::ordinary;
        default:
            return false;
    }
}

std::vector<CaseStep> next_steps(
    const CaseFacts& facts, Day today, const CaseLimits& limits, const WorkCalendar& calendar
) {
    std::vector<CaseStep> steps;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<CaseStep>>([&](auto each) {
        StepWords words;
        words.step = each.value;
        // What a form still has to say must not hide that the step is due.
        words.evidence = {EvidenceKind::scene};
        words.day = to_text(today + days{365});
        const auto* notice = facts.last(CaseStep::noticed);
        words.amount_yuan = notice == nullptr ? facts.authority.fine_least : notice->words.amount_yuan;
        if (const auto* decided = facts.last(CaseStep::decided))
            words.amount_yuan = decided->words.amount_yuan + late_fee(facts, today, limits, calendar);
        if (may_take(facts, words, today, limits, calendar)) steps.push_back(each.value);
    });
    return steps;
}

}  // namespace anlan::enforcement

#include <fmt/format.h>

#include "enforcement/case_rules.hpp"

namespace anlan::enforcement {

using std::chrono::days;

Result<void> Law::decision() const {
    BOOST_OUTCOME_TRYV(before_decision());
    if (words_.step == CaseStep::decision_extended) return extend_decision();
    if (!has(CaseStep::noticed)) return out_of_order("请先告知当事人", "the party is told first");
    if (words_.step == CaseStep::decided) return decide();
    if (simple()) return out_of_order("当场处罚没有这一步", "a penalty on the spot knows no such step");
    return done();
}

Result<void> Law::extend_decision() const {
    if (!has(CaseStep::opening_approved)) return out_of_order("请先批准立案", "the case is opened first");
    BOOST_OUTCOME_TRYV(once());
    if (today_ > decision_end())
        return refuse("extension_late", "step", "办案期限已过，不能再延长", "the time to decide is over");
    return done();
}

Day Law::decision_end() const {
    const int more = has(CaseStep::decision_extended) ? limits_.decision_extension_days : 0;
    return day_of(facts_.last(CaseStep::opening_approved)->day) + days{limits_.decision_days + more};
}

Result<void> Law::decide() const {
    BOOST_OUTCOME_TRYV(within_range(words_.amount_yuan));
    const auto& notice = *facts_.last(CaseStep::noticed);
    // 行政处罚法第四十五条第二款：不得因当事人陈述、申辩而给予更重的处罚。
    if (words_.amount_yuan > notice.words.amount_yuan)
        return refuse(
            "penalty_heavier",
            "amount_yuan",
            "不得重于告知的处罚；确需加重的，重新告知（行政处罚法第四十五条）",
            "not more than what was announced; announce anew if it must be (art. 45)"
        );
    if (simple()) return done();
    // 行政处罚法第六十条：九十日内作出处罚决定。
    if (today_ > decision_end())
        return refuse(
            "decision_late",
            "step",
            fmt::format("已超过办案期限 {}，不能再作处罚决定，请结案说明", to_text(decision_end())),
            fmt::format("the time to decide ended on {}; close the case and say why", to_text(decision_end()))
        );
    BOOST_OUTCOME_TRYV(party_was_heard(notice));
    if (after(CaseStep::evidence_kept, CaseStep::evidence_decided))
        return out_of_order("登记保存的证据还没有处理", "evidence kept is not decided on yet");
    // 行政处罚法第五十八条：经过听证程序等情形，未经法制审核或者审核未通过的，不得作出决定。
    if (facts_.large(limits_) && !after(CaseStep::reviewed, CaseStep::noticed))
        return refuse(
            "review_missing", "step", "请先做法制审核（行政处罚法第五十八条）", "legal review comes first (art. 58)"
        );
    // 行政处罚法第五十七条第二款：情节复杂或者重大违法行为，集体讨论决定。
    if (notice.words.amount_yuan >= limits_.discussion_yuan && !after(CaseStep::discussed, CaseStep::noticed))
        return refuse(
            "discussion_missing", "step", "请先集体讨论（行政处罚法第五十七条）", "leaders discuss it first (art. 57)"
        );
    return done();
}

/// 行政处罚法第四十五条、第六十二条、第六十四条：充分听取意见；拒绝听取的，不得作出处罚决定。
Result<void> Law::party_was_heard(const StepDone& notice) const {
    const bool stated = after(CaseStep::stated, CaseStep::noticed);
    const bool waived = stated && facts_.last(CaseStep::stated)->words.waived;
    if (after(CaseStep::hearing_asked, CaseStep::noticed)) {
        if (after(CaseStep::heard, CaseStep::hearing_notified)) return done();
        return refuse(
            "hearing_missing", "step", "当事人申请了听证，请先举行听证", "a hearing was asked for; hold it first"
        );
    }
    if (waived) return done();
    if (facts_.large(limits_) && today_ <= request_end())
        return refuse(
            "party_still_to_be_heard",
            "step",
            fmt::format("当事人可以在 {} 前申请听证，期满再作决定", to_text(request_end())),
            fmt::format("the party may ask for a hearing until {}; decide after that", to_text(request_end()))
        );
    const auto end = calendar_.after_working_days(day_of(notice.day), limits_.statement_wd);
    if (!stated && today_ <= end)
        return refuse(
            "party_still_to_be_heard",
            "step",
            fmt::format("当事人可以在 {} 前陈述申辩，期满再作决定", to_text(end)),
            fmt::format("the party may state its case until {}; decide after that", to_text(end))
        );
    return done();
}

}  // namespace anlan::enforcement

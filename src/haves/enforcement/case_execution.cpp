#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "enforcement/case_rules.hpp"

namespace anlan::enforcement {

using std::chrono::days;

Result<void> Law::execution() const {
    if (words_.step == CaseStep::closed) return close();
    if (!has(CaseStep::decided)) return out_of_order("处罚决定还没有作出", "nothing has been decided yet");
    switch (words_.step) {
        case CaseStep::served:
        case CaseStep::published:
            return once();
        case CaseStep::spot_filed:
            if (!simple()) return out_of_order("只有当场处罚需要报备", "only penalties on the spot are filed");
            return once();
        case CaseStep::paid:
            return pay();
        case CaseStep::handed_in:
            if (!has(CaseStep::paid) || !facts_.last(CaseStep::paid)->words.on_spot)
                return out_of_order("没有当场收缴的罚款", "no fine was collected on the spot");
            return once();
        default:
            return collect();
    }
}

Result<void> Law::unpaid() const {
    if (facts_.last(CaseStep::decided)->words.amount_yuan <= 0) return out_of_order("没有罚款", "there is no fine");
    if (!has(CaseStep::served)) return out_of_order("请先送达决定书", "the decision is served first");
    return has(CaseStep::paid) ? refuse("already_paid", "step", "罚款已缴清", "the fine has been paid")
                               : Result<void>(done());
}

Result<void> Law::pay() const {
    BOOST_OUTCOME_TRYV(unpaid());
    const auto fine = facts_.last(CaseStep::decided)->words.amount_yuan;
    const auto fee = late_fee(facts_, today_, limits_, calendar_);
    // 行政处罚法第七十二条：逾期每日加处百分之三，加处不得超出罚款的数额。
    if (std::abs(words_.amount_yuan - fine - fee) > 0.005)
        return refuse(
            "amount_wrong",
            "amount_yuan",
            fmt::format("应缴 {:.2f} 元（罚款 {:.2f}，加处 {:.2f}）", fine + fee, fine, fee),
            fmt::format("{:.2f} yuan are due (fine {:.2f}, added {:.2f})", fine + fee, fine, fee)
        );
    // 行政处罚法第六十八条：依法给予一百元以下罚款的，可以当场收缴。
    if (words_.on_spot && words_.amount_yuan > limits_.spot_collect_yuan)
        return refuse(
            "collect_at_bank",
            "on_spot",
            fmt::format("当场收缴最多 {:.0f} 元，请到银行或电子支付缴纳", limits_.spot_collect_yuan),
            fmt::format(
                "at most {:.0f} yuan are collected on the spot; it is paid at the bank", limits_.spot_collect_yuan
            )
        );
    return done();
}

/// 催缴、延期分期、催告、申请强制执行。
Result<void> Law::collect() const {
    BOOST_OUTCOME_TRYV(unpaid());
    const auto due = *payment_day(facts_, limits_, calendar_);
    if (words_.step == CaseStep::instalments) {
        // 行政处罚法第六十六条第二款：经申请和批准，可以暂缓或者分期缴纳。
        BOOST_OUTCOME_TRY(const auto later, parse_day(words_.day, "day"));
        if (later <= due)
            return refuse("due_order", "day", "新期限应晚于原期限", "the new day comes after the old one");
        return done();
    }
    if (today_ <= due) return refuse("not_late", "step", "缴款期限未到", "the time to pay is not over");
    if (words_.step == CaseStep::payment_reminded || words_.step == CaseStep::urged) return done();
    return ask_court();
}

Result<void> Law::ask_court() const {
    BOOST_OUTCOME_TRYV(once());
    // 行政强制法第五十四条：催告书送达十日后仍未履行的，方可申请。
    if (!has(CaseStep::urged)) return out_of_order("请先催告", "the party is urged first");
    const auto notice_end = day_of(facts_.last(CaseStep::urged)->day) + days{limits_.court_notice_days};
    // 行政强制法第五十三条：不复议、不诉讼又不履行的，自期限届满之日起三个月内申请。
    const auto served = std::chrono::year_month_day{day_of(facts_.last(CaseStep::served)->day)};
    const auto month = [&](int count) {
        auto date = served + std::chrono::months{count};
        if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
        return Day{date};
    };
    const auto first = std::max(notice_end, month(limits_.suit_months));
    const auto last = month(limits_.suit_months + limits_.court_months);
    if (today_ <= first)
        return refuse(
            "court_early",
            "step",
            fmt::format("诉讼期满且催告满十日后（{} 以后）方可申请", to_text(first)),
            fmt::format("the court may be asked after {}", to_text(first))
        );
    if (today_ > last)
        return refuse(
            "court_late",
            "step",
            fmt::format("申请强制执行的期限已于 {} 届满", to_text(last)),
            fmt::format("the time to ask the court ended on {}", to_text(last))
        );
    return done();
}

Result<void> Law::close() const {
    if (after(CaseStep::evidence_kept, CaseStep::evidence_decided) || after(CaseStep::seized, CaseStep::seizure_ended))
        return out_of_order("登记保存或查封扣押还没有处理", "things kept or seized are not dealt with yet");
    if (!has(CaseStep::decided)) return done();  // 撤销案件：理由写在结案审批表里
    if (!has(CaseStep::served)) return out_of_order("请先送达决定书", "the decision is served first");
    if (!has(CaseStep::published)) return out_of_order("请先公示处罚", "the penalty is published first");
    if (simple() && !has(CaseStep::spot_filed)) return out_of_order("请先报备", "it is filed with the agency first");
    if (facts_.last(CaseStep::decided)->words.amount_yuan <= 0) return done();
    if (!has(CaseStep::paid) && !has(CaseStep::court_asked))
        return out_of_order("罚款没有缴清，也没有申请强制执行", "the fine is neither paid nor before the court");
    if (has(CaseStep::paid) && facts_.last(CaseStep::paid)->words.on_spot && !has(CaseStep::handed_in))
        return out_of_order("当场收缴的罚款还没有上缴", "money collected on the spot is not handed in yet");
    return done();
}

}  // namespace anlan::enforcement

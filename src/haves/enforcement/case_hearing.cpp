#include <fmt/format.h>

#include "enforcement/case_rules.hpp"

namespace anlan::enforcement {

using std::chrono::days;

Result<void> Law::hearing() const {
    BOOST_OUTCOME_TRYV(before_decision());
    if (words_.step == CaseStep::noticed) return notice();
    // 行政处罚法第四十四条、第四十五条：告知之后，当事人有权陈述和申辩。
    if (!has(CaseStep::noticed)) return out_of_order("请先告知当事人", "the party is told first");
    if (words_.step == CaseStep::stated) return done();
    if (simple() || !facts_.large(limits_))
        return refuse(
            "hearing_not_due",
            "step",
            "未达到听证标准；当事人可以陈述申辩（行政处罚法第六十三条）",
            "no hearing is due for this penalty; the party may state its case (art. 63)"
        );
    switch (words_.step) {
        case CaseStep::hearing_asked:
            return ask_hearing();
        case CaseStep::hearing_notified:
            return notify_hearing();
        default:
            return hold_hearing();
    }
}

Result<void> Law::notice() const {
    if (!simple() && !has(CaseStep::investigated)) return out_of_order("请先终结调查", "the investigation ends first");
    return within_range(words_.amount_yuan);
}

/// 行政处罚法第四条、第五十一条：在法定幅度内；当场处罚有上限。
Result<void> Law::within_range(double amount) const {
    if (!(amount >= 0) || amount > 1e9)
        return refuse("amount_invalid", "amount_yuan", "罚款数额无效", "the fine is no amount");
    const auto& item = facts_.authority;
    if (amount > 0 && (amount < item.fine_least || (item.fine_most > 0 && amount > item.fine_most)))
        return refuse(
            "amount_out_of_range",
            "amount_yuan",
            fmt::format("罚款应在 {:.0f} 至 {:.0f} 元之间（{}）", item.fine_least, item.fine_most, item.basis),
            fmt::format(
                "the fine lies between {:.0f} and {:.0f} yuan ({})", item.fine_least, item.fine_most, item.basis
            )
        );
    const auto most =
        facts_.party_kind == PartyKind::citizen ? limits_.spot_citizen_yuan : limits_.spot_organisation_yuan;
    if (simple() && amount > most)
        return refuse(
            "spot_too_large",
            "amount_yuan",
            fmt::format("当场罚款最多 {:.0f} 元，请用普通程序（行政处罚法第五十一条）", most),
            fmt::format("on the spot at most {:.0f} yuan; use the ordinary procedure (art. 51)", most)
        );
    return done();
}

Result<void> Law::ask_hearing() const {
    // 行政处罚法第六十四条第一项：告知后五日（工作日）内提出。
    if (today_ > request_end())
        return refuse("hearing_late", "step", "申请听证的期限已过", "the time to ask for a hearing is over");
    if (after(CaseStep::hearing_asked, CaseStep::noticed)) return once();
    return done();
}

Day Law::request_end() const {
    return calendar_.after_working_days(day_of(facts_.last(CaseStep::noticed)->day), limits_.hearing_request_wd);
}

Result<void> Law::notify_hearing() const {
    if (!after(CaseStep::hearing_asked, CaseStep::noticed))
        return out_of_order("当事人没有申请听证", "no hearing has been asked for");
    BOOST_OUTCOME_TRY(const auto held, parse_day(words_.day, "day"));
    // 行政处罚法第六十四条第二项：举行听证的七日（工作日）前，通知当事人。
    const auto first = calendar_.after_working_days(today_, limits_.hearing_notice_wd);
    if (held < first)
        return refuse(
            "hearing_too_soon",
            "day",
            fmt::format("听证应提前 {} 个工作日通知，最早 {}", limits_.hearing_notice_wd, to_text(first)),
            fmt::format(
                "a hearing is announced {} working days before: {} at the earliest",
                limits_.hearing_notice_wd,
                to_text(first)
            )
        );
    return done();
}

Result<void> Law::hold_hearing() const {
    if (!after(CaseStep::hearing_notified, CaseStep::hearing_asked))
        return out_of_order("请先通知听证", "the hearing is announced first");
    if (today_ < day_of(facts_.last(CaseStep::hearing_notified)->words.day))
        return refuse("hearing_too_soon", "step", "还没到通知的听证日期", "the day of the hearing has not come");
    return done();
}

}  // namespace anlan::enforcement

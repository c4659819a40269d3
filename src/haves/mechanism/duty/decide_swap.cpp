#include <algorithm>

#include "duty/checks.hpp"
#include "duty/rules.hpp"

namespace anlan::duty {

namespace {

/// The published turns of the month with these two given over.
std::vector<Duty> after_swap(
    std::vector<Duty> duties, const Duty& give, const std::optional<Duty>& take, const PersonId& to
) {
    for (auto& duty : duties) {
        if (duty == give)
            duty.person = to;
        else if (take && duty == *take)
            duty.person = give.person;
    }
    return duties;
}

std::vector<RotaFinding> red_of(const Month& month, const std::vector<Duty>& duties) {
    auto found = check(month, duties);
    std::erase_if(found, [](const RotaFinding& each) { return each.severity != "red"; });
    return found;
}

/// A published turn that has not begun.
Result<void> check_turn(const Desk& desk, const Duty& duty, const std::string& field) {
    const auto there = duties_of(desk.views, duty.day.substr(0, 7), Edition::published);
    if (std::find(there.begin(), there.end(), duty) == there.end())
        return refuse("not_your_turn", field, "值班表上没有这个班次", "the rota has no such turn");
    const auto slot = slot_of(pattern_of(desk.views), duty);
    if (!slot || slot->from <= desk.now)
        return refuse("turn_over", field, "这个班次已经开始或已经过去", "this turn has begun or is over");
    return done();
}

Result<SwapFacts> open_swap(const Desk& desk, const SwapId& id) {
    const auto swap = find_swap(desk.views, id);
    if (!swap) return swap_unknown();
    if (swap->state == SwapState::approved || swap->state == SwapState::declined)
        return refuse("already_decided", "swap", "这次换班已经有结果了", "this swap has been decided already");
    return *swap;
}

}  // namespace

Refusal swap_unknown() {
    return refuse("swap_unknown", "swap", "没有这次换班", "there is no such swap");
}

Result<void> breaks_nothing_new(
    const Desk& desk, const Duty& give, const std::optional<Duty>& take, const PersonId& to
) {
    std::vector<std::string> months{give.day.substr(0, 7)};
    if (take && take->day.substr(0, 7) != months.front()) months.push_back(take->day.substr(0, 7));
    for (const auto& name : months) {
        BOOST_OUTCOME_TRY(const auto month, month_facts(desk.views, name));
        const auto duties = duties_of(desk.views, name, Edition::published);
        const auto before = red_of(month, duties);
        for (const auto& each : red_of(month, after_swap(duties, give, take, to))) {
            const bool known = std::any_of(before.begin(), before.end(), [&](const RotaFinding& old) {
                return old.code == each.code && old.day == each.day && old.shift == each.shift &&
                       old.post == each.post && old.person == each.person;
            });
            if (!known)
                return refuse(
                    "rule_broken", "to", "换班后不合规则：" + each.zh, "the swap would break a rule: " + each.en
                );
        }
    }
    return done();
}

Result<Decision> decide(const AskSwap& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRYV(parse_day(wish.give.day, "give"));
    if (wish.give.person != desk.person())
        return refuse("not_your_turn", "give", "只能换自己的班", "only a turn of your own can be given");
    BOOST_OUTCOME_TRYV(check_turn(desk, wish.give, "give"));
    if (wish.to.empty() || wish.to == desk.person())
        return refuse("to_missing", "to", "请选择和谁换", "choose whom to swap with");
    if (wish.take) {
        BOOST_OUTCOME_TRYV(parse_day(wish.take->day, "take"));
        if (wish.take->person != wish.to)
            return refuse("to_missing", "take", "要换回的班次不是对方的", "the turn you want is not theirs");
        BOOST_OUTCOME_TRYV(check_turn(desk, *wish.take, "take"));
    }
    BOOST_OUTCOME_TRYV(breaks_nothing_new(desk, wish.give, wish.take, wish.to));
    return journal::decided(journal::event(desk.new_id(), SwapAsked{wish.give, wish.take, wish.to}));
}

Result<Decision> decide(const AgreeSwap& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRY(const auto swap, open_swap(desk, wish.swap));
    if (swap.asked_of != desk.person())
        return refuse("not_yours", "swap", "这次换班问的不是您", "you are not the one who is asked");
    if (swap.state == SwapState::agreed) return Decision{{}, wish.swap.text, {}};
    return journal::decided(journal::event(wish.swap.text, SwapAgreed{}));
}

Result<Decision> decide(const ApproveSwap& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRY(const auto swap, open_swap(desk, wish.swap));
    if (swap.state != SwapState::agreed)
        return refuse("not_agreed", "swap", "对方还没有同意", "the other has not agreed yet");
    BOOST_OUTCOME_TRYV(check_turn(desk, swap.give, "swap"));
    if (swap.take) {
        BOOST_OUTCOME_TRYV(check_turn(desk, *swap.take, "swap"));
    }
    BOOST_OUTCOME_TRYV(breaks_nothing_new(desk, swap.give, swap.take, swap.asked_of));
    return journal::decided(journal::event(wish.swap.text, SwapApproved{swap.give, swap.take, swap.asked_of}));
}

Result<Decision> decide(const DeclineSwap& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRY(const auto swap, open_swap(desk, wish.swap));
    const bool theirs = swap.asked_of == desk.person() || swap.asked_by == desk.person();
    if (!theirs && !is_leader(desk.views, desk.person()))
        return refuse("not_yours", "swap", "这次换班和您无关", "this swap is not yours to decide");
    return journal::decided(journal::event(wish.swap.text, SwapDeclined{wish.reason}));
}

}  // namespace anlan::duty

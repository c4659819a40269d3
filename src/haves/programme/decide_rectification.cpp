#include <algorithm>

#include "programme/acceptance_commands.hpp"
#include "programme/at_desk.hpp"
#include "programme/queries.hpp"

/// What has to be put right (整改): ordered by the county, reported by the station, accepted by the county.
namespace anlan::programme {

using journal::Decision;
using journal::Desk;

Result<Decision> decide(const OrderRectification& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto acceptance, under_review(desk, wish.acceptance));
    BOOST_OUTCOME_TRYV(item_named(wish.item));
    if (wish.what.empty()) return refuse("what_empty", "what", "请写明要整改什么", "say what has to be put right");
    const auto day = parse_time(wish.until + "T00:00:00");
    if (!day || wish.until < to_local(desk.now).substr(0, 10))
        return refuse("until_invalid", "until", "整改期限应是今天或以后的日期", "the date must be today or later");
    std::int64_t round = 1;
    for (const auto& fix : fixes_of(desk.views, wish.acceptance))
        if (fix.item == wish.item) round = fix.round + 1;
    auto event = journal::event(
        wish.acceptance.text, RectificationOrdered{acceptance.station, wish.item, wish.what, wish.until, round}
    );
    event.to = {acceptance.station};
    return journal::decided(std::move(event));
}

Result<Decision> decide(const ReportRectification& wish, const Desk& desk) {
    const auto fixes = fixes_of(desk.views, wish.acceptance);
    const auto fix = std::ranges::find(fixes, wish.item, &FixFacts::item);
    if (fix == fixes.end() || !is_station(desk.node))
        return refuse("rectification_unknown", "item", "这一项没有整改通知", "nothing has been ordered for this item");
    if (find_acceptance(desk.views, wish.acceptance)->state != AcceptanceState::applied)
        return refuse(
            "already_concluded",
            "acceptance",
            "验收意见已出具，整改情况不能再补报",
            "the opinion has been given; nothing can be added to what was judged"
        );
    if (fix->accepted_at)
        return refuse(
            "already_accepted", "item", "这项整改已验收通过，不能再改", "this has been accepted and cannot be rewritten"
        );
    if (wish.note.empty()) return refuse("note_empty", "note", "请写明怎么整改的", "say how it was put right");
    return journal::decided(journal::event(
        wish.acceptance.text, RectificationReported{wish.item, wish.note, wish.photo.value_or(""), fix->round}
    ));
}

Result<Decision> decide(const AcceptRectification& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto acceptance, under_review(desk, wish.acceptance));
    const auto fixes = fixes_of(desk.views, wish.acceptance);
    const auto fix = std::ranges::find(fixes, wish.item, &FixFacts::item);
    if (fix == fixes.end() || !fix->reported_at)
        return refuse(
            "rectification_unknown", "item", "镇里还没有报来整改结果", "the town has not told its result yet"
        );
    if (fix->accepted_at) return Decision{};
    auto event = journal::event(wish.acceptance.text, RectificationAccepted{acceptance.station, wish.item, fix->round});
    event.to = {acceptance.station};
    return journal::decided(std::move(event));
}

}  // namespace anlan::programme

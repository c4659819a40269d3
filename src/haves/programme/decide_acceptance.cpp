#include <fmt/format.h>

#include <algorithm>

#include "organisation/queries.hpp"
#include "policy/queries.hpp"
#include "programme/acceptance_commands.hpp"
#include "programme/at_desk.hpp"
#include "programme/queries.hpp"
#include "programme/score.hpp"

/// The rules of acceptance. POLICY.md §1.1 (flow), §1.4 (sheet).
namespace anlan::programme {

using journal::Decision;
using journal::Desk;

namespace {

Result<void> points_fit(const Item& item, double points) {
    if (points >= 0 && points <= item.points) return done();
    return refuse(
        "points_invalid",
        "points",
        fmt::format("{} 的得分应在 0 到 {} 之间", item.id, item.points),
        fmt::format("{} takes between 0 and {} points", item.id, item.points)
    );
}

/// Every item no record answers has a score, and together they pass.
Result<void> self_check(const Desk& desk, const std::vector<SelfScore>& self, const Readiness& readiness) {
    double total = readiness.points;
    for (const auto& item : shipped_sheet().items) {
        if (std::ranges::count(readiness.findings, item.id, &Finding::item) > 0) continue;
        const auto given = std::ranges::find(self, item.id, &SelfScore::item);
        if (given == self.end())
            return refuse(
                "score_missing",
                "self",
                fmt::format("请给 {} 自评打分", item.id),
                fmt::format("give yourself a score on {}", item.id)
            );
        BOOST_OUTCOME_TRYV(points_fit(item, given->points));
        total += given->points;
    }
    if (!readiness.gates.empty())
        return refuse(
            "gate_closed",
            "",
            "有一票否决项未消除，暂不能申请验收，请先在“建设情况”补齐",
            "a knock-out still holds; put it right on the readiness page first"
        );
    const auto pass = bands_in_force(desk.views).pass;
    if (total >= pass) return done();
    return refuse(
        "self_check_short",
        "self",
        fmt::format("自查 {:.1f} 分，还差 {:.1f} 分到 {} 分", total, pass - total, pass),
        fmt::format("the self-check gives {:.1f} points, {:.1f} short of {}", total, pass - total, pass)
    );
}

/// Two reviewers at once: the second learns what the first said before it is replaced.
Result<void> seen_before(const ReviewItem& wish, const Desk& desk) {
    for (const auto& other : reviews_of(desk.views, wish.acceptance)) {
        if (other.item != wish.item || other.by == desk.person() || wish.seen == other.at) continue;
        const auto name = organisation::person_name(desk.views, other.by);
        return refuse(
            "already_reviewed",
            "points",
            fmt::format("{} 已评 {} 分（{}），请看过后再决定是否改动", name, other.points, other.opinion),
            fmt::format("{} has given {} ({}); read it, then decide again", name, other.points, other.opinion)
        );
    }
    return done();
}

}  // namespace

Result<Decision> decide(const ApplyForAcceptance& wish, const Desk& desk) {
    if (!is_station(desk.node))
        return refuse("not_a_station", "", "由乡镇（街道）站申请验收", "a town's station applies");
    if (open_acceptance(desk.views, desk.node.area))
        return refuse("already_applied", "", "已申请验收，正在评审", "it has applied already and is under review");
    const auto readiness = readiness_of({desk.views, desk.node, desk.now});
    BOOST_OUTCOME_TRYV(self_check(desk, wish.self, readiness));
    return journal::decided(
        journal::event(desk.new_id(), AcceptanceApplied{desk.node.area, title_of(desk), wish.self, readiness})
    );
}

Result<Decision> decide(const ReviewItem& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto acceptance, under_review(desk, wish.acceptance));
    BOOST_OUTCOME_TRY(const auto* item, item_named(wish.item));
    const bool none = wish.not_applicable.value_or(false);
    const auto found = std::ranges::find(acceptance.readiness.findings, wish.item, &Finding::item);
    const auto told = found == acceptance.readiness.findings.end() ? std::nullopt : found->points;
    if (!none && !wish.points)
        return refuse("points_invalid", "points", "请打分，或说明不适用", "give points, or say why it does not apply");
    const auto points = none ? 0 : *wish.points;
    BOOST_OUTCOME_TRYV(points_fit(*item, points));
    BOOST_OUTCOME_TRYV(seen_before(wish, desk));
    const auto opinion = wish.opinion.value_or("");
    if (opinion.empty() && (none || (told && *told != points)))
        return refuse(
            "opinion_empty",
            "opinion",
            none ? "请写明不适用的理由" : "得分与记录不同，请写明理由",
            none ? "say why it does not apply" : "the points differ from the records; say why"
        );
    return journal::decided(journal::event(
        wish.acceptance.text,
        ItemReviewed{wish.item, points, none, opinion, wish.photo.value_or(""), wish.lon, wish.lat, title_of(desk)}
    ));
}

Result<Decision> decide(const ConcludeAcceptance& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto acceptance, under_review(desk, wish.acceptance));
    auto sum = tally(acceptance.readiness, reviews_of(desk.views, wish.acceptance));
    if (!sum.unreviewed.empty())
        return refuse(
            "items_unreviewed",
            "item",
            fmt::format("还有 {} 项没有评审：{}", sum.unreviewed.size(), fmt::join(sum.unreviewed, "、")),
            fmt::format("{} items are not reviewed: {}", sum.unreviewed.size(), fmt::join(sum.unreviewed, ", "))
        );
    for (const auto& fix : fixes_of(desk.views, wish.acceptance))
        if (!fix.accepted_at)
            return refuse(
                "rectifications_open",
                "item",
                fix.item + " 的整改还没有验收通过",
                "the rectification of " + fix.item + " is still open"
            );
    if (wish.opinion.empty()) return refuse("opinion_empty", "opinion", "请写明验收意见", "write the opinion");
    const auto& gates = acceptance.readiness.gates;
    AcceptanceConcluded concluded{
        acceptance.station,
        acceptance.readiness.sheet,
        result_of(sum.total, !gates.empty(), bands_in_force(desk.views)),
        sum.total,
        sum.dynamic,
        sum.calls,
        std::move(sum.scores),
        gates,
        wish.opinion,
        title_of(desk)};
    auto event = journal::event(wish.acceptance.text, concluded);
    event.to = {acceptance.station};
    return journal::decided(std::move(event));
}

}  // namespace anlan::programme

#include <fmt/format.h>

#include <algorithm>

#include "evaluation/rules.hpp"
#include "evaluation/two_people.hpp"
#include "organisation/queries.hpp"

/// Changes by hand: a reason, and two people. Whoever comes second is told what the first did.
namespace anlan::evaluation {

namespace {

constexpr double kMostPoints = 100;

const char* word_zh(Part part) {
    return part == Part::on_paper ? "静态查验分" : part == Part::in_drill ? "动态演练分" : "一票否决";
}

const char* word_en(Part part) {
    return part == Part::on_paper ? "points on paper" : part == Part::in_drill ? "points of the drill" : "the bar";
}

/// What somebody did last: "测试甲 提出把静态查验分 92 改为 85（理由：…）".
std::pair<std::string, std::string> told(const Desk& desk, const ChangeFacts& change) {
    const bool open = change.state == ChangeState::proposed;
    const auto who = organisation::person_name(desk.views, open ? change.proposed_by : change.decided_by);
    const char* did_zh = open ? "提出" : change.state == ChangeState::confirmed ? "确认" : "未采纳";
    const char* did_en = open ? "proposed" : change.state == ChangeState::confirmed ? "confirmed" : "rejected";
    return {
        fmt::format(
            "{} {}把{} {} 改为 {}（理由：{}）", who, did_zh, word_zh(change.part), change.from, change.to, change.reason
        ),
        fmt::format(
            "{} {} changing {} from {} to {} ({})",
            who,
            did_en,
            word_en(change.part),
            change.from,
            change.to,
            change.reason
        )};
}

const ChangeFacts& latest(const std::vector<ChangeFacts>& changes) {
    return *std::ranges::max_element(changes, {}, [](const ChangeFacts& each) {
        return each.decided_at.value_or(each.proposed_at);
    });
}

Result<void> has_seen_all(const Desk& desk, const std::vector<ChangeFacts>& changes, std::int64_t seen) {
    if (steps_of(changes) == seen) return done();
    if (changes.empty())
        return refuse("changed_meanwhile", "seen", "页面已过时，请刷新后再提", "the page is out of date; reload it");
    const auto [zh, en] = told(desk, latest(changes));
    return refuse(
        "changed_meanwhile",
        "seen",
        "您看的时候有变化：" + zh + "。请看过再提",
        "it changed while you looked: " + en + ". Look again before you propose"
    );
}

Result<double> present(const Scores& scores, const ProposeChange& wish) {
    if (wish.part == Part::barred) {
        if (wish.points != 0 && wish.points != 1)
            return refuse("points_invalid", "points", "一票否决填 1，解除填 0", "1 bars, 0 lifts the bar");
        return scores.barred ? 1.0 : 0.0;
    }
    if (!(wish.points >= 0 && wish.points <= kMostPoints))
        return refuse("points_invalid", "points", "得分应在 0 到 100 之间", "give between 0 and 100 points");
    return wish.part == Part::on_paper ? scores.on_paper : scores.in_drill;
}

/// The change, while it still waits and the year is open.
Result<ChangeFacts> waiting(const Desk& desk, const ChangeId& id) {
    BOOST_OUTCOME_TRYV(at_prefecture(desk));
    auto change = find_change(desk.views, id);
    if (!change)
        return refuse("change_unknown", "change", "没有这条改分，请刷新", "there is no such change; reload the page");
    if (change->state != ChangeState::proposed) {
        const auto [zh, en] = told(desk, *change);
        return refuse("already_decided", "change", "已经办理：" + zh, "it has been decided: " + en);
    }
    BOOST_OUTCOME_TRY(const auto nomination, nominated(desk, change->nomination));
    BOOST_OUTCOME_TRYV(still_open(desk, nomination.year));
    return std::move(*change);
}

/// The only maker of this event.
journal::Event confirmation(const ChangeFacts& change, const TwoPeople& both, std::string title) {
    return journal::event(change.id.text, ChangeConfirmed{both.first(), both.second(), std::move(title)});
}

}  // namespace

Result<Decision> decide(const ProposeChange& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(at_prefecture(desk));
    BOOST_OUTCOME_TRY(const auto nomination, nominated(desk, wish.nomination));
    BOOST_OUTCOME_TRYV(still_open(desk, nomination.year));
    const auto changes = changes_of(desk.views, wish.nomination);
    BOOST_OUTCOME_TRYV(has_seen_all(desk, changes, wish.seen));
    for (const auto& each : changes)
        if (each.state == ChangeState::proposed && each.part == wish.part) {
            const auto [zh, en] = told(desk, each);
            return refuse(
                "proposal_open",
                "part",
                zh + "，还没有人确认，请先办理",
                en + "; nobody has confirmed it yet, decide it first"
            );
        }
    const auto scores = scores_of(desk.views, nomination, changes);
    if (!scores)
        return refuse(
            "score_missing",
            "nomination",
            "还没有收到这个站的验收结果，不能改分",
            "the acceptance of this station is not known here yet"
        );
    BOOST_OUTCOME_TRY(const auto from, present(*scores, wish));
    if (from == wish.points) return refuse("nothing_changes", "points", "与现在相同，无需修改", "it is so already");
    if (wish.reason.empty()) return refuse("reason_empty", "reason", "请写改分理由", "say why it is changed");
    return journal::decided(journal::event(
        desk.new_id(), ChangeProposed{wish.nomination, wish.part, from, wish.points, wish.reason, title_of(desk)}
    ));
}

Result<Decision> decide(const ConfirmChange& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto change, waiting(desk, wish.change));
    BOOST_OUTCOME_TRY(const auto both, TwoPeople::of(change.proposed_by, desk.person()));
    return journal::decided(confirmation(change, both, title_of(desk)));
}

Result<Decision> decide(const RejectChange& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto change, waiting(desk, wish.change));
    if (wish.reason.empty()) return refuse("reason_empty", "reason", "请写不采纳的理由", "say why it is rejected");
    return journal::decided(journal::event(change.id.text, ChangeRejected{wish.reason, title_of(desk)}));
}

}  // namespace anlan::evaluation

#include <algorithm>

#include "incident/kind_queries.hpp"
#include "policy/queries.hpp"
#include "practice/commands.hpp"
#include "practice/judge.hpp"
#include "practice/queries.hpp"
#include "practice/scenarios.hpp"

namespace anlan::practice {

namespace {

using std::chrono::seconds;

constexpr const char* kClock = "system:practice.leave";

/// One's own, still on.
Result<PracticeFacts> own_practice(const Desk& desk, const PracticeId& id) {
    auto found = find_practice(desk.views, id);
    if (!found || (found->person != desk.person() && desk.actor != kClock))
        return refuse("practice_unknown", "practice", "没有这次实训", "there is no such practice of yours");
    if (found->state != PracticeState::playing)
        return refuse("already_ended", "practice", "这次实训已结束", "this practice has ended");
    return std::move(*found);
}

Result<void> complete(const Step& step, const PlayMove& wish) {
    if (step.kind == StepKind::take) {
        if (incident::find_kind(wish.kind) == nullptr)
            return refuse("kind_unknown", "kind", "请选择事件类型", "choose the kind of incident");
        return incident::check_figures(wish.figures);
    }
    if (wish.chosen.empty()) return refuse("choice_missing", "chosen", "请至少选一项", "choose at least one");
    const auto most = static_cast<std::int64_t>(step.options.size());
    for (const auto each : wish.chosen)
        if (each < 0 || each >= most)
            return refuse("option_unknown", "chosen", "没有这一项", "there is no such option");
    return done();
}

/// So that the right ones do not always stand in the same place. Recorded with the steps.
void shuffle(std::vector<Option>& options, seal::Dice& dice) {
    for (std::size_t left = options.size(); left > 1; --left) std::swap(options[left - 1], options[dice.roll() % left]);
}

/// The last move: what the whole came to.
PracticeFinished finished(store::Rows& rows, const PracticeFacts& practice, const PracticeMoved& last, Instant now) {
    auto moves = moves_of(rows, practice.id);
    moves.push_back(last);
    PracticeFinished whole{practice.person, practice.started.title_zh, 0, 0, 0, 0};
    for (const auto& each : moves) {
        whole.points += each.points;
        whole.in_time += each.in_time ? 1 : 0;
    }
    whole.steps = static_cast<std::int64_t>(moves.size());
    whole.points /= whole.steps;
    whole.seconds = std::chrono::duration_cast<seconds>(now - practice.started_at).count();
    return whole;
}

}  // namespace

Result<Decision> decide(const StartPractice& wish, const Desk& desk) {
    if (desk.world.is_drill())
        return refuse(
            "practice_in_drill", "", "实训与演练无关，请先退出演练", "practice is no drill: leave the drill first"
        );
    auto scenario = find_scenario(desk.views, wish.scenario);
    if (!scenario) return refuse("scenario_unknown", "scenario", "没有这个案例", "there is no such scenario");
    if (playing(desk.views, desk.person()))
        return refuse("practice_running", "", "您有一次实训还没做完", "you have not ended another practice");
    const auto pace = std::max(1.0, policy::number(desk.views, "practice.pace"));
    PracticeStarted started{scenario->key, scenario->title_zh, scenario->title_en, std::move(scenario->steps), {}, {}};
    for (auto& step : started.steps) {
        shuffle(step.options, desk.dice);
        const auto limit = static_cast<double>(policy::seconds(desk.views, step.limit).count());
        started.limits_seconds.push_back(static_cast<std::int64_t>(limit / pace));
    }
    started.leave_at = desk.now + policy::seconds(desk.views, "practice.leave");
    return journal::decided(journal::event(desk.new_id(), started));
}

Result<Decision> decide(const PlayMove& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto practice, own_practice(desk, wish.practice));
    if (wish.step != practice.step) return refuse("step_over", "step", "这一步已经答过", "this step has been answered");
    const auto& step = practice.started.steps.at(static_cast<std::size_t>(practice.step));
    BOOST_OUTCOME_TRYV(complete(step, wish));
    const auto took = std::chrono::duration_cast<seconds>(desk.now - practice.step_at).count();
    PracticeMoved moved{wish.step, took, false, 0, judge(step, wish)};
    moved.in_time = took <= practice.started.limits_seconds.at(static_cast<std::size_t>(practice.step));
    moved.points = points_of(moved.remarks, moved.in_time);
    journal::Events events{journal::event(practice.id.text, moved)};
    if (wish.step + 1 == static_cast<std::int64_t>(practice.started.steps.size()))
        events.push_back(journal::event(practice.id.text, finished(desk.views, practice, moved, desk.now)));
    return journal::decided(std::move(events), practice.id.text);
}

std::optional<World> world_of(const PlayMove&, store::Rows&) {
    return World::real();
}

Result<Decision> decide(const LeavePractice& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto practice, own_practice(desk, wish.practice));
    return journal::decided(journal::event(practice.id.text, PracticeLeft{desk.actor == kClock}));
}

std::optional<World> world_of(const LeavePractice&, store::Rows&) {
    return World::real();
}

}  // namespace anlan::practice

#include <algorithm>

#include "exercise/commands.hpp"
#include "exercise/queries.hpp"
#include "organisation/queries.hpp"
#include "warning/commands.hpp"

namespace anlan::exercise {

namespace {

constexpr std::int64_t kLongest_minutes = 24 * 60;
constexpr std::size_t kMostInjects = 60;

Result<void> only_in_reality(const Desk& desk) {
    if (!desk.world.is_drill()) return done();
    return refuse(
        "exercise_is_real",
        "",
        "演练的安排和评估在日常模式办理，请退出演练界面",
        "exercises are planned and scored outside the drill; leave it first"
    );
}

Result<ExerciseFacts> known(const Desk& desk, const ExerciseId& id) {
    auto exercise = find_exercise(desk.views, id);
    if (!exercise) return refuse("exercise_unknown", "exercise", "没有这次演练", "there is no such exercise");
    return std::move(*exercise);
}

Result<ExerciseFacts> running(const Desk& desk, const ExerciseId& id) {
    BOOST_OUTCOME_TRY(auto exercise, known(desk, id));
    if (exercise.running()) return exercise;
    return refuse(
        "not_running",
        "exercise",
        exercise.held_at ? "演练已经结束" : "演练还没有开始",
        exercise.held_at ? "the exercise is over" : "the exercise has not begun"
    );
}

Result<void> check_index(const ExerciseFacts& exercise, std::int64_t index) {
    if (index >= 0 && index < static_cast<std::int64_t>(exercise.sheet.injects.size())) return done();
    return refuse("inject_unknown", "index", "没有这条注入", "there is no such inject");
}

Result<void> check_injects(const std::vector<Inject>& injects) {
    if (injects.empty() || injects.size() > kMostInjects)
        return refuse("injects_missing", "sheet.injects", "请写 1 到 60 条注入", "write between 1 and 60 injects");
    for (const auto& inject : injects)
        if (inject.text.empty() || inject.minute < 0 || inject.minute > kLongest_minutes || inject.pass_seconds < 0)
            return refuse(
                "inject_invalid",
                "sheet.injects",
                "每条注入都要写内容，时间在开始后一天以内",
                "every inject needs words and a time within a day of the start"
            );
    return done();
}

}  // namespace

Result<Decision> decide(const PlanExercise& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    auto sheet = wish.sheet;
    if (sheet.title.empty()) return refuse("title_missing", "sheet.title", "请写演练名称", "name the exercise");
    if (sheet.objectives.empty())
        return refuse("objectives_missing", "sheet.objectives", "请写至少一条演练目标", "give at least one objective");
    BOOST_OUTCOME_TRYV(check_injects(sheet.injects));
    for (const auto& observer : sheet.observers)
        if (!organisation::person_exists(desk.views, observer))
            return refuse(
                "person_unknown", "sheet.observers", "名册里没有这位观察员", "this observer is not on the roster"
            );
    std::stable_sort(sheet.injects.begin(), sheet.injects.end(), [](const Inject& a, const Inject& b) {
        return a.minute < b.minute;
    });
    return journal::decided(journal::event(desk.new_id(), ExercisePlanned{std::move(sheet)}));
}

Result<Decision> decide(const BeginExercise& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRY(const auto exercise, known(desk, wish.exercise));
    if (exercise.begun_at)
        return refuse("already_begun", "exercise", "这次演练已经开始过", "this exercise has begun already");
    const auto drill = warning::new_drill_id(desk.node, desk.now);
    auto decision = journal::decided(journal::event(wish.exercise.text, ExerciseBegun{drill, exercise.sheet.title}));
    decision.answer["drill"] = drill.text;
    return decision;
}

Result<Decision> decide(const GiveInject& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto exercise, running(desk, wish.exercise));
    BOOST_OUTCOME_TRYV(check_index(exercise, wish.index));
    for (const auto& given : given_in(desk.views, wish.exercise))
        if (given.at_index == wish.index) return Decision{{}, wish.exercise.text, {}};
    const auto& inject = exercise.sheet.injects[static_cast<std::size_t>(wish.index)];
    return journal::decided(journal::event(wish.exercise.text, InjectGiven{wish.index, inject.text, wish.by_hand}));
}

Result<Decision> decide(const Observe& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto exercise, running(desk, wish.exercise));
    const auto& observers = exercise.sheet.observers;
    if (std::find(observers.begin(), observers.end(), desk.person()) == observers.end())
        return refuse("not_observer", "exercise", "您不是这次演练的观察员", "you do not observe this exercise");
    BOOST_OUTCOME_TRYV(check_index(exercise, wish.index));
    if (wish.mark != Mark::met && wish.fact.empty())
        return refuse("fact_missing", "fact", "没有完全达到，请写看到了什么", "say what you saw when it was not met");
    return journal::decided(
        journal::event(wish.exercise.text, Observed{desk.person(), wish.index, wish.mark, wish.fact})
    );
}

Result<Decision> decide(const EndExercise& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRY(const auto exercise, running(desk, wish.exercise));
    if (wish.summary.empty())
        return refuse("summary_missing", "summary", "请写演练小结", "sum up the exercise in a sentence");
    ExerciseHeld held{
        exercise.sheet.title, exercise.drill, verdicts_of(desk.views, exercise, desk.now), 0, 0, 0, wish.summary};
    held.score = score_of(held.verdicts).value_or(0);
    held.judged = std::count_if(held.verdicts.begin(), held.verdicts.end(), [](const Verdict& v) { return v.judged; });
    held.injects = static_cast<std::int64_t>(held.verdicts.size());
    return journal::decided(journal::event(wish.exercise.text, std::move(held)));
}

Result<Decision> decide(const SetImprovement& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRY(const auto exercise, known(desk, wish.exercise));
    if (!exercise.held_at)
        return refuse("not_held", "exercise", "演练结束后再写整改", "improvements follow when the exercise is over");
    if (wish.text.empty()) return refuse("text_missing", "text", "请写要改什么", "say what has to become better");
    if (!organisation::person_exists(desk.views, wish.owner))
        return refuse("person_unknown", "owner", "请选责任人", "choose who answers for it");
    if (wish.due <= desk.now) return refuse("due_past", "due", "期限应晚于现在", "the time must be yet to come");
    return journal::decided(
        journal::event(wish.exercise.text, ImprovementSet{desk.new_id(), wish.text, wish.owner, wish.due})
    );
}

}  // namespace anlan::exercise

#include <gtest/gtest.h>

#include "calls/commands.hpp"
#include "calls/room.hpp"
#include "exercise/answers.hpp"
#include "exercise/commands.hpp"
#include "exercise/paper.hpp"
#include "exercise/room.hpp"
#include "exercise/verdict.hpp"
#include "identity/identity.hpp"
#include "orders/room.hpp"
#include "organisation/commands.hpp"
#include "organisation/room.hpp"
#include "plan/room.hpp"
#include "policy/room.hpp"
#include "registers/room.hpp"
#include "rescue/room.hpp"
#include "response/room.hpp"
#include "shelter/room.hpp"
#include "tasks/queries.hpp"
#include "tasks/room.hpp"
#include "trial/trial.hpp"
#include "warehouse/room.hpp"
#include "warning/queries.hpp"
#include "warning/room.hpp"

namespace anlan::exercise {
namespace {

using std::chrono::minutes;

struct NoShapes final : warning::AreaMatcher {
    bool touches(const std::vector<warning::AlertArea>&, const AreaCode&) const override { return false; }
};
const NoShapes kNoShapes;
const AreaCode kTown{"350581106000"};

std::vector<journal::Room> rooms() {
    return {
        policy::make_room(),
        identity::make_room(),
        registers::make_room(),
        organisation::make_room(),
        calls::make_room(),
        tasks::make_room(),
        shelter::make_room(),
        warehouse::make_room(),
        rescue::make_room(),
        plan::make_room(),
        warning::make_room(kNoShapes),
        orders::make_room(),
        response::make_room(),
        make_room()};
}

struct Town : trial::Trial {
    Town() : Trial(rooms()) {
        when(organisation::AdoptAreas{{{kTown, "永宁镇", AreaCode{"350581000000"}, 118.7, 24.7}}}).value();
        observer = person("测试观察员");
    }
    PersonId person(const std::string& name) {
        return {when(organisation::AddPerson{name, "13900001234", kTown, false, {}}).value().subject};
    }
    Sheet sheet() const {
        Sheet made;
        made.title = "夜间拉动演练";
        made.objectives = {"按时到位"};
        made.injects = {
            {5, "清点", "人人到位", Measure::observed, 0, ""}, {0, "叫应", "两分钟内应答", Measure::calls, 120, "C8"}};
        made.observers = {observer};
        return made;
    }
    ExerciseId planned() { return {when(PlanExercise{sheet()}).value().subject}; }
    std::string refused(auto command, const std::string& actor = "p-officer", World world = World::real()) {
        const auto outcome = when(std::move(command), actor, std::move(world));
        return outcome ? "" : outcome.error().code;
    }
    World begin(const ExerciseId& id) {
        when(BeginExercise{id}).value();
        return World::stored(find_exercise(rows(), id).value().drill);
    }
    PersonId observer;
};

TEST(planning, is_refused_without_objectives_injects_and_known_observers) {
    Town town;
    auto sheet = town.sheet();
    EXPECT_EQ(town.refused(PlanExercise{sheet}, "p", World::drill(DrillId{"D1"})), "exercise_is_real");
    sheet.title = "";
    EXPECT_EQ(town.refused(PlanExercise{sheet}), "title_missing");
    sheet = town.sheet();
    sheet.objectives.clear();
    EXPECT_EQ(town.refused(PlanExercise{sheet}), "objectives_missing");
    sheet = town.sheet();
    sheet.injects[0].minute = -1;
    EXPECT_EQ(town.refused(PlanExercise{sheet}), "inject_invalid");
    sheet.injects.clear();
    EXPECT_EQ(town.refused(PlanExercise{sheet}), "injects_missing");
    sheet = town.sheet();
    sheet.observers.push_back({"nobody"});
    EXPECT_EQ(town.refused(PlanExercise{sheet}), "person_unknown");
}

TEST(an_exercise, plays_in_a_drill_of_its_own_and_ends_it) {
    Town town;
    const auto id = town.planned();
    EXPECT_EQ(town.refused(GiveInject{id, 0, true}), "not_running");
    EXPECT_EQ(town.refused(EndExercise{id, "小结"}), "not_running");
    const auto drill = town.begin(id);
    EXPECT_TRUE(drill.is_drill());
    EXPECT_EQ(town.refused(BeginExercise{id}), "already_begun");
    EXPECT_FALSE(warning::find_drill(town.rows(), DrillId{drill.text()}).value().ended_at);
    EXPECT_EQ(town.refused(EndExercise{id, ""}), "summary_missing");
    ASSERT_TRUE(town.when(EndExercise{id, "达到目的"}));
    EXPECT_TRUE(warning::find_drill(town.rows(), DrillId{drill.text()}).value().ended_at);
    EXPECT_TRUE(town.prove().ok);
}

TEST(injects, fall_due_at_their_minute_or_by_hand_and_only_once) {
    Town town;
    const auto id = town.planned();
    town.begin(id);
    town.advance(minutes{1});
    ASSERT_EQ(given_in(town.rows(), id).size(), 1U);
    EXPECT_EQ(town.refused(GiveInject{id, 7, true}), "inject_unknown");
    ASSERT_TRUE(town.when(GiveInject{id, 1, true}));
    ASSERT_TRUE(town.when(GiveInject{id, 1, true}));
    EXPECT_TRUE(town.written().empty());
    town.advance(minutes{30});
    EXPECT_EQ(given_in(town.rows(), id).size(), 2U);
}

TEST(observing, is_for_the_observers_and_wants_what_was_seen) {
    Town town;
    const auto id = town.planned();
    town.begin(id);
    EXPECT_EQ(town.refused(Observe{id, 1, Mark::met, ""}), "not_observer");
    EXPECT_EQ(town.refused(Observe{id, 1, Mark::missed, ""}, town.observer.text), "fact_missing");
    EXPECT_EQ(town.refused(Observe{id, 9, Mark::met, ""}, town.observer.text), "inject_unknown");
    ASSERT_TRUE(town.when(Observe{id, 1, Mark::missed, "少两人"}, town.observer.text));
    ASSERT_TRUE(town.when(Observe{id, 1, Mark::partly, "后来到了一人"}, town.observer.text));
    EXPECT_EQ(observed_in(town.rows(), id).size(), 1U) << "the later mark takes the place of the first";
}

TEST(the_score, is_of_what_was_measured_and_seen_and_of_nothing_else) {
    EXPECT_FALSE(verdict(0, {}, {}).judged);
    EXPECT_EQ(verdict(0, 80, {}).points, 80);
    EXPECT_EQ(verdict(0, 80, {Mark::met, Mark::missed}).points, 65) << "observers are one voice, the journal another";
    EXPECT_FALSE(score_of({verdict(0, {}, {})}));
    EXPECT_EQ(score_of({verdict(0, 80, {}), verdict(1, {}, {})}), 80) << "what is not judged does not count";
}

TEST(answers_to_the_calls_of_the_drill, are_measured_and_those_of_reality_are_not) {
    Town town;
    const auto id = town.planned();
    const auto drill = town.begin(id);
    town.advance(minutes{1});
    calls::PlaceCall call;
    call.person = town.observer;
    call.area = kTown;
    call.headline = "测试叫应";
    const calls::CallId rung{town.when(call, "p", drill).value().subject};
    ASSERT_TRUE(town.when(call, "p"));
    town.advance(std::chrono::seconds{30});
    ASSERT_TRUE(town.when(calls::AnswerCall{rung, ""}, town.observer.text));
    ASSERT_TRUE(town.when(EndExercise{id, "达到目的"}));
    const auto held = find_exercise(town.rows(), id).value();
    EXPECT_EQ(held.score, 100);
    EXPECT_EQ(held.judged, 1);
    EXPECT_NE(held.verdicts[0].measured.find("叫应 1 人"), std::string::npos) << held.verdicts[0].measured;
    EXPECT_TRUE(town.prove().ok);
}

TEST(an_improvement, becomes_a_task_of_its_owner_in_reality) {
    Town town;
    const auto id = town.planned();
    town.begin(id);
    const auto due = town.now() + std::chrono::hours{240};
    EXPECT_EQ(town.refused(SetImprovement{id, "补齐对讲机", town.observer, due}), "not_held");
    ASSERT_TRUE(town.when(EndExercise{id, "达到目的"}));
    EXPECT_EQ(town.refused(SetImprovement{id, "", town.observer, due}), "text_missing");
    EXPECT_EQ(town.refused(SetImprovement{id, "补齐对讲机", {"nobody"}, due}), "person_unknown");
    EXPECT_EQ(town.refused(SetImprovement{id, "补齐对讲机", town.observer, town.now()}), "due_past");
    ASSERT_TRUE(town.when(SetImprovement{id, "补齐对讲机", town.observer, due}));
    const auto tasks = tasks::tasks_of(town.rows(), origin_of(id));
    ASSERT_EQ(tasks.size(), 1U);
    EXPECT_EQ(tasks.front().owner, town.observer);
    EXPECT_EQ(town.written().back().drill, "");
    EXPECT_EQ(brief_of(town.rows(), find_exercise(town.rows(), id).value()).open_improvements, 1);
}

TEST(the_report, says_what_was_judged_and_what_has_to_become_better) {
    Town town;
    const auto id = town.planned();
    town.begin(id);
    ASSERT_TRUE(town.when(Observe{id, 1, Mark::partly, "少一人"}, town.observer.text));
    ASSERT_TRUE(town.when(EndExercise{id, "基本达到目的"}));
    const auto paper =
        paper_of(detail_of(town.rows(), find_exercise(town.rows(), id).value(), town.now()), "永宁镇", town.now());
    const auto text = to_json_text(paper);
    for (const auto* words : {"夜间拉动演练评估报告", "综合得分 50 分", "未评", "少一人", "基本达到目的"})
        EXPECT_NE(text.find(words), std::string::npos) << words;
}

TEST(the_shipped_scripts, read_and_hold_the_ninety_minutes) {
    const auto& all = shipped_scripts();
    ASSERT_FALSE(all.empty());
    EXPECT_EQ(all.front().id, "dynamic_90");
    EXPECT_EQ(all.front().injects.size(), 12U);
    EXPECT_EQ(all.front().injects.back().minute, 80);
}

}  // namespace
}  // namespace anlan::exercise

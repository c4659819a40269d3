#include "organisation/commands.hpp"
#include "tasks/commands.hpp"
#include "tasks/queries.hpp"
#include "venue/town_for_tests.hpp"

namespace anlan::venue {
namespace {

struct upkeep : ::testing::Test {
    OpenTown town;
    PersonId keeper{town.when(organisation::AddPerson{"测试乙", "13900001002", kTown, false, {}}).value().subject};
    ExhibitId pump{town.when(PutExhibit{{}, {"模拟灭火", ExhibitKind::hands_on, "一厅", keeper}}).value().subject};

    std::vector<tasks::TaskBrief> to_do() { return tasks::tasks_of(town.rows(), "exhibit/" + pump.text); }
};

TEST_F(upkeep, refuses_halls_and_people_nobody_knows) {
    EXPECT_EQ(town.refused(PutExhibit{{}, {"", ExhibitKind::fire, "", {}}}), "name_missing");
    EXPECT_EQ(town.refused(PutExhibit{{}, {"展板", ExhibitKind::fire, "九厅", {}}}), "hall_unknown");
    EXPECT_EQ(town.refused(PutExhibit{{}, {"展板", ExhibitKind::fire, "", {"p-none"}}}), "person_unknown");
    EXPECT_EQ(town.refused(PutExhibit{{"none"}, {"展板", ExhibitKind::fire, "", {}}}), "exhibit_unknown");
    EXPECT_EQ(town.refused(RetireExhibit{pump, ""}), "reason_missing");
}

TEST_F(upkeep, gives_a_fault_to_the_keeper_with_the_time_to_repair) {
    EXPECT_EQ(town.refused(ReportFault{pump, ""}, "public"), "what_missing");
    town.when(ReportFault{pump, "屏幕不亮"}, "public").value();
    ASSERT_EQ(to_do().size(), 1U);
    EXPECT_EQ(to_do()[0].owner, keeper);
    EXPECT_EQ(to_do()[0].due_at, town.now() + std::chrono::days{7});
    town.when(ReportFault{pump, "屏幕不亮，第二位说的"}, "public").value();
    EXPECT_EQ(to_do().size(), 1U) << "known already";
    EXPECT_EQ(town.refused(CheckExhibit{pump, ""}), "exhibit_broken");
    town.advance(std::chrono::days{8});
    EXPECT_TRUE(exhibits_seen(town.rows(), town.now())[0].repair_late);
}

TEST_F(upkeep, is_done_when_the_task_is_done) {
    town.when(ReportFault{pump, "屏幕不亮"}).value();
    town.when(tasks::ConfirmTask{{to_do()[0].id}, {}, "", {}, {}, "换了电源"}, keeper.text).value();
    EXPECT_FALSE(exhibit(town.rows(), pump)->faulted_at);
    EXPECT_FALSE(exhibits_seen(town.rows(), town.now())[0].check_due) << "who repairs it has looked at it";
    town.advance(std::chrono::days{32});
    EXPECT_TRUE(exhibits_seen(town.rows(), town.now())[0].check_due);
    EXPECT_TRUE(town.prove().ok);
}

TEST_F(upkeep, withdraws_the_task_of_what_is_repaired_or_taken_away) {
    town.when(ReportFault{pump, "屏幕不亮"}).value();
    town.when(RepairExhibit{pump, "拔插后正常"}).value();
    EXPECT_EQ(to_do()[0].state, "cancelled");
    town.when(ReportFault{pump, "又不亮"}).value();
    ASSERT_EQ(to_do().size(), 2U);
    town.when(RetireExhibit{pump, "报废"}).value();
    EXPECT_TRUE(exhibits(town.rows()).empty());
    EXPECT_TRUE(town.prove().ok);
}

TEST(an_activity, is_entered_after_it_took_place) {
    OpenTown town;
    const ActivitySheet talk{ActivityKind::lecture, "防台讲座", "2023-07-29", 540, 600, "一厅", Group::fishers};
    EXPECT_EQ(town.refused(PlanActivity{{ActivityKind::lecture, "", "2023-07-29", 540, 600, "一厅", {}}}), "title_missing");
    EXPECT_EQ(town.refused(PlanActivity{{ActivityKind::lecture, "讲座", "2023-07-32", 540, 600, "一厅", {}}}), "day_invalid");
    EXPECT_EQ(town.refused(PlanActivity{{ActivityKind::lecture, "讲座", "2023-07-29", 600, 600, "一厅", {}}}), "hours_invalid");
    const ActivityId id{town.when(PlanActivity{talk}).value().subject};
    EXPECT_EQ(town.refused(HoldActivity{id, 30, ""}), "day_ahead");
    EXPECT_EQ(town.refused(CancelActivity{id, ""}), "reason_missing");
    town.advance(std::chrono::days{1});
    EXPECT_EQ(town.refused(HoldActivity{id, 0, ""}), "people_invalid");
    town.when(HoldActivity{id, 30, ""}).value();
    EXPECT_EQ(town.refused(CancelActivity{id, "下雨"}), "already_held");
    EXPECT_EQ(figures_of(town.rows(), town.now()).participants, 30);
    EXPECT_TRUE(town.prove().ok);
}

}  // namespace
}  // namespace anlan::venue

#include "enforcement/town_for_tests.hpp"

namespace anlan::enforcement {
namespace {

RectificationState state(Town& town, const RectificationId& id) {
    return rectification_answer(town.rows(), find_rectification(town.rows(), id).value(), town.now()).state;
}

TEST(an_order, ends_neither_in_the_past_nor_beyond_what_may_be_set) {
    Town town;
    const auto id = town.started();
    EXPECT_EQ(town.refused(OrderRectification{id, {{"x"}}, "2026-12-15", "清理"}), "not_recorded");
    ASSERT_TRUE(town.when(town.record(id)));
    EXPECT_EQ(town.refused(town.order(id, "2026-11-29")), "due_past");
    EXPECT_EQ(town.refused(town.order(id, "2027-06-30")), "due_too_far");
    EXPECT_EQ(town.refused(town.order(id, "2026-02-30")), "day_invalid");
    EXPECT_EQ(town.refused(OrderRectification{id, {}, "2026-12-15", "清理"}), "hazards_missing");
    EXPECT_EQ(town.refused(town.order(id)), "");
    EXPECT_EQ(town.refused(town.order(id)), "already_ordered");
}

TEST(the_clocks_of_an_order, remind_fall_due_and_say_that_a_recheck_was_missed) {
    Town town;
    const auto id = town.ordered();
    EXPECT_EQ(state(town, id), RectificationState::rectifying);
    town.go_to("2026-12-12", 10);
    EXPECT_TRUE(find_rectification(town.rows(), id)->reminded_at);
    EXPECT_EQ(state(town, id), RectificationState::due_soon);
    town.go_to("2026-12-15", 23);
    EXPECT_FALSE(find_rectification(town.rows(), id)->fell_due_at) << "the last day is whole";
    town.go_to("2026-12-16");
    EXPECT_TRUE(find_rectification(town.rows(), id)->fell_due_at);
    EXPECT_EQ(state(town, id), RectificationState::to_recheck);
    town.go_to("2026-12-26");
    EXPECT_TRUE(find_rectification(town.rows(), id)->recheck_missed_at);
    EXPECT_EQ(state(town, id), RectificationState::recheck_late);
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_report, brings_the_recheck_nearer_and_the_recheck_closes_the_inspection) {
    Town town;
    const auto id = town.ordered();
    EXPECT_EQ(town.refused(town.recheck(id)), "recheck_early");
    EXPECT_EQ(town.refused(ReportRectified{id, "", {}, false}), "text_missing");
    EXPECT_EQ(town.refused(ReportRectified{id, "已清理", {"x.exe"}, false}), "photo_invalid");
    ASSERT_TRUE(town.when(ReportRectified{id, "通道已清空", {kPhoto}, true}));
    EXPECT_EQ(find_rectification(town.rows(), id)->recheck_by, "2026-12-10") << "ten days from the report";
    auto one = town.recheck(id);
    one.officers.pop_back();
    EXPECT_EQ(town.refused(one), "officers_too_few");
    one = town.recheck(id);
    one.hazards.clear();
    EXPECT_EQ(town.refused(one), "hazard_missing");
    ASSERT_TRUE(town.when(town.recheck(id)));
    EXPECT_EQ(state(town, id), RectificationState::passed);
    const auto inspection = find_inspection(town.rows(), find_rectification(town.rows(), id)->inspection).value();
    EXPECT_EQ(inspection.outcome, "rectified");
    EXPECT_EQ(town.refused(town.recheck(id)), "already_rechecked");
    town.advance(kDay * 60);
    EXPECT_FALSE(find_rectification(town.rows(), id)->recheck_missed_at) << "its clocks are stopped";
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_recheck_that_finds_it_undone, leaves_the_hazard_open_for_a_second_order) {
    Town town;
    const auto id = town.ordered();
    town.go_to("2026-12-17");
    ASSERT_TRUE(town.when(town.recheck(id, false)));
    EXPECT_EQ(state(town, id), RectificationState::failed);
    const auto inspection = find_rectification(town.rows(), id)->inspection;
    EXPECT_EQ(
        inspection_brief(town.rows(), find_inspection(town.rows(), inspection).value()).state, InspectionState::failed
    );
    EXPECT_EQ(town.refused(town.order(inspection, "2026-12-25")), "");
}

TEST(an_extension, is_asked_in_time_by_one_and_granted_by_another) {
    Town town;
    const auto id = town.ordered("2026-12-20");
    EXPECT_EQ(town.refused(DecideExtension{id, true, ""}), "not_asked");
    EXPECT_EQ(town.refused(AskExtension{id, "2026-12-10", "订货未到"}), "due_order");
    EXPECT_EQ(town.refused(AskExtension{id, "2027-12-10", "订货未到"}), "due_too_far");
    EXPECT_EQ(town.refused(AskExtension{id, "2026-12-30", ""}), "text_missing");
    ASSERT_TRUE(town.when(AskExtension{id, "2026-12-30", "防火门订货未到"}));
    EXPECT_EQ(town.refused(AskExtension{id, "2026-12-31", "再延"}), "already_asked");
    EXPECT_EQ(town.refused(DecideExtension{id, true, ""}), "asked_by_you");
    EXPECT_EQ(town.refused(DecideExtension{id, false, ""}, "p-leader"), "text_missing");
    ASSERT_TRUE(town.when(DecideExtension{id, true, "同意"}, "p-leader"));
    EXPECT_EQ(find_rectification(town.rows(), id)->due, "2026-12-30");
    town.go_to("2026-12-22");
    EXPECT_FALSE(find_rectification(town.rows(), id)->fell_due_at) << "the old day no longer counts";
    EXPECT_EQ(town.refused(AskExtension{id, "2027-01-05", "再延"}), "extension_late");
    EXPECT_TRUE(town.prove().ok);
}

}  // namespace
}  // namespace anlan::enforcement

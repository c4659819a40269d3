#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "grid/trial_town.inc"

namespace anlan::grid {
namespace {

using std::chrono::hours;

TEST(drawing_a_grid, says_what_is_wrong_with_the_outline) {
    Station town;
    const auto refused = [&](std::vector<Corner> outline) {
        return town.refused(DrawGrid{{}, "一格", kVillage, std::move(outline)});
    };
    EXPECT_EQ(refused({}), "outline_short");
    EXPECT_EQ(refused({{118.70, 24.69}, {118.71, 24.69}}), "outline_short");
    EXPECT_EQ(refused({{0, 0}, {118.71, 24.69}, {118.71, 24.70}}), "outline_invalid");
    EXPECT_EQ(refused({{118.70, std::nan("")}, {118.71, 24.69}, {118.71, 24.70}}), "outline_invalid");
    EXPECT_EQ(refused({{118.70, 24.69}, {118.71, 24.70}, {118.71, 24.69}, {118.70, 24.70}}), "outline_crossed");
    EXPECT_EQ(refused({{118.70, 24.69}, {118.705, 24.69}, {118.71, 24.69}}), "outline_crossed") << "a line";
    EXPECT_EQ(refused(square(116.4, 39.9)), "outline_outside") << "far away";
    EXPECT_EQ(refused(std::vector<Corner>(201, {118.70, 24.69})), "outline_long");
    EXPECT_EQ(refused(square(118.70, 24.69)), "");
}

TEST(drawing_a_grid, is_for_a_village_of_ones_own_and_not_in_a_drill) {
    Station town;
    EXPECT_EQ(town.refused(DrawGrid{{}, "", kVillage, square(118.70, 24.69)}), "name_missing");
    EXPECT_EQ(town.refused(DrawGrid{{}, "一格", kElsewhere, square(118.70, 24.69)}), "area_unknown");
    EXPECT_EQ(town.refused(DrawGrid{{}, "一格", kCounty, square(118.70, 24.69)}), "not_here");
    EXPECT_EQ(town.refused(DrawGrid{GridId{"none"}, "一格", kVillage, square(118.70, 24.69)}), "grid_unknown");
    const auto id = town.drawn("一格");
    EXPECT_EQ(town.refused(DrawGrid{{}, "一格", kVillage, square(118.72, 24.69)}), "name_taken");
    EXPECT_EQ(town.refused(DrawGrid{id, "一格", kVillage, square(118.72, 24.69)}), "") << "drawn anew";
    const auto drill = town.when(DrawGrid{{}, "二格", kVillage, square(118.7, 24.7)}, "p", World::drill({"d1"}));
    ASSERT_FALSE(drill);
    EXPECT_EQ(drill.error().code, "grid_is_real");
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_grid, is_unattended_without_people_with_all_away_and_when_nobody_answers) {
    Station town;
    const auto id = town.drawn();
    EXPECT_EQ(town.gap(id), Gap::nobody);
    town.when(StaffGrid{id, {{town.people[0], MemberRole::head, false}}}).value();
    EXPECT_EQ(town.gap(id), Gap::unreached) << "has never answered anything";
    town.when(organisation::TestPhone{town.people[0], organisation::PhoneResult::answered, ""}).value();
    EXPECT_EQ(town.gap(id), Gap::none);
    town.when(SendAway{town.people[0], town.now() + hours(48), "培训"}).value();
    EXPECT_EQ(town.gap(id), Gap::away);
    town.advance(hours(49));
    EXPECT_EQ(town.gap(id), Gap::none) << "back when the time is over";
    town.when(SendAway{town.people[0], town.now() + hours(48), "培训"}).value();
    town.when(CallBack{town.people[0]}).value();
    EXPECT_EQ(town.gap(id), Gap::none);
    town.advance(hours(91 * 24));
    EXPECT_EQ(town.gap(id), Gap::unreached);
    town.told();
    EXPECT_EQ(town.gap(id), Gap::none) << "a report is a sign of life";
    EXPECT_TRUE(town.prove().ok);
}

TEST(staffing_a_grid, wants_people_of_the_roster_each_once_and_one_head) {
    Station town;
    const auto id = town.drawn();
    const auto staff = [&](std::vector<GridMember> members) { return town.refused(StaffGrid{id, std::move(members)}); };
    EXPECT_EQ(town.refused(StaffGrid{{"none"}, {}}), "grid_unknown");
    EXPECT_EQ(staff({{{"nobody"}, MemberRole::head, false}}), "person_unknown");
    EXPECT_EQ(
        staff({{town.people[0], MemberRole::head, false}, {town.people[0], MemberRole::patrol, false}}), "member_twice"
    );
    EXPECT_EQ(
        staff({{town.people[0], MemberRole::head, false}, {town.people[1], MemberRole::head, false}}), "head_twice"
    );
    EXPECT_EQ(staff({{town.people[0], MemberRole::head, false}, {town.people[1], MemberRole::head, true}}), "");
    EXPECT_EQ(town.refused(SendAway{town.people[2], town.now() + hours(1), ""}), "member_unknown");
    EXPECT_EQ(town.refused(SendAway{town.people[0], town.now() - hours(1), ""}), "until_past");
}

TEST(the_level_above, knows_ground_and_numbers_and_no_people) {
    Station county(kCounty, "石狮市"), town;
    town.manned();
    const auto body = town.rows().value<std::string>("SELECT members FROM grid");
    EXPECT_NE(body->find(town.people[0].text), std::string::npos);
    county.hear(town);
    const auto board = board_of(county.rows(), county.writer().node(), World::real(), county.now());
    ASSERT_EQ(board.below.size(), 1U);
    EXPECT_EQ(board.below[0].grids, 1);
    EXPECT_EQ(board.below[0].people, 2);
    EXPECT_EQ(board.below[0].nobody, 0);
    EXPECT_EQ(county.rows().value<std::string>("SELECT members FROM grid"), "[]");
    EXPECT_TRUE(county.prove().ok);
}

RC_GTEST_PROP(a_place, is_found_in_the_square_it_lies_in_and_in_no_other, ()) {
    static Station* const town = [] {
        auto* made = new Station;
        for (int i = 0; i < 3; ++i) made->drawn("格" + std::to_string(i), 118.70 + 0.02 * i);
        return made;
    }();
    const auto lon = 118.69 + *rc::gen::inRange(1, 999) * 0.00007;
    const auto lat = 24.685 + *rc::gen::inRange(1, 999) * 0.00002;
    const auto from_west = lon - 118.70;
    const auto column = static_cast<int>(std::floor(from_west / 0.02));
    const bool within = from_west > 0 && from_west - column * 0.02 < 0.01 && column < 3 && lat > 24.69 && lat < 24.70;
    const bool on_edge = std::abs(std::remainder(from_west, 0.01)) < 1e-9 || std::abs(lat - 24.69) < 1e-9 ||
                         std::abs(lat - 24.70) < 1e-9;
    RC_PRE(!on_edge);
    const auto found = grid_at(town->rows(), lon, lat);
    RC_ASSERT(found.has_value() == within);
    if (found) RC_ASSERT(found->name == "格" + std::to_string(column));
}

}  // namespace
}  // namespace anlan::grid

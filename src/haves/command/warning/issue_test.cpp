#include <gtest/gtest.h>

#include "warning/commands.hpp"
#include "warning/hazards.hpp"
#include "warning/queries.hpp"
#include "warning/trial_rooms.inc"
#include "warning/typhoons.hpp"

namespace anlan::warning {
namespace {

using test::matcher;
using test::writer;

IssueWarning whole() {
    IssueWarning wish;
    wish.hazard = "typhoon";
    wish.colour = Colour::orange;
    wish.headline = "测试县发布台风橙色预警";
    wish.description = "测试";
    wish.instruction = "停止户外作业";
    wish.codes = {AreaCode{"350581106000"}};
    wish.expires = test::at("2023-07-28T12:00:00Z");
    wish.action = "issue";
    return wish;
}

Result<journal::Outcome> issuing(trial::Trial& node, IssueWarning wish, World world = World::real()) {
    return node.run(issue(matcher(), writer(), std::move(world), "p", std::move(wish)));
}

TEST(a_town, may_not_issue_a_warning) {
    trial::Trial town(test::rooms());
    const auto refused = issuing(town, whole());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "not_at_this_level");
    trial::Trial village(test::rooms(), AreaCode{"350581106201"}, "测试村");
    EXPECT_EQ(issuing(village, whole()).error().code, "not_at_this_level");
}

TEST(a_warning_that_leaves_out_what_the_law_asks, is_refused_field_by_field) {
    trial::Trial county(test::rooms(), AreaCode{"350581000000"}, "石狮市");
    const auto refused_field = [&](auto change) {
        auto wish = whole();
        change(wish);
        return issuing(county, wish).error().field;
    };
    EXPECT_EQ(refused_field([](auto& w) { w.hazard.clear(); }), "hazard");
    EXPECT_EQ(refused_field([](auto& w) { w.colour = Colour::none; }), "colour");
    EXPECT_EQ(refused_field([](auto& w) { w.headline.clear(); }), "headline");
    EXPECT_EQ(refused_field([](auto& w) { w.description.clear(); }), "description");
    EXPECT_EQ(refused_field([](auto& w) { w.instruction.clear(); }), "instruction");
    EXPECT_EQ(refused_field([](auto& w) { w.codes.clear(); }), "codes");
    EXPECT_EQ(refused_field([](auto& w) { w.codes = {AreaCode{"350582000000"}}; }), "codes");
    EXPECT_EQ(refused_field([](auto& w) { w.expires.reset(); }), "expires");
    EXPECT_EQ(refused_field([](auto& w) { w.expires = test::at("2023-07-27T00:00:00Z"); }), "expires");
    EXPECT_EQ(refused_field([](auto& w) { w.action = "raise"; }), "references");
    EXPECT_EQ(refused_field([](auto& w) { w.references = {"w-unknown"}; }), "references");
}

TEST(a_county, issues_raises_and_lifts) {
    trial::Trial county(test::rooms(), AreaCode{"350581000000"}, "石狮市");
    const auto first = issuing(county, whole());
    ASSERT_TRUE(first);
    const auto warning = find_warning(county.rows(), {first.value().subject}).value();
    EXPECT_EQ(warning.source, "issued");
    EXPECT_EQ(original_of(county.rows(), warning.id), "<alert>" + warning.identifier + "</alert>");
    auto raise = whole();
    raise.colour = Colour::red;
    raise.action = "raise";
    raise.references = {first.value().subject};
    const auto second = issuing(county, raise);
    ASSERT_TRUE(second);
    EXPECT_EQ(find_warning(county.rows(), {second.value().subject})->action, "raise");
    auto lift = raise;
    lift.action = "lift";
    lift.references = {second.value().subject};
    ASSERT_TRUE(issuing(county, lift));
    EXPECT_TRUE(find_warnings(county.rows(), {}).empty());
    EXPECT_TRUE(county.prove().ok);
}

TEST(a_warning_issued_in_a_drill, says_so) {
    trial::Trial county(test::rooms(), AreaCode{"350581000000"}, "石狮市");
    const auto issued = issuing(county, whole(), World::drill({"d1"}));
    ASSERT_TRUE(issued);
    const auto warning = find_warning(county.rows(), {issued.value().subject}).value();
    EXPECT_TRUE(warning.headline.starts_with("【演练】"));
    EXPECT_EQ(warning.status, "Exercise");
    EXPECT_EQ(warning.drill, "d1");
}

TEST(a_typhoon_position, must_be_on_this_earth) {
    trial::Trial town(test::rooms());
    PositionTyphoon wish;
    EXPECT_EQ(town.when(wish).error().field, "number");
    wish.number = "2305";
    wish.lat = 120;
    EXPECT_EQ(town.when(wish).error().code, "place_invalid");
    wish.lat = 24;
    wish.radii_km = {{"7", {100, 100}}};
    EXPECT_EQ(town.when(wish).error().code, "radii_invalid");
}

TEST(typhoon_positions, make_a_track_with_its_latest_on_top) {
    trial::Trial town(test::rooms());
    PositionTyphoon wish{
        "2305",
        "杜苏芮",
        "Doksuri",
        town.now(),
        118.7,
        24.0,
        48,
        945,
        "强台风",
        "CMA",
        {{"7", {280, 260, 260, 240}}, {"10", {120, 120, 120, 100}}},
        {},
        {}};
    ASSERT_TRUE(town.when(wish));
    wish.at = town.now() - std::chrono::hours{6};
    wish.lat = 22;
    wish.grade = "超强台风";
    ASSERT_TRUE(town.when(wish)) << "a late position";
    ASSERT_TRUE(town.when(wish, "p", World::drill({"d1"})));
    const auto all = typhoons(town.rows(), World::real(), town.writer().node(), town.now());
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().points.size(), 2U);
    EXPECT_EQ(all.front().grade, "强台风");
    EXPECT_EQ(all.front().circles.front().radii_km.front(), 280);
    EXPECT_TRUE(typhoons(town.rows(), World::real(), town.writer().node(), town.now() + std::chrono::hours{80}).empty()
    );
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_hazard, has_a_name_in_both_languages) {
    EXPECT_EQ(hazard_name("rainstorm"), "暴雨");
    EXPECT_EQ(hazard_name("rainstorm", true), "Rainstorm");
    EXPECT_EQ(hazard_name("unheard_of", true), "unheard_of");
}

}  // namespace
}  // namespace anlan::warning

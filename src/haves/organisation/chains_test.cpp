#include "organisation/trial_town.inc"

namespace anlan::organisation {
namespace {

std::vector<std::string> words(store::Rows& rows, const std::vector<ChainLink>& chain) {
    std::vector<std::string> all;
    for (const auto& link : chain) all.push_back(link.role + ":" + person_name(rows, link.person));
    return all;
}

TEST(a_line, wants_two_different_people_who_are_here) {
    TownTrial town;
    const auto person = town.person("测试甲"), other = town.person("测试乙");
    const auto code = [&](const StaffLine& wish) { return town.when(wish).error().code; };
    EXPECT_EQ(code({"sailing", {}}), "line_invalid");
    EXPECT_EQ(code({"forest_fire", {{person, LineRole::lead}}}), "too_few_people");
    EXPECT_EQ(code({"forest_fire", {{person, LineRole::lead}, {person, LineRole::deputy}}}), "person_twice");
    EXPECT_EQ(code({"forest_fire", {{person, LineRole::lead}, {PersonId{"x"}, LineRole::deputy}}}), "person_unknown");
    ASSERT_TRUE(town.when(StaffLine{"forest_fire", {{other, LineRole::lead}, {person, LineRole::deputy}}}));
    EXPECT_EQ(people_of_line(town.rows(), "forest_fire"), (std::vector{other, person}));
    for (const auto& line : line_rows(town.rows()))
        EXPECT_EQ(line.ok, line.id == "forest_fire" || line.id == "flood_typhoon");
    EXPECT_TRUE(town.prove().ok);
}

TEST(the_ladder_of_an_empty_village, is_the_leader_alone_or_nobody) {
    TownTrial town;
    const auto head = town.person("村主任甲", kEmptyVillage);
    EXPECT_TRUE(chain_after(town.rows(), head, PostId{""}, kEmptyVillage).empty());
    const auto leader = town.person("领导甲");
    ASSERT_TRUE(town.when(TakeDuty{leader}));
    EXPECT_EQ(
        words(town.rows(), chain_after(town.rows(), head, PostId{""}, kEmptyVillage)),
        std::vector<std::string>{"leader:领导甲"}
    );
    EXPECT_EQ(town.when(TakeDuty{PersonId{"none"}}).error().code, "person_unknown");
}

TEST(the_ladder, goes_deputy_next_leader_helper_and_names_nobody_twice) {
    TownTrial town;
    const auto head = town.person("村主任甲", kVillage), deputy = town.person("村副主任乙", kVillage);
    const auto grid = town.person("网格员丙", kVillage), helper = town.person("联户员丁", kVillage);
    const auto leader = town.person("带班戊");
    const auto post = town.post("village_head", head, deputy, kVillage);
    town.post("village_deputy", deputy, {}, kVillage);
    town.post("grid_member", grid, {}, kVillage);
    town.post("household_helper", helper, {}, kVillage);
    town.post("duty_leader", leader);
    const auto chain = [&] { return words(town.rows(), chain_after(town.rows(), head, post, kVillage)); };
    EXPECT_EQ(
        chain(), (std::vector<std::string>{"deputy:村副主任乙", "next:网格员丙", "leader:带班戊", "helper:联户员丁"})
    );
    ASSERT_TRUE(town.when(SetChain{kVillage, {head, helper}}));
    EXPECT_EQ(
        chain(), (std::vector<std::string>{"deputy:村副主任乙", "next:联户员丁", "leader:带班戊", "helper:网格员丙"})
    );
    ASSERT_TRUE(town.when(SetChain{kVillage, {}}));
    ASSERT_TRUE(town.when(ChangePerson{deputy, {}, {}, {}, {}, false, {}})) << "who has left is not rung";
    EXPECT_EQ(chain(), (std::vector<std::string>{"next:网格员丙", "leader:带班戊", "helper:联户员丁"}));
    const auto shown = chain_rows(town.rows(), kVillage);
    ASSERT_EQ(shown.size(), 1U);
    EXPECT_EQ(shown.front().chain.front().role, "primary");
    EXPECT_EQ(shown.front().chain.back().role, "door_knock");
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_chain, is_refused_outside_our_area_and_with_somebody_twice) {
    TownTrial town;
    const auto person = town.person("测试甲");
    EXPECT_EQ(town.when(SetChain{AreaCode{"350582000000"}, {person}}).error().code, "area_not_ours");
    EXPECT_EQ(town.when(SetChain{kVillage, {person, person}}).error().code, "person_twice");
}

TEST(areas, are_taken_over_once_and_named) {
    TownTrial town;
    EXPECT_EQ(town.when(AdoptAreas{}).error().code, "areas_empty");
    ASSERT_TRUE(town.when(AdoptAreas{{{kVillage, "第一社区", kTown, 118.71, 24.71}}}));
    EXPECT_TRUE(town.written().empty());
    EXPECT_EQ(areas_below(town.rows(), kTown).size(), 3U);
    EXPECT_EQ(area_name(town.rows(), kVillage), "第一社区");
    EXPECT_EQ(area_name(town.rows(), AreaCode{"350581106999"}), "350581106999");
    EXPECT_EQ(posts_of(town.rows(), "village_head", kTown).size(), 0U);
}

}  // namespace
}  // namespace anlan::organisation

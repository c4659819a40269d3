#include "programme/means.hpp"

#include "programme/trial_stations.inc"
#include "registers/queries.hpp"

namespace anlan::programme {
namespace {

struct Levels {
    trial::Trial town{rooms_of_a_station(), kTown, "永宁镇"};
    trial::Trial county{rooms_of_a_station(), kCounty, "石狮市"};
    trial::Trial prefecture{rooms_of_a_station(), kPrefecture, "泉州市"};

    void team(const std::string& name, int members) {
        put(town, rescue::teams(), {{"name", name}, {"kind", "综合"}, {"members", members}});
    }
    void climb() {
        town.advance(kMeansGather);
        county.hear(town);
        county.advance(kMeansGather);
        prefecture.hear(county);
    }
};

std::optional<Means> means_from(trial::Trial& node, const AreaCode& from) {
    for (const auto& each : told_means(node.rows()))
        if (each.node == from) return each.means;
    return std::nullopt;
}

TEST(the_name_of_a_team, never_leaves_the_town) {
    Levels at;
    at.team("测试甲救援队", 22);
    at.climb();
    EXPECT_TRUE(registers::rows_below(at.county.rows(), "teams").empty());
    for (auto* above : {&at.county, &at.prefecture})
        for (const auto& body : above->rows().list<std::string>("SELECT content FROM means"))
            EXPECT_EQ(body.find("测试甲"), std::string::npos);
}

TEST(a_prefecture, hears_a_countys_sums_and_no_towns) {
    Levels at;
    at.team("测试一队", 22);
    at.team("测试二队", 8);
    put(at.town, shelter::shelters(), {{"name", "测试避灾点"}, {"area", kTown.text}, {"capacity", 150}});
    at.climb();
    EXPECT_FALSE(means_from(at.prefecture, kTown));
    const auto sums = means_from(at.prefecture, kCounty);
    ASSERT_TRUE(sums);
    EXPECT_EQ(sums->teams, 2);
    EXPECT_EQ(sums->members, 30);
    EXPECT_EQ(sums->capacity, 150);
    EXPECT_EQ(means_from(at.county, kTown), sums) << "one town: its county's sum is what it told";
    for (auto* node : {&at.town, &at.county, &at.prefecture}) EXPECT_TRUE(node->prove().ok);
}

TEST(many_changes, are_told_once_and_nothing_without_one) {
    Levels at;
    for (int i = 1; i <= 5; ++i) at.team("测试队" + std::to_string(i), i);
    at.town.advance(kMeansGather);
    const auto told = [&] {
        return at.town.rows().value<std::int64_t>("SELECT COUNT(*) FROM journal WHERE kind = 'means.told/1'");
    };
    EXPECT_EQ(told(), 1);
    at.town.advance(std::chrono::hours{1});
    EXPECT_EQ(told(), 1);
}

}  // namespace
}  // namespace anlan::programme

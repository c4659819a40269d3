#include "federation/exchange.hpp"

#include "federation/in_process.hpp"
#include "federation/test_station.hpp"

namespace anlan::federation {
namespace {

using test::CrySent;
using test::Station;
using test::WordSent;

struct County : ::testing::Test {
    Switchboard board;
    Station county{"350581000000", "石狮市", 1}, town{"350581106000", "永宁镇", 2}, other{"350581103000", "祥芝镇", 3};

    void SetUp() override {
        for (auto* station : {&county, &town, &other}) station->open(board.line_of(station->area()));
        for (auto* station : {&town, &other}) {
            county.meet(*station);
            station->meet(county);
        }
    }
    void settle() {
        while (county.step() + town.step() + other.step() > 0) {
        }
    }
    void pass(std::chrono::milliseconds time) {
        for (auto* station : {&county, &town, &other}) station->trial.set_clock(station->trial.now() + time);
        settle();
    }
};

using a_link = County;

TEST_F(a_link, carries_both_ways_and_only_between_parent_and_child) {
    town.trial.given("w1", WordSent{"水位 3 米"});
    county.trial.given("w2", WordSent{"请回报"});
    settle();
    EXPECT_EQ(county.heard(), std::vector<std::string>{"水位 3 米"});
    EXPECT_EQ(town.heard(), std::vector<std::string>{"请回报"});
    EXPECT_EQ(other.heard(), std::vector<std::string>{"请回报"});
    const auto link = town.exchange->links().front();
    EXPECT_TRUE(link.up);
    EXPECT_EQ(link.direction, "parent");
    EXPECT_EQ(link.waiting, 0);
    EXPECT_GT(link.bytes_out_today, 0);
    EXPECT_TRUE(county.faults.empty());
}

TEST_F(a_link, keeps_everything_while_cut_and_brings_the_most_urgent_first) {
    settle();
    board.set_up(town.area(), false);
    for (int i = 0; i < 700; ++i) town.trial.given("w" + std::to_string(i), WordSent{"例行"});
    town.trial.given("c", CrySent{"呼救", "测试甲"});
    pass(std::chrono::minutes{5});
    EXPECT_TRUE(county.heard().empty());
    const auto cut = town.exchange->links().front();
    EXPECT_FALSE(cut.up);
    EXPECT_EQ(cut.waiting, 701);
    EXPECT_EQ(cut.waiting_seconds, 300);
    board.set_up(town.area(), true);
    settle();
    ASSERT_EQ(county.heard().size(), 701U);
    EXPECT_EQ(county.heard().front(), "呼救") << "first, and without the field that stays home";
    EXPECT_TRUE(county.trial.prove().ok);
}

TEST_F(a_link, tells_one_neighbour_alone_when_asked) {
    auto event = journal::event("w1", WordSent{"仅永宁"});
    event.to = {town.area()};
    county.trial.write(std::move(event), World::real());
    settle();
    EXPECT_EQ(town.heard().size(), 1U);
    EXPECT_TRUE(other.heard().empty());
}

}  // namespace
}  // namespace anlan::federation

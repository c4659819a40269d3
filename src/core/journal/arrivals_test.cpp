#include <gtest/gtest.h>

#include "journal/test_lamps.hpp"
#include "journal/writer.hpp"

/// What one node takes in of another: in turn, once, and never what cannot be understood.
namespace anlan::journal {
namespace {

struct two_nodes : ::testing::Test {
    trial::Trial town{{lamps()}};
    trial::Trial county{{lamps()}, AreaCode{"350581000000"}, "石狮市"};
    const AreaCode origin = town.writer().node().area;

    void light(int from, int to) {
        for (int i = from; i < to; ++i) ASSERT_TRUE(town.when(LightLamp{"l" + std::to_string(i), "red"}));
    }
    std::vector<Parcel> after(Mark mark) {
        return outgoing(town.rows(), town.writer().rooms(), origin, "up/2", mark, 10);
    }
    void deliver(std::vector<Parcel> parcels) {
        county.writer().deliver(std::move(parcels));
        county.writer().run_pending();
    }
    std::int64_t held() { return arrived(county.rows(), origin, "up/2").number; }
    std::int64_t lamps_known() {
        return *county.rows().value<std::int64_t>("SELECT COUNT(*) FROM arrival WHERE reception = 'taken'");
    }
};

using another_nodes_entry = two_nodes;

TEST_F(another_nodes_entry, is_taken_once_and_in_turn) {
    light(0, 3);
    const auto all = after({});
    ASSERT_EQ(all.size(), 3U);
    deliver({all[1]});
    EXPECT_EQ(held(), 0) << "a gap waits";
    deliver(all);
    deliver(all);
    EXPECT_EQ(held(), 3);
    EXPECT_EQ(arrived(county.rows(), origin, "up/2"), sent_out(town.rows(), "up/2"));
}

TEST_F(another_nodes_entry, is_refused_when_it_does_not_continue_the_chain) {
    light(0, 3);
    auto all = after({});
    all[1].entry.body = R"({"colour":"blue"})";
    deliver(all);
    EXPECT_EQ(held(), 1) << "an altered body does not match its hash";
    all = after({});
    all[1].entry.prev = std::string(64, 'a');
    all[1].entry.hash = hash_of(all[1].entry);
    deliver(all);
    EXPECT_EQ(held(), 1) << "a hash of another history";
}

TEST_F(another_nodes_entry, that_cannot_be_understood_is_set_aside_and_holds_nothing_up) {
    light(0, 3);
    auto all = after({});
    all[1].entry.body = R"({"colour":7})";
    for (std::size_t i = 1; i < all.size(); ++i) {
        all[i].entry.prev = all[i - 1].entry.hash;
        all[i].entry.hash = hash_of(all[i].entry);
    }
    deliver(all);
    EXPECT_EQ(held(), 3);
    EXPECT_EQ(lamps_known(), 2);
    EXPECT_EQ(
        county.rows().value<std::string>("SELECT kind FROM journal ORDER BY seq DESC LIMIT 1"), "entry.set_aside/1"
    );
    EXPECT_TRUE(county.prove().ok);
}

TEST_F(another_nodes_entry, that_the_store_refuses_is_set_aside_and_holds_nothing_up) {
    county.rows().script("CREATE UNIQUE INDEX one_of_a_colour ON lamp_below(colour);\n");
    for (const auto& [lamp, colour] : {std::pair{"l1", "red"}, {"l2", "red"}, {"l3", "green"}})
        ASSERT_TRUE(town.when(LightLamp{lamp, colour}));
    deliver(after({}));
    EXPECT_EQ(held(), 3);
    EXPECT_EQ(lamps_known(), 2);
    EXPECT_EQ(
        county.rows().list<std::string>("SELECT colour FROM lamp_below ORDER BY colour"),
        (std::vector<std::string>{"green", "red"})
    );
}

TEST_F(another_nodes_entry, of_a_kind_it_has_no_business_sending_is_refused_and_told_once) {
    light(0, 3);
    auto all = after({});
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i < 2) all[i].entry.kind = "lamp.out/1";  // stays at home, says its description
        all[i].entry.prev = i == 0 ? all[i].entry.prev : all[i - 1].entry.hash;
        all[i].entry.hash = hash_of(all[i].entry);
    }
    deliver(all);
    EXPECT_EQ(held(), 3) << "the stream goes on";
    EXPECT_EQ(lamps_known(), 1);
    const auto told = "SELECT COUNT(*) FROM journal WHERE kind = 'entry.refused/1'";
    EXPECT_EQ(county.rows().value<std::int64_t>(told), 1) << "a flood does not fill the journal";
    EXPECT_TRUE(county.prove().ok);
}

TEST_F(another_nodes_entry, about_an_area_that_is_not_its_own_has_no_effect_and_is_told_once) {
    light(0, 4);
    auto all = after({});
    const char* areas[] = {"350581103000", "350581106002", "350581103201", "350581000000"};
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].entry.body = std::string(R"({"colour":"red","area":")") + areas[i] + "\"}";
        all[i].entry.prev = i == 0 ? all[i].entry.prev : all[i - 1].entry.hash;
        all[i].entry.hash = hash_of(all[i].entry);
    }
    deliver(all);
    EXPECT_EQ(held(), 4) << "the stream goes on";
    EXPECT_EQ(lamps_known(), 2) << "its own village's and the county's";
    const auto told = "SELECT COUNT(*) FROM journal WHERE kind = 'entry.out_of_area/1'";
    EXPECT_EQ(county.rows().value<std::int64_t>(told), 1);
    EXPECT_TRUE(county.prove().ok);
}

using a_new_epoch = two_nodes;

TEST_F(a_new_epoch, posts_anew_what_may_be_missing_and_counts_nothing_twice) {
    light(0, 4);
    deliver(after({}));
    light(4, 6);
    const Mark third{1, 3, after({}).at(2).entry.hash};
    town.writer().begin_epoch({"rolled_back", county.writer().node().area, 1, {{"up/2", third}}});
    town.writer().run_pending();
    light(6, 7);
    const auto renewed = after({1, 6, {}});
    ASSERT_EQ(renewed.size(), 4U) << "l3 once more, l4, l5, and l6";
    EXPECT_EQ(renewed.front().epoch, 2);
    EXPECT_EQ(renewed.front().number, 1);
    deliver(renewed);
    EXPECT_EQ(lamps_known(), 7);
    EXPECT_EQ(arrived(county.rows(), origin, "up/2").epoch, 2);
    EXPECT_TRUE(county.prove().ok);
    EXPECT_TRUE(town.prove().ok);
}

TEST_F(a_new_epoch, after_another_posts_each_entry_once) {
    light(0, 4);
    const Mark second{1, 2, after({}).at(1).entry.hash};
    const auto& county_area = county.writer().node().area;
    town.writer().begin_epoch({"rolled_back", county_area, 1, {{"up/2", second}}});
    town.writer().run_pending();
    town.writer().begin_epoch({"rolled_back", AreaCode{"350582000000"}, 2, {{"up/2", second}}});
    town.writer().run_pending();
    const auto renewed = after({2, 2, {}});
    ASSERT_EQ(renewed.size(), 2U) << "l2 and l3 of the first epoch, not those of the second again";
    EXPECT_EQ(renewed.front().epoch, 3);
}

TEST_F(a_new_epoch, that_brings_an_entry_twice_counts_it_once) {
    light(0, 2);
    auto all = after({});
    for (auto& parcel : all) parcel.epoch = 2;
    auto again = all.back();
    again.number = 3;
    again.entry.prev = all.back().entry.hash;
    again.entry.hash = hash_of(again.entry);
    all.push_back(again);
    deliver(all);
    EXPECT_EQ(held(), 3) << "all are chained";
    EXPECT_EQ(county.rows().value<std::int64_t>("SELECT COUNT(*) FROM arrival WHERE reception = 'known'"), 1);
    EXPECT_EQ(lamps_known(), 2);
}

}  // namespace
}  // namespace anlan::journal

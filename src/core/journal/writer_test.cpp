#include "journal/writer.hpp"

#include <gtest/gtest.h>

#include "journal/deadline_events.hpp"
#include "journal/vault.hpp"
#include "trial/trial.hpp"

namespace anlan::journal {

struct LampLit {
    static constexpr EventKind kKind{"lamp.lit", 1, Share::up};
    std::string colour;
};
BOOST_DESCRIBE_STRUCT(LampLit, (), (colour))

struct LampOut {
    static constexpr EventKind kKind{"lamp.out", 1};
    bool by_clock = false;
};
BOOST_DESCRIBE_STRUCT(LampOut, (), (by_clock))

struct LightLamp {
    std::string lamp, colour;
};
BOOST_DESCRIBE_STRUCT(LightLamp, (), (lamp, colour))

Result<Decision> decide(const LightLamp& wish, const Desk&) {
    if (wish.colour.empty()) return refuse("colour_empty", "colour", "请选颜色", "choose a colour");
    return decided(event(wish.lamp, LampLit{wish.colour}, {{.ref = "p1", .field = "name", .value = "测试甲"}}));
}

struct QuenchLamp {
    std::string lamp;
};
BOOST_DESCRIBE_STRUCT(QuenchLamp, (), (lamp))

Result<Decision> decide(const QuenchLamp& wish, const Desk& desk) {
    const auto lit = desk.views.value<std::int64_t>("SELECT lit FROM lamp WHERE id = :i", wish.lamp);
    if (lit != 1) return refuse("lamp_dark", "lamp", "灯没亮", "the lamp is dark");
    return decided(event(wish.lamp, LampOut{true}));
}

void project(store::Rows& rows, const Entry& entry, const LampLit& lit) {
    rows.run(
        "INSERT INTO lamp(id, colour, lit) VALUES(:i, :c, 1) ON CONFLICT(id) DO UPDATE SET lit = 1, colour = "
        "excluded.colour",
        entry.subject,
        lit.colour
    );
    set_deadline(
        rows,
        entry,
        "lamp/" + entry.subject,
        after(entry, std::chrono::minutes{5}),
        "lamp.quench",
        QuenchLamp{entry.subject}
    );
}

void mirror(store::Rows& rows, const Entry& entry, const LampLit& lit, const AreaCode&) {
    rows.run("INSERT INTO lamp_below(id, colour) VALUES(:i, :c)", entry.subject, lit.colour);
}

void project(store::Rows& rows, const Entry& entry, const LampOut&) {
    rows.run("UPDATE lamp SET lit = 0 WHERE id = :i", entry.subject);
    clear_deadline(rows, "lamp/" + entry.subject);
}

namespace {

Room lamps() {
    Room room(
        "lamps",
        "CREATE TABLE IF NOT EXISTS lamp (\n id TEXT PRIMARY KEY,\n colour TEXT NOT NULL,\n lit BIGINT NOT NULL\n);\n"
        "CREATE TABLE IF NOT EXISTS lamp_below (\n id TEXT NOT NULL,\n colour TEXT NOT NULL\n);\n"
    );
    room.projects<LampLit, LampOut>().mirrors<LampLit>().recalls<QuenchLamp>("lamp.quench");
    return room;
}

TEST(a_refused_wish, leaves_nothing_behind) {
    trial::Trial trial({lamps()});
    const auto refused = trial.when(LightLamp{"l1", ""});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "colour");
    EXPECT_TRUE(trial.written().empty());
    EXPECT_EQ(head_of(trial.rows()).seq, 0);
}

TEST(a_granted_wish, is_chained_and_shown) {
    trial::Trial trial({lamps()});
    ASSERT_TRUE(trial.when(LightLamp{"l1", "red"}));
    ASSERT_TRUE(trial.when(LightLamp{"l2", "blue"}));
    EXPECT_EQ(trial.rows().value<std::int64_t>("SELECT COUNT(*) FROM lamp"), 2);
    const auto proof = trial.prove();
    EXPECT_TRUE(proof.ok) << proof.fault_en;
    EXPECT_EQ(proof.entries, 2);
    EXPECT_EQ(sent_out(trial.rows(), "up/2").number, 2);
}

TEST(a_changed_byte, is_named_by_its_entry) {
    trial::Trial trial({lamps()});
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(trial.when(LightLamp{"l" + std::to_string(i), "red"}));
    trial.rows().run("UPDATE journal SET body = REPLACE(body, 'red', 'ret') WHERE seq = 3");
    const auto proof = trial.prove();
    EXPECT_FALSE(proof.ok);
    EXPECT_EQ(proof.first_bad, 3);
}

TEST(a_removed_entry, is_named) {
    trial::Trial trial({lamps()});
    for (int i = 0; i < 3; ++i) ASSERT_TRUE(trial.when(LightLamp{"l" + std::to_string(i), "red"}));
    trial.rows().run("DELETE FROM journal WHERE seq = 2");
    EXPECT_EQ(trial.prove().first_bad, 2);
}

TEST(a_view_changed_by_hand, differs_from_its_replay) {
    trial::Trial trial({lamps()});
    ASSERT_TRUE(trial.when(LightLamp{"l1", "red"}));
    trial.rows().run("UPDATE lamp SET colour = 'blue'");
    if (std::getenv("ANLAN_TEST_POSTGRESQL") == nullptr) {
        EXPECT_FALSE(trial.prove().ok);
    }
}

TEST(a_deadline, calls_its_command_once) {
    trial::Trial trial({lamps()});
    ASSERT_TRUE(trial.when(LightLamp{"l1", "red"}));
    trial.advance(std::chrono::minutes{4});
    EXPECT_TRUE(trial.written().empty());
    trial.advance(std::chrono::minutes{2});
    EXPECT_EQ(trial.kinds(), std::vector<std::string>{"lamp.out"});
    trial.advance(std::chrono::hours{1});
    EXPECT_TRUE(trial.written().empty());
}

TEST(drill_and_reality, do_not_share_a_thing) {
    trial::Trial trial({lamps()});
    ASSERT_TRUE(trial.when(LightLamp{"l1", "red"}, "p", World::drill({"d1"})));
    const auto refused = trial.when(LightLamp{"l1", "red"});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "world_mixed");
}

TEST(a_clock_that_was_ahead, moves_what_it_set_when_it_is_put_right) {
    trial::Trial trial({lamps()});
    const auto right = trial.now();
    ASSERT_TRUE(trial.when(LightLamp{"before", "red"}));
    trial.set_clock(right + std::chrono::hours{48});
    ASSERT_TRUE(trial.when(LightLamp{"ahead", "red"}));
    trial.set_clock(right + std::chrono::minutes{1});
    ASSERT_TRUE(clock_went_back(trial.rows(), trial.now()));
    ASSERT_TRUE(trial.run(heed_clock()));
    EXPECT_FALSE(clock_went_back(trial.rows(), trial.now()));
    trial.advance(std::chrono::minutes{4});
    EXPECT_EQ(trial.rows().list<std::string>("SELECT id FROM lamp WHERE lit = 1"), std::vector<std::string>{"ahead"});
    trial.advance(std::chrono::minutes{1});
    EXPECT_TRUE(trial.rows().list<std::string>("SELECT id FROM lamp WHERE lit = 1").empty());
    EXPECT_TRUE(trial.prove().ok);
}

TEST(a_clock_that_was_right, is_left_alone) {
    trial::Trial trial({lamps()});
    ASSERT_TRUE(trial.when(LightLamp{"l1", "red"}));
    trial.set_clock(trial.now() - std::chrono::seconds{30});
    ASSERT_TRUE(trial.run(heed_clock()));
    EXPECT_TRUE(trial.written().empty());
}

TEST(a_forgotten_person, leaves_a_journal_that_verifies) {
    trial::Trial trial({lamps()});
    ASSERT_TRUE(trial.when(LightLamp{"l1", "red"}));
    EXPECT_EQ(trial.written().front().body.find("测试甲"), std::string::npos);
    EXPECT_EQ(vault::reveal(trial.rows(), "p1", "name"), "测试甲");
    vault::forget(trial.rows(), "p1");
    EXPECT_FALSE(vault::reveal(trial.rows(), "p1", "name"));
    EXPECT_TRUE(trial.prove().ok);
}

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

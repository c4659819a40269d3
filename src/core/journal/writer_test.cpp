#include "journal/writer.hpp"

#include <gtest/gtest.h>

#include "journal/deadline_events.hpp"
#include "journal/test_lamps.hpp"
#include "journal/vault.hpp"

namespace anlan::journal {
namespace {

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

}  // namespace
}  // namespace anlan::journal

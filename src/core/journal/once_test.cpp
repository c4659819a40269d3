#include "journal/once.hpp"

#include <gtest/gtest.h>

#include "trial/trial.hpp"

namespace anlan::journal {

struct BellStruck {
    static constexpr EventKind kKind{"bell.rung", 1};
    std::int64_t times = 0;
};
BOOST_DESCRIBE_STRUCT(BellStruck, (), (times))

struct RingBell {
    std::int64_t times = 0;
};
BOOST_DESCRIBE_STRUCT(RingBell, (), (times))

Result<Decision> decide(const RingBell& wish, const Desk& desk) {
    if (wish.times <= 0) return refuse("times_missing", "times", "请填次数", "say how often");
    auto decision = decided(event(desk.new_id(), BellStruck{wish.times}));
    decision.answer = {{"times", wish.times}};
    return decision;
}

void project(store::Rows&, const Entry&, const BellStruck&) {}

namespace {

Wish ring(std::int64_t times, const std::string& key, const std::string& print) {
    auto made = wish(World::real(), "p1", RingBell{times});
    made.once = Once{key, print};
    return made;
}

Room bells() {
    Room room("bells", "");
    room.projects<BellStruck>();
    return room;
}

TEST(an_item_sent_twice, is_one_item_with_one_answer) {
    trial::Trial trial({bells()});
    const auto first = trial.run(ring(2, "p1 phone:1", "a"));
    const auto second = trial.run(ring(2, "p1 phone:1", "a"));
    ASSERT_TRUE(first && second);
    EXPECT_EQ(first.value().subject, second.value().subject);
    EXPECT_EQ(second.value().answer.at("times").as_int64(), 2);
    EXPECT_EQ(trial.rows().value<std::int64_t>("SELECT COUNT(*) FROM journal"), 1);
    EXPECT_TRUE(trial.prove().ok);
}

TEST(another_item_under_a_used_key, is_refused) {
    trial::Trial trial({bells()});
    ASSERT_TRUE(trial.run(ring(2, "p1 phone:1", "a")));
    const auto other = trial.run(ring(3, "p1 phone:1", "b"));
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, "key_reused");
}

TEST(a_refused_item, may_be_put_right_under_the_same_key) {
    trial::Trial trial({bells()});
    ASSERT_FALSE(trial.run(ring(0, "p1 phone:1", "a")));
    EXPECT_TRUE(trial.run(ring(1, "p1 phone:1", "b")));
}

TEST(two_items_alike, are_two_under_keys_of_their_own) {
    trial::Trial trial({bells()});
    ASSERT_TRUE(trial.run(ring(2, "p1 phone:1", "a")));
    ASSERT_TRUE(trial.run(ring(2, "p1 phone:2", "a")));
    EXPECT_EQ(trial.rows().value<std::int64_t>("SELECT COUNT(*) FROM journal"), 2);
}

TEST(a_key, is_kept_longer_than_a_phone_waits) {
    trial::Trial trial({bells()});
    ASSERT_TRUE(trial.run(ring(2, "p1 phone:1", "a")));
    trial.advance(std::chrono::hours{24 * 60});
    ASSERT_TRUE(trial.run(ring(2, "p1 phone:1", "a")));
    EXPECT_EQ(trial.rows().value<std::int64_t>("SELECT COUNT(*) FROM journal"), 1);
}

}  // namespace
}  // namespace anlan::journal

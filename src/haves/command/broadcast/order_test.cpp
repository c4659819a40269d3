#include "broadcast/order.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace anlan::broadcast {
namespace {

Order order(Purpose purpose, std::int64_t severity = 2, Level origin = Level::town, int minute = 0) {
    return {purpose, severity, origin, Instant{std::chrono::minutes{minute}}, {std::to_string(minute)}};
}

TEST(emergencies, sound_before_exercises_and_those_before_daily_ones) {
    EXPECT_TRUE(before(order(Purpose::emergency, 4, Level::town, 9), order(Purpose::drill, 1)));
    EXPECT_TRUE(before(order(Purpose::drill, 4, Level::town, 9), order(Purpose::daily, 1)));
}

TEST(the_graver, sounds_first_and_at_equal_weight_the_upper_platform) {
    EXPECT_TRUE(before(order(Purpose::emergency, 1, Level::village, 9), order(Purpose::emergency, 2, Level::county)));
    EXPECT_TRUE(before(order(Purpose::emergency, 2, Level::county, 9), order(Purpose::emergency, 2, Level::town)));
    EXPECT_TRUE(before(order(Purpose::emergency, 2, Level::town, 1), order(Purpose::emergency, 2, Level::town, 9)));
}

TEST(equals, do_not_interrupt_each_other) {
    const auto first = order(Purpose::emergency), later = order(Purpose::emergency, 2, Level::town, 9);
    EXPECT_FALSE(pre_empts(first, later));
    EXPECT_FALSE(pre_empts(later, first));
    EXPECT_TRUE(pre_empts(order(Purpose::emergency, 1, Level::town, 9), first));
}

Order any_order() {
    return order(
        static_cast<Purpose>(*rc::gen::inRange(0, 3)),
        *rc::gen::inRange(1, 5),
        static_cast<Level>(*rc::gen::inRange(0, 5)),
        *rc::gen::inRange(0, 3)
    );
}

TEST(the_order, is_strict_and_what_cuts_in_also_comes_first) {
    rc::check([] {
        const auto a = any_order(), b = any_order(), c = any_order();
        RC_ASSERT(!before(a, a) && !pre_empts(a, a));
        RC_ASSERT(!(before(a, b) && before(b, a)));
        RC_ASSERT(a == b || before(a, b) || before(b, a));
        if (before(a, b) && before(b, c)) RC_ASSERT(before(a, c));
        if (pre_empts(a, b)) RC_ASSERT(before(a, b));
    });
}

}  // namespace
}  // namespace anlan::broadcast

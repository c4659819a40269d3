#include <gtest/gtest.h>

#include "app/announcing_turn.hpp"

namespace anlan::app {
namespace {

using broadcast::BroadcastId;
using broadcast::Purpose;
using broadcast::ToPlay;

ToPlay wish(
    const std::string& id,
    std::int64_t severity,
    std::vector<std::string> terminals,
    Purpose purpose = Purpose::emergency
) {
    ToPlay made;
    made.id = {id};
    made.order = {purpose, severity, Level::village, Instant{std::chrono::seconds{id.back()}}, {id}};
    for (auto& each : terminals) {
        broadcast::TerminalFacts terminal;
        terminal.id = {each};
        made.terminals.push_back(terminal);
    }
    return made;
}

/// What is wanted and what sounds, and what is to be done about it, in words.
struct a_turn : ::testing::Test {
    std::string next(std::vector<ToPlay> wanted) {
        std::sort(wanted.begin(), wanted.end(), [](const ToPlay& a, const ToPlay& b) {
            return before(a.order, b.order);
        });
        const auto turn = next_turn(wanted, on_air);
        std::string words;
        for (const auto& id : turn.stop) words += "stop " + id.text + ". ";
        for (const auto& [id, by] : turn.interrupt) words += "interrupt " + id.text + " by " + by.text + ". ";
        for (const auto& id : turn.start) words += "start " + id.text + ". ";
        return words;
    }
    void sounds(const ToPlay& one, bool sounding = true) {
        OnAir air{one.order, {}, sounding};
        for (const auto& terminal : one.terminals) air.terminals.insert(terminal.id);
        on_air[one.id] = air;
    }
    std::map<BroadcastId, OnAir> on_air;
};

TEST_F(a_turn, begins_what_is_wanted_in_its_order) {
    EXPECT_EQ(next({wish("b1", 2, {"t1"})}), "start b1. ");
    EXPECT_EQ(next({wish("b1", 3, {"t1"}), wish("b2", 1, {"t1"})}), "start b2. ");
    EXPECT_EQ(next({}), "");
}

TEST_F(a_turn, lets_what_is_more_urgent_cut_in) {
    const auto low = wish("b1", 3, {"t1", "t2"}), high = wish("b2", 1, {"t2"});
    sounds(low);
    EXPECT_EQ(next({low, high}), "interrupt b1 by b2. start b2. ");
}

TEST_F(a_turn, lets_nobody_cut_in_only_for_being_another) {
    const auto playing = wish("b2", 2, {"t1"}), same = wish("b1", 2, {"t1"});
    sounds(playing);
    EXPECT_EQ(next({playing, same}), "");
    EXPECT_EQ(next({playing, wish("b3", 2, {"t1"})}), "");
}

TEST_F(a_turn, holds_up_nothing_at_other_loudspeakers) {
    const auto playing = wish("b1", 1, {"t1"});
    sounds(playing);
    EXPECT_EQ(next({playing, wish("b2", 4, {"t2"}, Purpose::daily)}), "start b2. ");
}

TEST_F(a_turn, keeps_the_order_of_those_who_wait) {
    const auto playing = wish("b1", 1, {"t1"});
    sounds(playing);
    EXPECT_EQ(next({playing, wish("b2", 2, {"t1", "t2"}), wish("b3", 3, {"t2"})}), "");
}

TEST_F(a_turn, does_not_interrupt_for_one_that_has_to_wait_itself) {
    const auto first = wish("b1", 1, {"t1"}), low = wish("b3", 3, {"t2"});
    sounds(first);
    sounds(low);
    EXPECT_EQ(next({first, low, wish("b2", 2, {"t1", "t2"})}), "");
}

TEST_F(a_turn, stops_what_nobody_wants_any_more_and_goes_on_there_at_once) {
    const auto stopped = wish("b1", 1, {"t1"});
    sounds(stopped);
    EXPECT_EQ(next({wish("b2", 4, {"t1"})}), "stop b1. start b2. ");
}

TEST_F(a_turn, does_not_wait_for_receipts) {
    const auto out = wish("b1", 1, {"t1"});
    sounds(out, false);
    EXPECT_EQ(next({out, wish("b2", 4, {"t1"})}), "start b2. ");
}

TEST_F(a_turn, passes_over_what_has_no_loudspeaker_here) {
    EXPECT_EQ(next({wish("b1", 1, {}), wish("b2", 2, {"t1"})}), "start b2. ");
}

}  // namespace
}  // namespace anlan::app

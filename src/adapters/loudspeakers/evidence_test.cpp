#include "loudspeakers/evidence.hpp"

#include <gtest/gtest.h>

namespace anlan::loudspeakers {
namespace {

constexpr double kLostMost = 0.05;
constexpr std::uint32_t kFirst = 65'000, kReport = 77;

/// Twenty seconds of sound; its sequence numbers pass 65535.
struct a_stream : ::testing::Test {
    a_stream() : evidence(kFirst) {
        evidence.reported(kReport);
        for (int i = 0; i < 1'000; ++i) evidence.sent();
    }
    static ReceptionReport report(std::uint32_t highest, std::int32_t lost = 0) {
        return {.reporter = 5, .about = 1, .lost_of_256 = 0, .lost = lost, .highest = highest, .last_report = kReport};
    }
    Verdict verdict(bool group = false) const { return evidence.verdict(kLostMost, group); }
    Evidence evidence;
};

TEST_F(a_stream, that_nobody_speaks_of_is_silent) {
    EXPECT_EQ(verdict().fate, Fate::silent);
    EXPECT_EQ(verdict().seconds, 0);
    EXPECT_FALSE(evidence.complete(kLostMost));
}

TEST_F(a_stream, that_arrived_whole_was_played) {
    EXPECT_TRUE(evidence.heard(report(kFirst + 999)));
    EXPECT_EQ(verdict().fate, Fate::played);
    EXPECT_EQ(verdict().seconds, 20);
    EXPECT_TRUE(evidence.complete(kLostMost));
}

TEST_F(a_stream, some_of_which_came_twice_was_played_no_longer_for_that) {
    EXPECT_TRUE(evidence.heard(report(kFirst + 999, -40)));
    EXPECT_EQ(verdict().fate, Fate::played);
    EXPECT_EQ(verdict().seconds, 20);
}

TEST_F(a_stream, of_which_much_was_lost_has_failed) {
    EXPECT_TRUE(evidence.heard(report(kFirst + 999, 300)));
    EXPECT_EQ(verdict().fate, Fate::failed);
    EXPECT_EQ(verdict().seconds, 14);
    EXPECT_NE(verdict().note.find("30%"), std::string::npos);
}

TEST_F(a_stream, that_was_heard_for_its_first_half_only_has_failed) {
    EXPECT_TRUE(evidence.heard(report(kFirst + 499)));
    EXPECT_EQ(verdict().fate, Fate::failed);
    EXPECT_EQ(verdict().seconds, 10);
}

TEST_F(a_stream, whose_receiver_boasts_of_packets_never_sent_is_not_believed) {
    EXPECT_FALSE(evidence.heard(report(kFirst + 1'000)));
    EXPECT_FALSE(evidence.heard(report(kFirst - 1)));
    EXPECT_FALSE(evidence.heard(report(0xFFFFFFFF)));
    EXPECT_FALSE(evidence.heard(report(kFirst + 999, 1'001)));
    EXPECT_EQ(verdict().fate, Fate::silent);
    EXPECT_NE(verdict().note.find("不予采信"), std::string::npos);
}

TEST_F(a_stream, whose_receiver_names_a_report_never_made_is_not_believed) {
    auto forged = report(kFirst + 999);
    forged.last_report = 78;
    EXPECT_FALSE(evidence.heard(forged));
    forged.last_report = 0;  // it may have missed them
    EXPECT_TRUE(evidence.heard(forged));
}

TEST_F(a_stream, whose_receiver_goes_back_is_not_believed_in_that) {
    EXPECT_TRUE(evidence.heard(report(kFirst + 999)));
    EXPECT_FALSE(evidence.heard(report(kFirst + 10)));
    EXPECT_EQ(verdict().fate, Fate::played);
}

TEST_F(a_stream, to_a_closed_port_has_failed) {
    evidence.refused();
    EXPECT_EQ(verdict().fate, Fate::failed);
    EXPECT_TRUE(evidence.heard(report(kFirst + 999)));  // it was opened in time
    EXPECT_EQ(verdict().fate, Fate::played);
}

TEST_F(a_stream, to_a_group_is_played_only_when_each_who_answers_got_it) {
    EXPECT_TRUE(evidence.heard(report(kFirst + 999)));
    auto other = report(kFirst + 999, 500);
    other.reporter = 6;
    EXPECT_TRUE(evidence.heard(other));
    EXPECT_EQ(verdict(false).fate, Fate::played);
    EXPECT_EQ(verdict(true).fate, Fate::failed);
    EXPECT_NE(verdict(true).note.find("2 个终端有回执，1 个播完"), std::string::npos);
}

}  // namespace
}  // namespace anlan::loudspeakers

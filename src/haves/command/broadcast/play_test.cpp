#include "broadcast/town_for_tests.hpp"

/// From the release to the last receipt.
namespace anlan::broadcast {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

TEST(a_broadcast, that_every_loudspeaker_has_played_is_done) {
    LoudTown town;
    const auto id = town.playing();
    EXPECT_EQ(to_play(town.rows()).at(0).terminals.size(), 3U);
    town.advance(seconds{40});
    ASSERT_TRUE(town.report(id, town.square, Outcome::played, 38));
    ASSERT_TRUE(town.report(id, town.harbour, Outcome::played, 38));
    EXPECT_EQ(to_play(town.rows()).at(0).terminals.size(), 1U);
    ASSERT_TRUE(town.report(id, town.hill, Outcome::played, 38));
    EXPECT_EQ(town.kinds(), (std::vector<std::string>{"broadcast.receipt_taken", "broadcast.finished"}));
    EXPECT_EQ(town.facts(id).state, BroadcastState::done);
    EXPECT_EQ(town.facts(id).played, 3);
    EXPECT_TRUE(to_play(town.rows()).empty());
    EXPECT_EQ(town.when(FinishBroadcast{id}, kAir).value().first_seq, 0);
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_stream, that_was_sent_all_of_it_is_done_and_never_counts_as_played) {
    LoudTown town;
    const auto id = town.playing();
    town.advance(seconds{40});
    EXPECT_EQ(town.report(id, town.square, Outcome::sent, 0).error().code, "seconds_invalid");
    EXPECT_EQ(town.report(id, town.square, Outcome::sent, 400).error().code, "seconds_invalid");
    ASSERT_TRUE(town.report(id, town.square, Outcome::sent, 38));
    ASSERT_TRUE(town.report(id, town.harbour, Outcome::sent, 38));
    EXPECT_EQ(town.facts(id).sent, 2);
    ASSERT_TRUE(town.report(id, town.hill, Outcome::played, 38));
    const auto facts = town.facts(id);
    EXPECT_EQ(facts.state, BroadcastState::done);
    EXPECT_EQ(facts.played, 1);
    EXPECT_EQ(facts.sent, 2);
    EXPECT_EQ(proved_since(town.rows(), {}).played, 1);
    for (const auto& test : zone_tests(town.rows()))
        EXPECT_EQ(test.tested_at.has_value(), test.zone == kNext) << "what was only sent proves no village";
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_loudspeaker, that_never_answers_is_silent_when_the_time_is_over) {
    LoudTown town;
    const auto id = town.playing();
    town.advance(seconds{30});
    ASSERT_TRUE(town.report(id, town.square, Outcome::played, 28));
    ASSERT_TRUE(town.report(id, town.harbour, Outcome::failed, 0));
    town.advance(minutes{10});
    const auto facts = town.facts(id);
    EXPECT_EQ(facts.state, BroadcastState::failed);
    EXPECT_EQ(facts.played, 1);
    EXPECT_EQ(facts.failed, 1);
    EXPECT_EQ(facts.silent, 1);
    for (const auto& part : parts_of(town.rows(), id)) EXPECT_TRUE(part.outcome);
    EXPECT_EQ(town.report(id, town.hill).error().code, "broadcast_ended");
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_broadcast, that_never_begins_ends_all_the_same) {
    LoudTown town;
    const auto id = town.released();
    town.advance(minutes{60});
    EXPECT_EQ(town.facts(id).state, BroadcastState::failed);
    EXPECT_EQ(town.facts(id).silent, 3);
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_broadcast, is_stopped_at_once_by_anybody_and_each_terminal_ends_with_one_outcome) {
    LoudTown town;
    const auto id = town.playing();
    ASSERT_TRUE(town.report(id, town.square));
    ASSERT_TRUE(town.when(StopBroadcast{id, "播错了"}, kFirst));
    EXPECT_EQ(town.when(StopBroadcast{id, ""}, kSecond).value().first_seq, 0);
    EXPECT_EQ(town.facts(id).state, BroadcastState::stopped);
    for (const auto& part : parts_of(town.rows(), id))
        EXPECT_EQ(part.outcome, part.terminal == town.square ? Outcome::played : Outcome::stopped);
    EXPECT_TRUE(to_play(town.rows()).empty());
    town.advance(minutes{60});
    EXPECT_EQ(town.facts(id).state, BroadcastState::stopped);
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_terminal_that_lies, is_not_believed_and_its_first_word_stands) {
    LoudTown town;
    const auto id = town.playing();
    EXPECT_EQ(town.report(id, town.square, Outcome::played, 3'600).error().code, "seconds_invalid");
    EXPECT_EQ(town.report(id, town.square, Outcome::played, 0).error().code, "seconds_invalid");
    EXPECT_EQ(town.report(id, town.square, Outcome::failed, -1).error().code, "seconds_invalid");
    EXPECT_EQ(town.report(id, town.square, Outcome::stopped, 0).error().code, "outcome_invalid");
    EXPECT_EQ(town.report(id, {"stranger"}).error().code, "not_addressed");
    ASSERT_TRUE(town.report(id, town.square));
    EXPECT_EQ(town.report(id, town.square).value().first_seq, 0);
    EXPECT_EQ(town.report(id, town.square, Outcome::failed, 0).error().code, "already_reported");
    const auto early = town.released(sheet({kVillage}));
    EXPECT_EQ(town.report(early, town.square, Outcome::played, 6).error().code, "seconds_invalid");
    const auto draft = town.draft(sheet());
    EXPECT_EQ(town.report(draft, town.square).error().code, "not_released");
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_graver_broadcast, interrupts_what_sounds_and_that_goes_on_afterwards) {
    LoudTown town;
    const auto daily = town.playing(sheet({kTown}, Purpose::daily));
    const auto grave = town.released();
    EXPECT_EQ(to_play(town.rows()).at(0).id, grave);
    ASSERT_TRUE(town.when(InterruptBroadcast{daily, grave}, kAir));
    EXPECT_EQ(town.facts(daily).state, BroadcastState::waiting);
    EXPECT_TRUE(to_play(town.rows(), daily)->interrupted);
    EXPECT_EQ(town.when(InterruptBroadcast{daily, grave}, kAir).value().first_seq, 0);
    ASSERT_TRUE(town.when(BeginBroadcast{grave}, kAir));
    EXPECT_EQ(town.refused(InterruptBroadcast{grave, daily}, kAir), "not_more_urgent");
    EXPECT_EQ(town.refused(InterruptBroadcast{grave, grave}, kAir), "not_more_urgent");
    ASSERT_TRUE(town.when(FinishBroadcast{grave}, kAir));
    ASSERT_TRUE(town.when(ResumeBroadcast{daily}, kAir));
    EXPECT_EQ(town.facts(daily).state, BroadcastState::playing);
    EXPECT_EQ(town.when(ResumeBroadcast{daily}, kAir).value().first_seq, 0);
    EXPECT_TRUE(town.prove().ok);
}

TEST(what_nobody_released, does_not_sound) {
    LoudTown town;
    const auto id = town.draft(sheet());
    EXPECT_TRUE(to_play(town.rows()).empty());
    EXPECT_FALSE(to_play(town.rows(), id));
    EXPECT_EQ(town.refused(BeginBroadcast{id}, kAir), "not_released");
    EXPECT_EQ(town.refused(FinishBroadcast{id}, kAir), "not_released");
    EXPECT_EQ(town.refused(BeginBroadcast{{"none"}}, kAir), "broadcast_unknown");
    ASSERT_TRUE(town.when(StopBroadcast{id, ""}, kFirst));
    EXPECT_EQ(town.facts(id).state, BroadcastState::stopped);
    EXPECT_EQ(town.refused(BeginBroadcast{id}, kAir), "broadcast_ended");
}

TEST(a_recording, longer_than_its_text_is_given_its_time) {
    LoudTown town;
    const auto id = town.released();
    ASSERT_TRUE(town.when(BeginBroadcast{id, 600}, kAir));
    const auto begun = town.now();
    const auto due = town.rows().value<Instant>("SELECT due FROM deadline WHERE key = :k", "broadcast/" + id.text);
    ASSERT_TRUE(due);
    EXPECT_GT(*due, begun + std::chrono::seconds{600 * sheet().repeats});
}

}  // namespace
}  // namespace anlan::broadcast

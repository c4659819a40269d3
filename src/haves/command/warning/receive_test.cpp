#include <gtest/gtest.h>

#include "warning/commands.hpp"
#include "warning/queries.hpp"
#include "warning/trial_rooms.inc"

namespace anlan::warning {
namespace {

using test::at;
using test::cancel;
using test::matcher;
using test::signal;
using test::update;

/// A town with this room alone, and the words to speak to it.
struct Town : trial::Trial {
    Town() : Trial(test::rooms()) {}

    Result<journal::Outcome> take(Alert alert) {
        return run(receive(
            matcher(),
            "p-officer",
            {.alerts = {std::move(alert)}, .source = "http", .via = {}, .drill = {}, .verdict = "valid"}
        ));
    }
    WarningFacts warning_of(const Result<journal::Outcome>& outcome) {
        return find_warning(rows(), {outcome.value().subject}).value();
    }
    WarningState state_of(const Result<journal::Outcome>& outcome) { return warning_of(outcome).state; }
};

const Instant kReceiving = at("2023-07-28T00:37:00Z");

TEST(a_message_without_an_identifier, is_refused) {
    Town town;
    const auto refused = town.take(signal("", Colour::red, kReceiving));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "identifier_missing");
    EXPECT_TRUE(town.written().empty());
}

TEST(an_empty_file, is_refused) {
    Town town;
    EXPECT_EQ(town.run(receive(matcher(), "p", {})).error().code, "alert_missing");
}

TEST(a_first_message, is_an_issue_and_covers_us) {
    Town town;
    const auto outcome = town.take(signal("A", Colour::orange, kReceiving));
    ASSERT_TRUE(outcome);
    const auto warning = town.warning_of(outcome);
    EXPECT_EQ(warning.action, "issue");
    EXPECT_EQ(warning.colour, Colour::orange);
    EXPECT_TRUE(warning.covers_us);
    EXPECT_EQ(original_of(town.rows(), warning.id), "<alert/>");
    EXPECT_TRUE(town.prove().ok);
}

TEST(the_same_message_again, writes_nothing_and_names_the_same_warning) {
    Town town;
    const auto first = town.take(signal("A", Colour::orange, kReceiving));
    const auto again = town.take(signal("A", Colour::orange, kReceiving));
    ASSERT_TRUE(again);
    EXPECT_EQ(again.value().first_seq, 0);
    EXPECT_EQ(again.value().subject, first.value().subject);
    EXPECT_TRUE(town.written().empty());
    EXPECT_NE(
        town.take(signal("A", Colour::orange, kReceiving + std::chrono::minutes{1})).value().subject,
        first.value().subject
    ) << "another sending time is another message";
}

TEST(colours, say_what_an_update_does_and_may_skip) {
    Town town;
    const auto a = signal("A", Colour::red, kReceiving);
    const auto b = update("B", Colour::red, kReceiving + std::chrono::minutes{1}, {a});
    const auto c = update("C", Colour::yellow, kReceiving + std::chrono::minutes{2}, {b});
    const auto d = update("D", Colour::orange, kReceiving + std::chrono::minutes{3}, {c});
    const auto e = cancel("E", kReceiving + std::chrono::minutes{4}, {d});
    std::vector<std::string> actions;
    std::string last;
    for (const auto& each : {a, b, c, d, e}) {
        const auto outcome = town.take(each);
        ASSERT_TRUE(outcome);
        actions.push_back(town.warning_of(outcome).action);
        last = outcome.value().subject;
    }
    EXPECT_EQ(actions, (std::vector<std::string>{"issue", "continue", "lower", "raise", "lift"}));
    EXPECT_TRUE(find_warnings(town.rows(), {}).empty()) << "nothing is in force after the cancel";
    const auto history = history_of(town.rows(), find_warning(town.rows(), {last}).value());
    ASSERT_EQ(history.size(), 5U);
    EXPECT_EQ(history.front().identifier, "A");
    EXPECT_EQ(history.front().state, WarningState::superseded);
    EXPECT_EQ(history[3].state, WarningState::lifted);
    EXPECT_TRUE(town.prove().ok);
}

TEST(an_update, replaces_exactly_what_it_names) {
    Town town;
    const auto a = signal("A", Colour::yellow, kReceiving);
    const auto b = signal("B", Colour::yellow, kReceiving);
    const auto first = town.take(a);
    const auto second = town.take(b);
    const auto third = town.take(update("C", Colour::red, kReceiving + std::chrono::minutes{5}, {a}));
    EXPECT_EQ(town.state_of(first), WarningState::superseded);
    EXPECT_EQ(town.warning_of(first).replaced_by->text, third.value().subject);
    EXPECT_EQ(town.state_of(second), WarningState::active);
    EXPECT_EQ(town.warning_of(third).replaces.size(), 1U);
}

TEST(a_reference_to_another_sender, names_nothing) {
    Town town;
    const auto a = signal("A", Colour::yellow, kReceiving);
    const auto first = town.take(a);
    auto b = update("B", Colour::red, kReceiving + std::chrono::minutes{5}, {a});
    b.references.front().sender = "somebody-else@example.invalid";
    const auto second = town.take(b);
    EXPECT_EQ(town.state_of(first), WarningState::active);
    EXPECT_EQ(town.warning_of(second).action, "issue");
    EXPECT_FALSE(town.warning_of(second).notes.empty()) << "the officer is told that the reference is unknown";
}

TEST(the_national_dialect, names_the_first_message_for_its_whole_chain) {
    Town town;
    const auto a = signal("A", Colour::yellow, kReceiving);
    ASSERT_TRUE(town.take(a));
    auto b = update("B", Colour::orange, kReceiving + std::chrono::minutes{5}, {a});
    b.references = {{"", "A", {}}};
    const auto second = town.take(b);
    auto c = update("C", Colour::red, kReceiving + std::chrono::minutes{9}, {a});
    c.references = {{"", "A", {}}};
    const auto third = town.take(c);
    EXPECT_EQ(town.state_of(second), WarningState::superseded);
    EXPECT_EQ(town.warning_of(third).action, "raise");
    EXPECT_EQ(find_warnings(town.rows(), {}).size(), 1U);
}

TEST(an_update_that_overtakes, replaces_the_late_message_on_its_arrival) {
    Town town;
    const auto a = signal("A", Colour::yellow, kReceiving);
    const auto b = update("B", Colour::red, kReceiving + std::chrono::minutes{5}, {a});
    const auto second = town.take(b);
    const auto first = town.take(a);
    EXPECT_EQ(town.state_of(first), WarningState::superseded);
    EXPECT_EQ(town.warning_of(second).replaces.size(), 1U);
    EXPECT_EQ(town.state_of(second), WarningState::active);
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_cancel_that_overtakes, lifts_the_late_message_on_its_arrival) {
    Town town;
    const auto a = signal("A", Colour::yellow, kReceiving);
    ASSERT_TRUE(town.take(cancel("B", kReceiving + std::chrono::minutes{5}, {a})));
    EXPECT_EQ(town.state_of(town.take(a)), WarningState::lifted);
}

TEST(a_feed, is_read_oldest_first) {
    Town town;
    const auto a = signal("A", Colour::yellow, kReceiving);
    const auto b = update("B", Colour::red, kReceiving + std::chrono::minutes{5}, {a});
    const auto outcome =
        town.run(receive(matcher(), "p", {.alerts = {b, a}, .source = "feed", .via = {}, .drill = {}, .verdict = {}}));
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome.value().answer.at("ids").as_array().size(), 2U);
    EXPECT_EQ(town.state_of(outcome), WarningState::superseded);
    EXPECT_EQ(town.kinds(), (std::vector<std::string>{"warning.received", "warning.received", "warning.superseded"}));
}

TEST(a_cancel_without_words, speaks_of_what_it_lifts) {
    Town town;
    const auto a = signal("A", Colour::orange, kReceiving);
    ASSERT_TRUE(town.take(a));
    auto b = cancel("B", kReceiving + std::chrono::minutes{5}, {a});
    b.infos.clear();
    const auto lifting = town.warning_of(town.take(b));
    EXPECT_EQ(lifting.hazard, "typhoon");
    EXPECT_TRUE(lifting.covers_us);
}

TEST(time, ends_a_warning_unless_a_continuation_sets_it_anew) {
    Town town;
    const auto a = signal("A", Colour::red, kReceiving);
    const auto first = town.take(a);
    town.advance(std::chrono::hours{10});
    auto b = update("B", Colour::red, town.now(), {a});
    const auto second = town.take(b);
    EXPECT_EQ(town.warning_of(second).action, "continue");
    town.advance(std::chrono::hours{3});
    EXPECT_EQ(town.state_of(first), WarningState::superseded);
    EXPECT_EQ(town.state_of(second), WarningState::active);
    town.advance(std::chrono::hours{9});
    EXPECT_EQ(town.kinds(), std::vector<std::string>{"warning.expired"});
    EXPECT_EQ(town.state_of(second), WarningState::expired);
    EXPECT_TRUE(town.prove().ok);
}

TEST(an_old_message, arrives_already_over) {
    Town town;
    EXPECT_EQ(
        town.state_of(town.take(signal("A", Colour::red, kReceiving - std::chrono::hours{13}))), WarningState::expired
    );
}

TEST(an_acknowledgement, is_kept_but_is_no_warning) {
    Town town;
    auto ack = signal("A", Colour::red, kReceiving);
    ack.msg_type = "Ack";
    ASSERT_TRUE(town.take(ack));
    EXPECT_EQ(town.kinds(), std::vector<std::string>{"warning.message_noted"});
    EXPECT_TRUE(find_warnings(town.rows(), {.all = true, .hazard = {}}).empty());
    ASSERT_TRUE(town.take(ack));
    EXPECT_TRUE(town.written().empty()) << "once is enough";
}

TEST(a_test_message, is_shown_but_touches_no_real_one) {
    Town town;
    const auto a = signal("A", Colour::red, kReceiving);
    const auto first = town.take(a);
    auto trial_message = cancel("B", kReceiving + std::chrono::minutes{1}, {a});
    trial_message.status = "Test";
    ASSERT_TRUE(town.take(trial_message));
    EXPECT_EQ(town.state_of(first), WarningState::active);
    auto other = signal("C", Colour::red, kReceiving, "rainstorm");
    other.status = "Test";
    ASSERT_TRUE(town.take(other));
    EXPECT_EQ(find_warnings(town.rows(), {}).size(), 2U);
    EXPECT_EQ(in_force(town.rows(), World::real()).size(), 1U) << "only what is actual stands on a ladder";
}

TEST(several_infos, are_judged_by_the_one_that_reaches_us) {
    Town town;
    auto alert = signal("A", Colour::yellow, kReceiving);
    auto far = alert.infos.front();
    far.colour = Colour::red;
    far.areas.front().codes = {AreaCode{"350100000000"}};
    alert.infos.insert(alert.infos.begin(), far);
    const auto warning = town.warning_of(town.take(alert));
    EXPECT_EQ(warning.colour, Colour::yellow);
    EXPECT_TRUE(warning.covers_us);
}

TEST(a_warning_elsewhere, does_not_cover_us) {
    Town town;
    auto alert = signal("A", Colour::red, kReceiving);
    alert.infos.front().areas.front().codes = {AreaCode{"350100000000"}};
    EXPECT_FALSE(town.warning_of(town.take(alert)).covers_us);
    EXPECT_TRUE(in_force(town.rows(), World::real()).empty());
}

TEST(two_ladders, stand_side_by_side_for_one_hazard) {
    Town town;
    auto weather = signal("W", Colour::orange, kReceiving);
    weather.infos.front().headline = "测试气象台将台风预警提升为Ⅱ级";
    ASSERT_TRUE(town.take(weather));
    ASSERT_TRUE(town.take(signal("S", Colour::red, kReceiving)));
    ASSERT_TRUE(town.take(signal("R", Colour::yellow, kReceiving, "rainstorm")));
    const auto ladders = in_force(town.rows(), World::real());
    ASSERT_EQ(ladders.size(), 2U);
    EXPECT_EQ(ladders[0].hazard, "rainstorm");
    EXPECT_EQ(ladders[1].signal->colour, Colour::red);
    EXPECT_EQ(ladders[1].weather->weather_level, 2);
}

}  // namespace
}  // namespace anlan::warning

#include "devices/town_for_tests.hpp"

namespace anlan::devices {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using Words = std::vector<std::string>;

struct a_round : ::testing::Test {
    RoundId open() { return {town.when(OpenRound{}).value().subject}; }
    void note(const RoundId& round, const DeviceId& device, CheckOutcome outcome, const std::string& words = "") {
        town.when(NoteCheck{round, device, outcome, 5, "", words}).value();
    }
    RoundFacts facts(const RoundId& id) { return find_round(town.rows(), id).value(); }

    Town town;
    DeviceId radio = town.enrol(DeviceKind::radio, "DJ-01");
    DeviceId phone = town.enrol(DeviceKind::satellite_phone, "001");
    DeviceId generator = town.enrol(DeviceKind::generator, "FD-01", false);
};

TEST_F(a_round, asks_the_telephones_first_and_leaves_out_what_does_not_talk) {
    const auto parts = parts_of(town.rows(), open());
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].device, phone);
    EXPECT_EQ(parts[1].device, radio);
}

TEST_F(a_round, is_opened_by_hand_only_when_none_is_open_and_there_is_whom_to_ask) {
    open();
    EXPECT_EQ(town.refused(OpenRound{}), "already_open");
    Town empty;
    EXPECT_EQ(empty.refused(OpenRound{}), "no_devices");
    EXPECT_EQ(town.refused(OpenRound{}, "p-officer", World::drill({"d1"})), "only_real");
}

TEST_F(a_round, takes_the_last_word_while_it_is_open) {
    const auto round = open();
    note(round, phone, CheckOutcome::no_answer);
    note(round, phone, CheckOutcome::answered);
    EXPECT_EQ(facts(round).answered, 1);
    EXPECT_EQ(facts(round).unanswered, 0);
    EXPECT_FALSE(town.at(phone).failure);
    EXPECT_TRUE(town.prove().ok);
}

TEST_F(a_round, refuses_what_is_not_of_it) {
    const auto round = open();
    EXPECT_EQ(town.refused(NoteCheck{{"none"}, phone, CheckOutcome::answered, 5, "", ""}), "round_unknown");
    EXPECT_EQ(town.refused(NoteCheck{round, {"none"}, CheckOutcome::answered, 5, "", ""}), "device_unknown");
    EXPECT_EQ(town.refused(NoteCheck{round, generator, CheckOutcome::answered, 5, "", ""}), "not_in_round");
    EXPECT_EQ(town.refused(NoteCheck{round, phone, CheckOutcome::missed, 0, "", ""}), "outcome_invalid");
    EXPECT_EQ(town.refused(NoteCheck{round, phone, CheckOutcome::answered, -1, "", ""}), "seconds_invalid");
    EXPECT_EQ(town.refused(NoteCheck{round, phone, CheckOutcome::fault, 0, "", ""}), "note_missing");
}

TEST_F(a_round, is_closed_by_hand_when_all_are_noted) {
    const auto round = open();
    note(round, phone, CheckOutcome::answered);
    EXPECT_EQ(town.refused(CloseRound{round}), "round_unfinished");
    note(round, radio, CheckOutcome::fault, "有杂音");
    ASSERT_TRUE(town.when(CloseRound{round}));
    EXPECT_EQ(facts(round).faulty, 1);
    EXPECT_EQ(facts(round).left, 0);
    EXPECT_EQ(town.refused(CloseRound{round}), "already_closed");
    EXPECT_EQ(town.refused(NoteCheck{round, phone, CheckOutcome::answered, 5, "", ""}), "already_closed");
    EXPECT_TRUE(town.prove().ok);
}

TEST_F(a_round, ends_by_itself_at_its_limit_and_what_was_not_reached_is_missed) {
    const auto round = open();
    note(round, phone, CheckOutcome::answered);
    town.advance(minutes{59});
    EXPECT_EQ(facts(round).closed_at.has_value(), false);
    town.advance(minutes{1});
    ASSERT_TRUE(facts(round).closed_at);
    EXPECT_EQ(parts_of(town.rows(), round)[1].outcome, CheckOutcome::missed);
    EXPECT_EQ(town.happenings(radio), (Words{"missed", "registered"}));
    EXPECT_EQ(town.asks_for(radio).front(), "missed");
    note({}, radio, CheckOutcome::answered);
    EXPECT_EQ(town.asks_for(radio), Words{"battery_unknown"});
    EXPECT_TRUE(town.prove().ok);
}

TEST_F(a_round, lets_a_retired_device_go) {
    const auto round = open();
    note(round, phone, CheckOutcome::answered);
    ASSERT_TRUE(town.when(RetireDevice{radio, "报废"}));
    ASSERT_TRUE(town.when(CloseRound{round}));
    EXPECT_EQ(facts(round).asked, 1);
    EXPECT_TRUE(town.prove().ok);
}

TEST_F(a_round, opens_every_day_at_its_hour) {
    ASSERT_TRUE(next_daily_round(town.rows()));
    town.advance(minutes{22});
    EXPECT_FALSE(open_round(town.rows())) << "08:59";
    town.advance(minutes{1});
    ASSERT_TRUE(open_round(town.rows()));
    EXPECT_TRUE(open_round(town.rows())->daily);
    town.advance(hours{24});
    EXPECT_EQ(recent_rounds(town.rows(), 9).size(), 2U);
    EXPECT_EQ(recent_rounds(town.rows(), 9)[1].left, 2) << "nobody looked yesterday";
    EXPECT_TRUE(town.prove().ok);
}

TEST_F(a_round, of_the_day_is_the_one_that_is_open_already) {
    town.advance(minutes{20});
    const auto round = open();
    town.advance(minutes{10});
    EXPECT_EQ(open_round(town.rows())->id, round);
    EXPECT_EQ(recent_rounds(town.rows(), 9).size(), 1U);
    town.advance(hours{24});
    EXPECT_EQ(recent_rounds(town.rows(), 9).size(), 2U) << "the next day has its own";
}

TEST_F(a_round, of_a_station_without_devices_does_not_open_but_the_days_go_on) {
    for (const auto& id : {radio, phone, generator}) town.when(RetireDevice{id, "报废"}).value();
    town.advance(hours{25});
    EXPECT_TRUE(recent_rounds(town.rows(), 9).empty());
    town.enrol(DeviceKind::radio, "DJ-09");
    town.advance(hours{24});
    EXPECT_EQ(recent_rounds(town.rows(), 9).size(), 1U);
    EXPECT_TRUE(town.prove().ok);
}

TEST_F(a_round, tells_the_county_counts_and_nothing_else) {
    Town county(kCounty, "石狮市");
    const auto round = open();
    note(round, phone, CheckOutcome::no_answer);
    town.advance(minutes{60});
    county.hear(town);
    const auto told = devices_below(county.rows());
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].node, kTown);
    EXPECT_EQ(told[0].devices, 3);
    EXPECT_EQ(told[0].satellite_phones, 1);
    EXPECT_EQ(told[0].asked, 2);
    EXPECT_EQ(told[0].unanswered, 1);
    EXPECT_EQ(told[0].left, 1);
    EXPECT_EQ(told[0].urgent, 1);
    EXPECT_EQ(told[0].attention, 1);
    EXPECT_TRUE(devices(county.rows()).empty());
    EXPECT_EQ(county.rows().value<std::int64_t>("SELECT COUNT(*) FROM device_line"), 0);
    EXPECT_TRUE(county.prove().ok);
    EXPECT_TRUE(town.prove().ok);
}

}  // namespace
}  // namespace anlan::devices

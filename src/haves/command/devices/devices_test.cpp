#include "devices/town_for_tests.hpp"

namespace anlan::devices {
namespace {

using Words = std::vector<std::string>;

struct a_device : ::testing::Test {
    Town town;
    DeviceId phone = town.enrol(DeviceKind::satellite_phone, "17400000001");
    DeviceSheet sheet{DeviceKind::satellite_phone, "测试二号机", "17400000002", kTown, "值班室", true};
};

TEST_F(a_device, is_refused_without_name_number_place_and_a_keeper_of_the_station) {
    const auto with = [&](auto change) {
        auto changed = sheet;
        change(changed);
        return town.refused(RegisterDevice{changed, town.keeper});
    };
    EXPECT_EQ(with([](auto& s) { s.name = ""; }), "name_missing");
    EXPECT_EQ(with([](auto& s) { s.number = ""; }), "number_missing");
    EXPECT_EQ(with([](auto& s) { s.place = ""; }), "place_missing");
    EXPECT_EQ(with([](auto& s) { s.area = AreaCode{"350582000000"}; }), "area_outside");
    EXPECT_EQ(with([](auto& s) { s.number = "17400000001"; }), "number_taken");
    EXPECT_EQ(town.refused(RegisterDevice{sheet, {"p-nobody"}}), "keeper_unknown");
    EXPECT_EQ(town.refused(RegisterDevice{sheet, town.keeper}, "p-officer", World::drill({"d1"})), "only_real");
}

TEST_F(a_device, is_corrected_and_the_same_again_writes_nothing) {
    EXPECT_EQ(town.refused(CorrectDevice{{"none"}, sheet}), "device_unknown");
    ASSERT_TRUE(town.when(CorrectDevice{phone, sheet}));
    EXPECT_EQ(town.at(phone).number, "17400000002");
    ASSERT_TRUE(town.when(CorrectDevice{phone, sheet}));
    EXPECT_TRUE(town.written().empty());
    EXPECT_TRUE(town.prove().ok);
}

TEST_F(a_device, goes_from_hand_to_hand_by_name) {
    EXPECT_EQ(town.refused(HandOverDevice{phone, town.keeper, ""}), "same_keeper");
    EXPECT_EQ(town.refused(HandOverDevice{phone, {"p-nobody"}, ""}), "keeper_unknown");
    ASSERT_TRUE(town.when(HandOverDevice{phone, town.other, "带充电器"}));
    EXPECT_EQ(town.at(phone).keeper, town.other);
    EXPECT_EQ(lines_of(town.rows(), phone, 1).at(0).person, town.other);
}

TEST_F(a_device, whose_keeper_was_erased_asks_to_be_handed_over_and_shows_no_name) {
    ASSERT_TRUE(town.when(organisation::ErasePerson{town.keeper, "测试"}));
    const auto found = judge(town.at(phone), limits_in_force(town.rows()), false, town.now());
    EXPECT_EQ(found.back().code, "keeper_gone");
    for (const auto& entry : town.written()) EXPECT_EQ(entry.body.find("测试甲"), std::string::npos);
}

TEST_F(a_device, is_retired_with_a_reason_and_its_number_is_free_again) {
    EXPECT_EQ(town.refused(RetireDevice{phone, ""}), "reason_missing");
    ASSERT_TRUE(town.when(RetireDevice{phone, "电池鼓包"}));
    EXPECT_TRUE(devices(town.rows()).empty());
    EXPECT_EQ(retired_devices(town.rows()).at(0).retired_reason, "电池鼓包");
    EXPECT_EQ(town.refused(ReportDevice{phone, 50, {}, {}, {}, ""}), "device_unknown");
    EXPECT_NE(town.enrol(DeviceKind::satellite_phone, "17400000001"), phone);
    EXPECT_TRUE(town.prove().ok);
}

TEST_F(a_device, takes_only_reports_that_can_be) {
    EXPECT_EQ(town.refused(ReportDevice{phone, {}, {}, {}, {}, "无"}), "nothing_reported");
    EXPECT_EQ(town.refused(ReportDevice{phone, 101, {}, {}, {}, ""}), "battery_invalid");
    EXPECT_EQ(town.refused(ReportDevice{phone, -1, {}, {}, {}, ""}), "battery_invalid");
    EXPECT_EQ(town.refused(ReportDevice{phone, {}, -5, {}, {}, ""}), "airtime_invalid");
    EXPECT_EQ(town.refused(ReportDevice{phone, {}, {}, "2023-02-30", {}, ""}), "day_invalid");
}

TEST_F(a_device, keeps_what_a_report_does_not_speak_of) {
    ASSERT_TRUE(town.when(ReportDevice{phone, 80, 300, "2024-01-31", "2024-06-30", ""}));
    ASSERT_TRUE(town.when(ReportDevice{phone, {}, 250, {}, "", ""}));
    EXPECT_EQ(town.at(phone).battery_percent, 80);
    EXPECT_EQ(town.at(phone).airtime_minutes, 250);
    EXPECT_EQ(town.at(phone).airtime_until, "2024-01-31");
    EXPECT_EQ(town.at(phone).maintenance_due, "") << "an empty day takes it away";
    EXPECT_TRUE(town.prove().ok);
}

TEST_F(a_device, that_failed_asks_for_repair_until_it_is_repaired_or_answers) {
    ASSERT_TRUE(town.when(ReportDevice{phone, 80, 300, {}, {}, ""}));
    EXPECT_EQ(town.refused(RepairDevice{phone, "换电池"}), "not_failed");
    ASSERT_TRUE(town.when(NoteCheck{{}, phone, CheckOutcome::fault, 0, "", "不开机"}));
    EXPECT_EQ(town.asks_for(phone), Words{"faulty"});
    EXPECT_EQ(town.refused(RepairDevice{phone, ""}), "what_missing");
    ASSERT_TRUE(town.when(RepairDevice{phone, "换电池"}));
    EXPECT_EQ(town.asks_for(phone), Words{});
    ASSERT_TRUE(town.when(NoteCheck{{}, phone, CheckOutcome::no_answer, 0, "", ""}));
    EXPECT_EQ(town.asks_for(phone), Words{"no_answer"});
    ASSERT_TRUE(town.when(NoteCheck{{}, phone, CheckOutcome::answered, 12, "市值班室", ""}));
    EXPECT_EQ(town.asks_for(phone), Words{});
    EXPECT_EQ(town.happenings(phone), (Words{"answered", "no_answer", "repaired", "fault", "reported", "registered"}));
    EXPECT_TRUE(town.prove().ok);
}

TEST_F(a_device, says_on_which_days_and_with_whom_it_spoke) {
    ASSERT_TRUE(town.when(NoteCheck{{}, phone, CheckOutcome::answered, 12, "市值班室", ""}));
    ASSERT_TRUE(town.when(NoteCheck{{}, phone, CheckOutcome::answered, 9, "市值班室", ""}));
    town.advance(std::chrono::hours{24});
    ASSERT_TRUE(town.when(NoteCheck{{}, phone, CheckOutcome::answered, 9, "省指挥中心", ""}));
    const auto kind = DeviceKind::satellite_phone;
    EXPECT_EQ(days_answered(town.rows(), kind, Instant{}), (Words{"2023-07-28", "2023-07-29"}));
    EXPECT_EQ(days_answered(town.rows(), DeviceKind::radio, Instant{}), Words{});
    EXPECT_EQ(counterparts(town.rows(), kind, Instant{}).size(), 2U);
    EXPECT_EQ(counterparts(town.rows(), kind, town.now()), Words{"省指挥中心"});
}

}  // namespace
}  // namespace anlan::devices

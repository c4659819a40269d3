#include "sensors/payload.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <sstream>

namespace anlan::sensors {
namespace {

constexpr Instant kNow{std::chrono::seconds{1'690'504'620}};

/// The map that is shipped.
const PayloadMap& shipped() {
    static const auto map = [] {
        std::ostringstream text;
        text << std::ifstream(ANLAN_PAYLOADS).rdbuf();
        return read_payload_map(text.str()).value();
    }();
    return map;
}

TEST(a_payload_map, refuses_topics_without_a_device_and_says_which) {
    EXPECT_EQ(read_payload_map("{").error().code, "payload_map_invalid");
    const auto refused =
        read_payload_map(R"({"topics":[{"topic":"a/+","device":"topic:x","values":[{"pointer":""}]}]})");
    EXPECT_EQ(refused.error().field, "topics.a/+");
}

TEST(a_topic, fits_its_pattern_part_by_part) {
    EXPECT_TRUE(topic_fits("anlan/+/reading", "anlan/YN-1/reading"));
    EXPECT_FALSE(topic_fits("anlan/+/reading", "anlan/YN-1/reading/more"));
    EXPECT_FALSE(topic_fits("anlan/+/reading", "anlan/reading"));
    EXPECT_TRUE(topic_fits("a/#", "a/b/c"));
}

TEST(a_message, becomes_the_readings_its_map_finds_in_it) {
    const auto two =
        readings_of(shipped(), "anlan/YN-1/reading", R"({"at":1690504620,"rain_mm":12.5,"wind_ms":"7.2"})");
    ASSERT_EQ(two.size(), 2U);
    EXPECT_EQ(two[0].device, "YN-1");
    EXPECT_EQ(two[0].measure, Measure::rain_gauge);
    EXPECT_EQ(two[0].at, kNow);
    EXPECT_EQ(two[1].value, 7.2);
    const auto scaled = readings_of(
        shipped(), "telemetry/x/up", R"({"deviceId":"T9","ts":1690504620000,"data":{"waterLevel_cm":250}})"
    );
    ASSERT_EQ(scaled.size(), 1U);
    EXPECT_DOUBLE_EQ(scaled[0].value, 2.5);
    EXPECT_EQ(scaled[0].at, kNow);
    EXPECT_EQ(readings_of(shipped(), "gauge/G1/rain", "3.5").at(0).value, 3.5);
}

TEST(a_message, of_nonsense_is_no_number_and_says_of_which_device) {
    for (const auto* payload :
         {"NaN", "{\"rain_mm\":NaN}", "", "<script>", "{\"rain_mm\":\"NaN\"}", "{\"rain_mm\":{}}"}) {
        const auto read = readings_of(shipped(), "anlan/YN-1/reading", payload);
        ASSERT_EQ(read.size(), 1U) << payload;
        EXPECT_TRUE(std::isnan(read[0].value)) << payload;
        EXPECT_EQ(read[0].device, "YN-1");
    }
    EXPECT_TRUE(readings_of(shipped(), "nobody/knows", "1").empty());
}

TEST(a_reading, is_held_back_when_it_can_be_no_measurement) {
    const auto& rain = facts_of(Measure::rain_gauge);
    const auto sifted = [&](double value, std::optional<Instant> at = std::nullopt) {
        return sift({"d", Measure::rain_gauge, value, at, ""}, rain, {}, kNow);
    };
    EXPECT_EQ(sifted(std::numeric_limits<double>::quiet_NaN()).fault, Fault::not_a_number);
    EXPECT_EQ(sifted(std::numeric_limits<double>::infinity()).fault, Fault::not_a_number);
    EXPECT_EQ(sifted(-0.1).fault, Fault::absurd);
    EXPECT_EQ(sifted(9'999).fault, Fault::absurd);
    EXPECT_FALSE(sifted(9'999).taken);
    EXPECT_TRUE(sifted(12).taken);
}

TEST(a_reading, with_a_wrong_clock_is_taken_at_the_stations_and_said) {
    const auto& rain = facts_of(Measure::rain_gauge);
    for (const auto at : {Instant{}, kNow + std::chrono::hours{1}, kNow - std::chrono::hours{25}}) {
        const auto sifted = sift({"d", Measure::rain_gauge, 3, at, ""}, rain, {}, kNow);
        EXPECT_TRUE(sifted.taken);
        EXPECT_EQ(sifted.at, kNow);
        EXPECT_EQ(sifted.fault, Fault::clock);
    }
}

TEST(a_flood_of_one_device, is_at_most_so_many_readings_a_minute) {
    Pace pace;
    int admitted = 0;
    for (int i = 0; i < 10'000; ++i) admitted += pace.admits(kNow, 240) ? 1 : 0;
    EXPECT_EQ(admitted, 240);
    EXPECT_TRUE(pace.admits(kNow + std::chrono::minutes{1}, 240));
}

}  // namespace
}  // namespace anlan::sensors

#include "cap/writer.hpp"

#include <gtest/gtest.h>

#include <random>

#include "base/reflect.hpp"
#include "cap/dialect.hpp"
#include "cap/files_for_tests.hpp"
#include "cap/markup.hpp"
#include "cap/reader.hpp"

namespace anlan::cap {

namespace {

using warning::Alert;
using warning::AlertInfo;
using warning::Verdict;

Instant at(const char* text) {
    return parse_time(text).value();
}

Alert sample() {
    AlertInfo info;
    info.language = "zh-CN";
    info.event = "台风";
    info.event_code = "11B01";
    info.hazard = "typhoon";
    info.colour = warning::Colour::red;
    info.urgency = "Immediate";
    info.severity = "Extreme";
    info.certainty = "Observed";
    info.effective = at("2026-05-01T08:00:00+08:00");
    info.expires = at("2026-05-02T08:00:00+08:00");
    info.sender_name = "测试镇应急管理站";
    info.headline = "立即转移";
    info.areas = {
        {"测试村",
         {{{118.6, 24.6}, {118.7, 24.6}, {118.7, 24.7}, {118.6, 24.6}}},
         {{{118.65, 24.65}, 2.5}},
         {AreaCode{"350581106203"}}}};
    Alert alert;
    alert.standard = "CAP 1.2";
    alert.identifier = "urn:anlan:350581106:1";
    alert.sender = "350581106@anlan";
    alert.sent = at("2026-05-01T08:00:00+08:00");
    alert.status = "Exercise";
    alert.msg_type = "Update";
    alert.scope = "Public";
    alert.references = {{"test@anlan.invalid", "T-0", at("2026-05-01T07:00:00+08:00")}};
    alert.infos = {info};
    return alert;
}

std::string refused(const Alert& alert) {
    const auto written = CapWriter().write(alert);
    return written ? "written" : written.error().code;
}

/// What CAP carries of an alert.
std::string carried(Alert alert) {
    alert.original.clear();
    alert.notes.clear();
    alert.standard.clear();
    return to_json_text(alert);
}

std::string hostile_text(std::mt19937& random) {
    static const std::vector<std::string> kPieces{
        "台风", "<b>",          "&amp;",        "]]>", "<![CDATA[", "\"'",          "\x01\x1F", "\r\n", "\t",
        "\xFF", "\xED\xA0\x80", "\xEF\xBF\xBF", "😀",   "</alert>",  "<!DOCTYPE x>", "&x;",      "a b",  ",",
        " ",    "\xC3",         "-->",          "%s%n"};
    std::string text;
    for (auto count = random() % 6; count > 0; --count) text += kPieces[random() % kPieces.size()];
    return text;
}

}  // namespace

TEST(writing_alerts, refuses_names_that_references_could_not_hold) {
    for (const auto* name : {"", "a b", "a,b", "a<b", "a&b", "a\x01"}) {
        auto alert = sample();
        alert.identifier = name;
        EXPECT_EQ(refused(alert), "identifier_invalid") << name;
        alert = sample();
        alert.sender = name;
        EXPECT_EQ(refused(alert), "sender_invalid") << name;
    }
}

TEST(writing_alerts, refuses_what_no_reader_could_act_on) {
    auto alert = sample();
    alert.status = "Drill";
    EXPECT_EQ(refused(alert), "status_invalid");
    alert = sample();
    alert.infos.clear();
    EXPECT_EQ(refused(alert), "info_missing");
    alert = sample();
    alert.infos[0].event = alert.infos[0].headline = "";
    EXPECT_EQ(refused(alert), "event_missing");
    alert = sample();
    alert.infos[0].language = "not a language";
    EXPECT_EQ(refused(alert), "schema_fails");
}

TEST(writing_alerts, reads_back_what_it_wrote) {
    const auto alert = sample();
    const auto written = CapWriter().write(alert);
    ASSERT_TRUE(written) << written.error().en;
    const auto reading = CapReader().read(written.value());
    EXPECT_EQ(reading.verdict, Verdict::valid);
    EXPECT_TRUE(reading.faults.empty()) << to_json_text(reading.faults);
    EXPECT_EQ(carried(reading.alerts.at(0)), carried(alert));
}

TEST(writing_alerts, gives_times_in_the_stations_zone) {
    const auto written = CapWriter().write(sample()).value();
    EXPECT_NE(written.find("<sent>2026-05-01T08:00:00+08:00</sent>"), std::string::npos);
    EXPECT_EQ(written.find("Z</"), std::string::npos);
}

TEST(writing_alerts, keeps_a_missing_colour_missing) {
    auto alert = sample();
    alert.infos[0].colour = warning::Colour::none;
    EXPECT_EQ(carried(CapReader().read(CapWriter().write(alert).value()).alerts.at(0)), carried(alert));
}

TEST(writing_alerts, survives_hostile_words) {
    std::mt19937 random(7);
    int written_count = 0;
    for (int i = 0; i < 1000; ++i) {
        auto alert = sample();
        auto& info = alert.infos[0];
        for (auto* text :
             {&alert.note,
              &info.event,
              &info.headline,
              &info.description,
              &info.instruction,
              &info.contact,
              &info.sender_name,
              &info.areas[0].description,
              &info.event_code})
            *text = hostile_text(random);
        const auto written = CapWriter().write(alert);
        if (!written) {
            EXPECT_EQ(written.error().code, "event_missing");
            continue;
        }
        ++written_count;
        for (auto* text :
             {&alert.note,
              &info.event,
              &info.headline,
              &info.description,
              &info.instruction,
              &info.contact,
              &info.sender_name,
              &info.areas[0].description,
              &info.event_code})
            *text = clean(*text);
        const auto reading = CapReader().read(written.value());
        ASSERT_EQ(reading.verdict, Verdict::valid) << written.value();
        EXPECT_EQ(carried(reading.alerts.at(0)), carried(alert)) << written.value();
    }
    EXPECT_GT(written_count, 800);
}

TEST(relaying_alerts, of_every_dialect_keeps_what_cap_carries) {
    for (const auto* file : {"v10.xml", "v11.xml", "v12.xml", "headline_only.xml", "cn_alert.xml", "cn_update.xml"}) {
        const auto alert = CapReader().read(trial::contents(trial::kCorpus / file)).alerts.at(0);
        const auto written = CapWriter().write(alert);
        ASSERT_TRUE(written) << file << " " << written.error().en;
        EXPECT_EQ(carried(CapReader().read(written.value()).alerts.at(0)), carried(alert)) << file;
    }
}

}  // namespace anlan::cap

#include "cap/reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "base/reflect.hpp"
#include "cap/files_for_tests.hpp"

namespace anlan::cap {

namespace {

using trial::contents;
using trial::has_fault;
using trial::kCorpus;
using trial::kShared;
using warning::AlertReading;
using warning::Verdict;

AlertReading read_own(const std::string& file) {
    return CapReader().read(contents(kCorpus / file));
}

std::string with(const std::string& from, const std::string& to) {
    auto text = contents(kCorpus / "v12.xml");
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::logic_error("the sample does not hold " + from);
    return text.replace(at, from.size(), to);
}

double seconds_of(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST(reading_alerts, agrees_with_every_verdict_on_files_of_real_senders) {
    if (!std::filesystem::exists(kShared / "expected.csv")) GTEST_SKIP() << "needs the shared data";
    const auto rows = trial::table(kShared / "expected.csv");
    EXPECT_EQ(rows.size(), 136U);
    for (const auto& row : rows) {
        const auto reading = CapReader().read(contents(kShared / "files" / row.at("file")));
        EXPECT_EQ(to_text(reading.verdict), row.at("verdict")) << row.at("file") << ": " << row.at("why");
        EXPECT_EQ(reading.version, row.at("version")) << row.at("file");
        EXPECT_EQ(reading.alerts.empty(), reading.verdict == Verdict::refused) << row.at("file");
    }
}

TEST(reading_alerts, takes_every_message_of_the_chinese_typhoon_as_valid) {
    if (!std::filesystem::exists(kShared / "chinese")) GTEST_SKIP() << "needs the shared data";
    for (const auto& file : std::filesystem::directory_iterator(kShared / "chinese")) {
        const auto reading = CapReader().read(contents(file.path()));
        EXPECT_EQ(reading.verdict, Verdict::valid) << file.path();
        EXPECT_TRUE(reading.faults.empty()) << file.path() << " " << to_json_text(reading.faults);
    }
}

TEST(reading_alerts, agrees_with_every_verdict_on_files_made_for_it) {
    const auto rows = trial::table(kCorpus / "expected.csv");
    EXPECT_GE(rows.size(), 65U);
    for (const auto& row : rows) {
        const auto reading = read_own(row.at("file"));
        EXPECT_EQ(to_text(reading.verdict), row.at("verdict")) << row.at("file") << to_json_text(reading.faults);
        EXPECT_EQ(reading.version, row.at("version")) << row.at("file");
        EXPECT_EQ(std::to_string(reading.alert_count), row.at("alerts")) << row.at("file");
        if (const auto& code = row.at("code"); !code.empty()) {
            EXPECT_TRUE(has_fault(reading, code)) << row.at("file") << to_json_text(reading.faults);
        }
    }
}

TEST(a_hostile_file, of_fifty_megabytes_is_refused_at_once) {
    const std::string junk(50'000'000, 'x');
    AlertReading reading;
    EXPECT_LT(seconds_of([&] { reading = CapReader().read(junk); }), 0.5);
    EXPECT_EQ(reading.verdict, Verdict::refused);
    EXPECT_TRUE(has_fault(reading, "too_large"));
}

TEST(a_hostile_file, cannot_hide_a_document_type_in_another_encoding) {
    const std::string ascii = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE a><a/>";
    std::string wide = "\xFF\xFE";
    for (const char c : ascii) (wide += c) += '\0';
    EXPECT_TRUE(has_fault(CapReader().read(wide), "dtd_forbidden"));
}

TEST(a_hostile_file, with_a_tag_of_half_a_million_attributes_is_refused_before_they_are_compared) {
    std::string text = "<alert";
    for (int i = 0; text.size() < 4'900'000; ++i) text += " a" + std::to_string(i) + "=''";
    text += "/>";
    AlertReading reading;
    EXPECT_LT(seconds_of([&] { reading = CapReader().read(text); }), 2.0);
    EXPECT_TRUE(has_fault(reading, "tag_too_long"));
}

TEST(a_hostile_file, with_too_many_elements_is_refused) {
    std::string text = "<alert>";
    while (text.size() < 4'900'000) text += "<a/>";
    EXPECT_TRUE(has_fault(CapReader().read(text + "</alert>"), "too_many_elements"));
}

TEST(a_hostile_file, with_elements_nested_too_deeply_is_refused) {
    std::string text;
    for (int i = 0; i < 300; ++i) text += "<a>";
    for (int i = 0; i < 300; ++i) text += "</a>";
    EXPECT_TRUE(has_fault(CapReader().read(text), "too_deep"));
}

TEST(a_hostile_file, says_on_which_line_it_is_broken) {
    const auto reading = CapReader().read("<alert>\n\n<sent></alert>");
    ASSERT_TRUE(has_fault(reading, "not_well_formed"));
    EXPECT_EQ(reading.faults.front().line, 3);
}

TEST(a_large_honest_file, is_read_whole) {
    std::string picture(3'000'000, 'A');
    for (std::size_t i = 76; i < picture.size(); i += 77) picture[i] = '\n';
    const auto resource = "<resource><resourceDesc>r</resourceDesc><mimeType>image/png</mimeType><derefUri>" + picture +
                          "</derefUri></resource>";
    const auto reading = CapReader().read(with("<area>", resource + "<area>"));
    EXPECT_EQ(reading.verdict, Verdict::valid) << to_json_text(reading.faults);
    EXPECT_EQ(reading.alerts.at(0).infos.at(0).areas.size(), 1U);
}

TEST(reading_fields, counts_missing_words_as_unknown_and_says_so) {
    const auto reading = read_own("headline_only.xml");
    const auto& info = reading.alerts.at(0).infos.at(0);
    EXPECT_EQ(info.urgency + info.severity + info.certainty, "UnknownUnknownUnknown");
    EXPECT_EQ(info.language, "zh-CN");
    EXPECT_EQ(info.colour, warning::Colour::red);
    EXPECT_TRUE(has_fault(reading, "prose.urgency_unknown"));
    EXPECT_FALSE(reading.alerts.at(0).notes.empty());
}

TEST(reading_fields, takes_a_time_without_zone_as_the_stations_own) {
    EXPECT_EQ(read_own("no_zone.xml").alerts.at(0).sent, parse_time("2026-05-01T08:00:00+08:00").value());
    EXPECT_EQ(read_own("zulu.xml").alerts.at(0).sent, parse_time("2026-05-01T08:00:00+08:00").value());
    EXPECT_TRUE(has_fault(read_own("v11_no_zone.xml"), "prose.time_zone_missing"));
}

TEST(reading_fields, takes_a_missing_scope_as_restricted) {
    EXPECT_EQ(read_own("no_scope.xml").alerts.at(0).scope, "Restricted");
}

TEST(reading_fields, reads_whom_a_message_replaces) {
    const auto reading = read_own("cancel_without_info.xml");
    const auto& reference = reading.alerts.at(0).references.at(0);
    EXPECT_EQ(reference.sender, "test@anlan.invalid");
    EXPECT_EQ(reference.identifier, "T-0");
    EXPECT_EQ(reference.sent, parse_time("2026-05-01T07:00:00+08:00").value());
}

TEST(reading_fields, keeps_the_bytes_of_a_lone_alert_and_the_namespaces_of_an_embedded_one) {
    EXPECT_EQ(read_own("v12.xml").alerts.at(0).original, contents(kCorpus / "v12.xml"));
    EXPECT_EQ(read_own("bom.xml").alerts.at(0).original, contents(kCorpus / "bom.xml"));
    for (const auto* file : {"feed_prefix_above.xml", "edxl.xml", "utf16.xml", "gb18030.xml"}) {
        const auto reading = read_own(file);
        const auto again = CapReader().read(reading.alerts.at(0).original);
        EXPECT_EQ(again.verdict, Verdict::valid) << file;
        EXPECT_EQ(again.alerts.at(0).infos.at(0).event, reading.alerts.at(0).infos.at(0).event) << file;
    }
}

TEST(reading_prose_rules, never_changes_the_verdict) {
    const auto update = with("<msgType>Alert", "<msgType>Update");
    EXPECT_EQ(CapReader().read(update).verdict, Verdict::valid);
    EXPECT_TRUE(has_fault(CapReader().read(update), "prose.references_missing"));
    const auto spaced = CapReader().read(with("T-1", "T 1"));
    EXPECT_EQ(spaced.verdict, Verdict::valid);
    EXPECT_TRUE(has_fault(spaced, "prose.identifier_characters"));
    EXPECT_TRUE(has_fault(CapReader().read(with("<scope>Public", "<scope>Private")), "prose.addresses_missing"));
    const auto early = with("<headline>", "<expires>2026-05-01T07:59:59+08:00</expires><headline>");
    EXPECT_TRUE(has_fault(CapReader().read(early), "prose.expires_before_effective"));
}

TEST(reading_areas, closes_rings_and_leaves_out_what_is_no_shape) {
    const auto shapes =
        "</areaDesc><polygon>24,118 24,119 25,119</polygon><polygon>24,118 x</polygon><polygon>99,190 1,1 2,2</polygon>"
        "<circle>24.5,118.5 10</circle><circle>24.5 118.5</circle>"
        "<geocode><valueName>行政区划代码</valueName><value>350581</value></geocode>"
        "<geocode><valueName>FIPS6</valueName><value>350581</value></geocode>";
    const auto reading = CapReader().read(with("</areaDesc>", shapes));
    const auto& area = reading.alerts.at(0).infos.at(0).areas.at(0);
    ASSERT_EQ(area.polygons.size(), 1U);
    EXPECT_EQ(area.polygons[0].size(), 4U);
    EXPECT_EQ(area.polygons[0].front(), area.polygons[0].back());
    ASSERT_EQ(area.circles.size(), 1U);
    EXPECT_DOUBLE_EQ(area.circles[0].radius_km, 10);
    EXPECT_EQ(area.codes, std::vector<AreaCode>{AreaCode{"350581000000"}});
    for (const auto* code : {"prose.polygon_open", "prose.polygon_invalid", "prose.circle_invalid"})
        EXPECT_TRUE(has_fault(reading, code)) << code;
}

TEST(reading_the_national_dialect, takes_colours_codes_and_metres) {
    const auto reading = read_own("cn_alert.xml");
    const auto& alert = reading.alerts.at(0);
    const auto& info = alert.infos.at(0);
    EXPECT_EQ(alert.standard, "CAP-CN");
    EXPECT_EQ(alert.sender, "35058199900000");
    EXPECT_EQ(alert.sent, parse_time("2026-05-01T08:00:00+08:00").value());
    EXPECT_EQ(info.event + info.hazard + info.severity + info.certainty, "台风typhoonSevereLikely");
    EXPECT_EQ(info.colour, warning::Colour::orange);
    EXPECT_EQ(info.sender_name, "测试市气象台");
    EXPECT_DOUBLE_EQ(info.areas.at(0).circles.at(0).radius_km, 15);
    EXPECT_EQ(info.areas.at(0).codes.size(), 2U);
    EXPECT_EQ(read_own("cn_update.xml").alerts.at(0).references.at(0).identifier, alert.identifier);
}

TEST(reading_the_national_dialect, believes_the_headline_before_a_vendors_code) {
    const auto reading = read_own("cn_fog_by_vendor_code.xml");
    const auto& info = reading.alerts.at(0).infos.at(0);
    EXPECT_EQ(info.event + " " + info.hazard, "大雾 fog");
    EXPECT_NEAR(info.areas.at(0).polygons.at(0).at(0).lat, 24.6, 1e-9);
}

TEST(reading_at_once, gives_every_thread_the_same_answer) {
    const auto bytes = contents(kCorpus / "feed_two.xml");
    const CapReader reader;
    std::vector<std::thread> threads;
    std::array<int, 4> valid{};
    for (auto& count : valid)
        threads.emplace_back([&] {
            for (int i = 0; i < 50; ++i) count += reader.read(bytes).verdict == Verdict::valid;
        });
    for (auto& each : threads) each.join();
    EXPECT_EQ(valid, (std::array<int, 4>{50, 50, 50, 50}));
}

}  // namespace anlan::cap

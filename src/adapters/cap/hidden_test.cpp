#include "cap/hidden.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "base/reflect.hpp"
#include "cap/files_for_tests.hpp"
#include "cap/reader.hpp"

namespace anlan::cap {
namespace {

using trial::contents;
using trial::has_fault;
using trial::kCorpus;
using warning::AlertReading;
using warning::Verdict;

std::string alert() {
    return contents(kCorpus / "v12.xml");
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '<')
            out += "&lt;";
        else if (c == '&')
            out += "&amp;";
        else
            out += c;
    }
    return out;
}

std::string cdata(const std::string& text) {
    return "<![CDATA[" + text + "]]>";
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view kSigns = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t j = 0; j < 3; ++j)
            group = (group << 8) | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
        for (std::size_t j = 0; j < 4; ++j) out += i + j <= bytes.size() ? kSigns[(group >> (18 - 6 * j)) & 63] : '=';
        if (i % 57 == 54) out += '\n';
    }
    return out;
}

std::string feed(const std::string& content) {
    return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>t</title><entry><content>" + content +
           "</content></entry></feed>";
}

AlertReading read(const std::string& text) {
    return CapReader().read(text);
}

}  // namespace

TEST(an_alert_among_the_words_of_a_feed, that_brings_a_document_type_is_refused) {
    const auto bomb =
        "<!DOCTYPE a [<!ENTITY b \"x\"><!ENTITY c \"&b;&b;&b;&b;\">]><alert "
        "xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><note>&c;</note></alert>";
    for (const auto& words : {escaped(bomb), cdata(bomb), base64(bomb)}) {
        const auto reading = read(feed(words));
        EXPECT_EQ(reading.verdict, Verdict::refused);
        EXPECT_TRUE(has_fault(reading, "dtd_forbidden")) << to_json_text(reading.faults);
    }
}

TEST(an_alert_among_the_words_of_a_feed, is_not_dug_for_without_end) {
    auto text = alert();
    for (int depth = 0; depth < 3; ++depth) text = feed(base64(text));
    const auto reading = read(text);
    EXPECT_EQ(reading.verdict, Verdict::refused);
    EXPECT_TRUE(has_fault(reading, "no_alert"));
}

TEST(an_alert_among_the_words_of_a_feed, is_refused_when_it_is_broken) {
    const auto broken = alert().substr(0, alert().size() / 2);
    EXPECT_TRUE(has_fault(read(feed(cdata(broken))), "not_well_formed"));
}

TEST(a_feed_with_documents_without_number, is_refused_in_little_time) {
    std::string entries;
    const std::string one =
        "<entry><content>" + escaped("<p>no alert" + std::string(90, '.') + "</p>") + "</content></entry>";
    while (entries.size() < 4'800'000) entries += one;
    const auto start = std::chrono::steady_clock::now();
    const auto reading = read("<feed>" + entries + "</feed>");
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_TRUE(has_fault(reading, "too_many_hidden"));
    EXPECT_LT(took.count(), 3.0);
}

TEST(a_feed_with_documents_without_number, has_the_elements_of_each_counted) {
    std::string many = "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">";
    while (many.size() < 3'000'000) many += "<a/>";
    EXPECT_TRUE(has_fault(read(feed(base64(many + "</alert>"))), "too_many_elements"));
}

TEST(an_alert_among_the_words_of_a_feed, is_opened_however_it_is_wrapped) {
    const auto lone = read(alert());
    for (const auto& words : {escaped(alert()), cdata(alert()), base64(alert()), cdata("\n  " + alert())}) {
        const auto reading = read(feed(words));
        EXPECT_EQ(reading.verdict, Verdict::valid) << to_json_text(reading.faults);
        ASSERT_EQ(reading.alerts.size(), 1U);
        EXPECT_EQ(reading.alerts[0].identifier, lone.alerts.at(0).identifier);
        EXPECT_EQ(reading.version, "1.2");
        EXPECT_EQ(read(reading.alerts[0].original).verdict, Verdict::valid) << "what is kept can be read again";
    }
}

TEST(an_alert_among_the_words_of_a_feed, is_opened_in_a_feed_inside_an_envelope) {
    const auto reading = read("<soap><body>" + escaped(feed(base64(alert()))) + "</body></soap>");
    EXPECT_EQ(reading.verdict, Verdict::valid) << to_json_text(reading.faults);
    EXPECT_EQ(reading.alert_count, 1);
}

TEST(an_alert_among_the_words_of_a_feed, keeps_its_letters_whatever_its_declaration_says) {
    auto text = contents(kCorpus / "cn_alert.xml");
    if (const auto end = text.find("?>"); text.starts_with("<?xml")) text = text.substr(end + 2);
    const auto reading = read(feed(cdata("<?xml version=\"1.0\" encoding=\"GB18030\"?>" + text)));
    ASSERT_EQ(reading.alerts.size(), 1U) << to_json_text(reading.faults);
    EXPECT_EQ(reading.alerts[0].infos.at(0).event, "台风");
}

TEST(an_alert_among_the_words_of_a_feed, stands_beside_the_plain_ones) {
    const auto plain = contents(kCorpus / "feed_two.xml");
    const auto at = plain.rfind("</");
    const auto reading =
        read(plain.substr(0, at) + "<entry><content>" + escaped(alert()) + "</content></entry>" + plain.substr(at));
    EXPECT_EQ(reading.alert_count, 3);
    EXPECT_EQ(reading.verdict, Verdict::valid);
}

TEST(words_of_a_feed, that_are_a_web_page_or_a_picture_are_passed_over) {
    const auto page = "<p>Weather <b>alert for everybody<br> and a long line of words that is no alert at all</p>";
    const std::string picture(4'000, 'A');
    for (const auto& words : {escaped(page), cdata(page), picture}) {
        const auto reading = read(feed(words));
        EXPECT_EQ(reading.faults.size(), 1U);
        EXPECT_TRUE(has_fault(reading, "no_alert")) << to_json_text(reading.faults);
    }
}

TEST(words_of_an_alert, are_never_opened) {
    auto text = alert();
    const auto at = text.find("<headline>");
    text.insert(at + 10, escaped(alert()));
    EXPECT_EQ(read(text).alert_count, 1);
}

}  // namespace anlan::cap

#include "narrowband/frame.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "narrowband/gsm_form.hpp"
#include "narrowband/samples_for_tests.hpp"
#include "narrowband/text_code.hpp"
#include "narrowband/words.hpp"
#include "warning/queries.hpp"

namespace anlan::narrowband {
namespace {

using namespace narrow;
using test::kCounty, test::kTown, test::kKey;

const KeyOf kKnown = [](const AreaCode&) { return std::string(kKey); };

TEST(a_frame, is_refused_when_one_bit_of_it_changed) {
    const auto bytes = encode(test::samples().front().frame, kKey);
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        auto changed = bytes;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (0x80 >> (bit % 8)));
        EXPECT_FALSE(decode(changed, kCounty, kKnown)) << bit;
    }
}

TEST(a_frame, is_refused_cut_short_lengthened_or_with_another_key) {
    const auto bytes = encode(test::samples().front().frame, kKey);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_FALSE(decode(bytes.substr(0, size), kCounty, kKnown)) << size;
    EXPECT_FALSE(decode(bytes + '\0', kCounty, kKnown));
    const auto other = decode(bytes, kCounty, [](const AreaCode&) { return std::string(16, 'x'); });
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, "frame_forged");
    const auto stranger = decode(bytes, kCounty, [](const AreaCode&) { return std::string(); });
    ASSERT_FALSE(stranger) << "a stranger has no key";
    EXPECT_EQ(stranger.error().code, "frame_stranger");
    EXPECT_EQ(stranger.error().field, kTown.text);
}

TEST(a_frame, is_not_taken_by_another_station_even_with_the_same_key) {
    const auto bytes = encode(test::samples().front().frame, kKey);
    EXPECT_FALSE(decode(bytes, AreaCode{"350582000000"}, kKnown)) << "the neighbouring county";
    EXPECT_FALSE(decode(bytes, kTown, kKnown)) << "its own sender";
}

TEST(a_number_that_nobody_knows, is_not_zero) {
    Frame frame{kTown, kCounty, 1, Fact{1, 2, test::kAt, 0, CasualtiesReported{"", 0, {}, 3, {}, {}, {}, {}, ""}}};
    const auto read = decode(encode(frame, kKey), kCounty, kKnown);
    ASSERT_TRUE(read);
    const auto& said = std::get<CasualtiesReported>(std::get<Fact>(read.value().says).told);
    EXPECT_EQ(said.dead, 0);
    EXPECT_FALSE(said.missing);
    EXPECT_EQ(said.badly_injured, 3);
}

TEST(a_place, is_kept_to_ten_metres) {
    for (const auto& [lon, lat] : {std::pair{118.6789, 24.7321}, {-179.99999, -89.99999}, {180.0, 90.0}, {0.0, 0.0}}) {
        Frame frame{kTown, kCounty, 1, Fact{1, 2, test::kAt, 0, HelpCalled{{}, {}, lon, lat, ""}}};
        const auto read = decode(encode(frame, kKey), kCounty, kKnown);
        ASSERT_TRUE(read);
        const auto& said = std::get<HelpCalled>(std::get<Fact>(read.value().says).told);
        EXPECT_NEAR(*said.lon, lon, 10.0 / 111'000);
        EXPECT_NEAR(*said.lat, lat, 10.0 / 111'000);
    }
}

TEST(a_long_text, is_cut_with_a_mark_and_fills_the_frame) {
    std::string text;
    for (int i = 0; i < 200; ++i) text += "救";
    const Frame frame{kTown, kCounty, 1, Fact{1, 2, test::kAt, 0, WordsTold{text}}};
    for (const auto most : {kFrameBytes, kGsmBytes, std::size_t{78}}) {
        const auto bytes = encode(frame, kKey, most);
        EXPECT_LE(bytes.size(), most);
        EXPECT_GE(bytes.size() + 2, most) << "nothing is wasted";
        const auto read = decode(bytes, kCounty, kKnown);
        ASSERT_TRUE(read);
        const auto& said = std::get<WordsTold>(std::get<Fact>(read.value().says).told);
        EXPECT_TRUE(said.text.ends_with("救…"));
        EXPECT_GE(said.text.size() / 3, most == kFrameBytes ? 80U : 35U);
    }
}

TEST(every_kind, fits_a_satellite_message_of_78_bytes_without_its_texts) {
    for (auto sample : test::samples()) {
        const auto bytes = encode(sample.frame, kKey, 78);
        EXPECT_LE(bytes.size(), 78U) << sample.name;
        EXPECT_TRUE(decode(bytes, sample.frame.to, kKnown)) << sample.name;
    }
}

TEST(every_hazard_of_the_house, has_its_place) {
    for (const auto& hazard : warning::hazards())
        EXPECT_EQ(hazard_at(place_of_hazard(hazard.key)), hazard.key) << "add it at the end of words.cpp";
    EXPECT_EQ(hazard_at(place_of_hazard("")), "");
    EXPECT_EQ(hazard_at(place_of_hazard("volcano")), "other");
}

TEST(the_text_form, uses_only_characters_that_every_gateway_leaves_alone) {
    for (const auto& sample : test::samples()) {
        const auto text = to_gsm(encode(sample.frame, kKey, kGsmBytes));
        EXPECT_LE(text.size(), kGsmCharacters);
        EXPECT_EQ(text.find_first_of("@$_\"[]{}\\^~|` \r\n"), std::string::npos);
        EXPECT_EQ(from_gsm(text).value(), encode(sample.frame, kKey, kGsmBytes));
    }
    EXPECT_EQ(to_gsm(std::string(kGsmBytes, '\xff')).size(), kGsmCharacters - 1);
    EXPECT_FALSE(from_gsm("您好"));
    EXPECT_FALSE(from_gsm(""));
    EXPECT_FALSE(from_gsm(std::string(4, '?'))) << "more than three bytes hold";
}

/// The bytes are a promise to stations that run another version. `ANLAN_WRITE_VECTORS=1` writes them anew.
TEST(golden_vectors, are_made_byte_for_byte) {
    const std::string file = ANLAN_CORPUS "/vectors.json";
    json::array made;
    for (const auto& sample : test::samples()) made.push_back(test::vector_of(sample));
    if (std::getenv("ANLAN_WRITE_VECTORS") != nullptr) {
        std::ofstream out(file);
        out << "[\n";
        for (std::size_t i = 0; i < made.size(); ++i) out << made[i] << (i + 1 < made.size() ? ",\n" : "\n");
        out << "]\n";
    }
    std::ifstream in(file);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto kept = json::parse(text).as_array();
    ASSERT_EQ(kept.size(), made.size());
    for (std::size_t i = 0; i < made.size(); ++i) {
        EXPECT_EQ(json::serialize(kept[i]), json::serialize(made[i]));
        const auto sample = test::samples()[i];
        const auto read = decode(test::from_hex(kept[i].at("bytes").as_string()), sample.frame.to, kKnown);
        ASSERT_TRUE(read) << sample.name;
        EXPECT_EQ(read.value().number, sample.frame.number);
    }
}

}  // namespace
}  // namespace anlan::narrowband

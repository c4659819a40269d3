#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "narrowband/frame.hpp"
#include "narrowband/gsm_form.hpp"
#include "narrowband/samples_for_tests.hpp"
#include "narrowband/text_code.hpp"
#include "narrowband/words.hpp"
#include "seal/pair_key.hpp"

namespace anlan::narrowband {
namespace {

using namespace narrow;

using Maybe = std::optional<std::int64_t>;

Maybe any_count() {
    if (*rc::gen::arbitrary<bool>()) return std::nullopt;
    return *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(0, 20), rc::gen::inRange<std::int64_t>(0, 100'000'000));
}

std::string any_text(std::size_t most) {
    static const std::vector<std::string> kPieces{
        "救", "水", "0", "9", ".", "A", "z", "，", "龘", "é", "😀", "\n", " ", "%"};
    std::string text;
    for (auto count = *rc::gen::inRange<std::size_t>(0, most); count > 0; --count) text += *rc::gen::elementOf(kPieces);
    return text;
}

Told any_told() {
    const auto hazard = hazard_at(*rc::gen::inRange<std::uint64_t>(0, 27));
    const auto level = *rc::gen::inRange<std::int64_t>(0, 5);
    const auto order = *rc::gen::arbitrary<std::uint32_t>();
    switch (*rc::gen::inRange(0, 9)) {
        case 0: {
            std::vector<Need> needs;
            for (int need = 0; need < kNeeds; ++need)
                if (*rc::gen::arbitrary<bool>()) needs.push_back(static_cast<Need>(need));
            return HelpCalled{needs, any_count(), {}, {}, any_text(20)};
        }
        case 1:
            return CasualtiesReported{
                hazard, any_count(), any_count(), any_count(), any_count(), any_count(), {}, {}, any_text(20)};
        case 2:
            return SituationReported{
                hazard,
                level,
                any_count(),
                any_count(),
                any_count(),
                any_count(),
                any_count(),
                any_count(),
                {},
                {},
                any_text(20)};
        case 3:
            return OrderTold{
                *rc::gen::arbitrary<bool>() ? "01h6d2v3kxq7m9n4p8rs" : "x-1",
                *rc::gen::element(OrderState::active, OrderState::changed, OrderState::closed),
                hazard,
                level,
                any_text(20)};
        case 4:
            return ReceiptTold{order, hazard, level};
        case 5:
            return OrderAnswerTold{
                order, *rc::gen::element(OrderAnswer::started, OrderAnswer::declined), hazard, level, any_text(20)};
        case 6:
            return CallTold{
                hazard,
                colour_at(*rc::gen::inRange<std::uint64_t>(0, 6)),
                level,
                *rc::gen::element(test::kVillage, test::kTown),
                *rc::gen::inRange<std::int64_t>(0, 5'000),
                *rc::gen::inRange<std::int64_t>(0, 12),
                any_text(4),
                any_text(15)};
        case 7:
            return AnswerTold{
                *rc::gen::inRange<std::int64_t>(0, 1'000'000),
                channel_at(*rc::gen::inRange<std::uint64_t>(0, 5)),
                *rc::gen::arbitrary<bool>(),
                any_text(20)};
        default:
            return WordsTold{any_text(30)};
    }
}

Frame any_frame() {
    const Instant at = test::kAt + std::chrono::minutes{*rc::gen::inRange(0, 1'000'000)};
    const Fact fact{
        *rc::gen::inRange<std::int64_t>(1, 100'000'000),
        *rc::gen::arbitrary<std::uint32_t>(),
        at,
        *rc::gen::inRange<std::uint32_t>(0, 0x10000),
        any_told()};
    return {test::kTown, test::kCounty, *rc::gen::inRange<std::int64_t>(0, 0xffffffffLL), fact};
}

const KeyOf kAlwaysKnown = [](const AreaCode &) { return std::string(test::kKey); };

TEST(any_frame_that_is_short_enough, comes_back_as_it_was_in_both_forms) {
    EXPECT_TRUE(rc::check([] {
        const auto frame = any_frame();
        const auto bytes = encode(frame, test::kKey, kGsmBytes);
        RC_ASSERT(bytes.size() <= kGsmBytes);
        const auto text = to_gsm(bytes);
        RC_ASSERT(text.size() <= kGsmCharacters);
        RC_ASSERT(from_gsm(text).value() == bytes);
        const auto read = decode(bytes, test::kCounty, kAlwaysKnown);
        RC_ASSERT(read.has_value());
        const auto &before = std::get<Fact>(frame.says), &after = std::get<Fact>(read.value().says);
        RC_ASSERT(read.value().number == frame.number && read.value().from == frame.from);
        RC_ASSERT(after.seq == before.seq && after.thing == before.thing && after.at == before.at);
        RC_ASSERT(after.drill == before.drill && after.kind() == before.kind());
        const auto said = json::serialize(body_of(before.told)), heard = json::serialize(body_of(after.told));
        if (bytes.size() < 100) RC_ASSERT(said == heard);
        RC_ASSERT(encode(read.value(), test::kKey) == bytes || heard.find("…") != std::string::npos);
    }));
}

TEST(any_receipt, comes_back_as_it_was) {
    EXPECT_TRUE(rc::check([] {
        Receipt receipt{*rc::gen::inRange<std::int64_t>(200'000, 0xffffffffLL), {}};
        for (auto count = *rc::gen::inRange<std::size_t>(0, kReceiptsMost + 1); count > 0; --count)
            receipt.numbers.push_back(receipt.newest - *rc::gen::inRange<std::int64_t>(0, 100'000));
        const Frame frame{test::kCounty, test::kTown, 7, receipt};
        const auto bytes = encode(frame, test::kKey);
        RC_ASSERT(bytes.size() <= 66);  // fifteen numbers of five groups
        const auto read = decode(bytes, test::kTown, kAlwaysKnown);
        RC_ASSERT(read.has_value() && std::get<Receipt>(read.value().says) == receipt);
    }));
}

TEST(any_bytes, become_text_and_back) {
    EXPECT_TRUE(rc::check([] {
        const auto size = *rc::gen::inRange<std::size_t>(1, kGsmBytes + 1);
        const auto bytes = *rc::gen::container<std::string>(size, rc::gen::arbitrary<char>());
        RC_ASSERT(from_gsm(to_gsm(bytes)).value() == bytes);
    }));
}

/// A slice of tests/fuzz/narrowband_fuzz.cpp: the code is right, the rest is not.
TEST(any_bytes_with_a_right_code, are_a_frame_or_refused) {
    EXPECT_TRUE(rc::check([] {
        auto body = *rc::gen::container<std::string>(
            *rc::gen::inRange<std::size_t>(7, kFrameBytes - kCodeBytes + 1), rc::gen::arbitrary<char>()
        );
        const auto kind = *rc::gen::element<int>(0, 1, 2, 3, 4, 5, 6, 7, 8, 31);
        body[0] = static_cast<char>(1 << 5 | kind);  // and from 350581106000 to 350581000000
        body[1] = static_cast<char>(0x80 | 106 >> 3);
        body[2] = static_cast<char>((106 & 7) << 5 | (body[2] & 0x1f));
        const auto code = seal::code_of(test::kKey, test::kTown.text + test::kCounty.text + body).substr(0, kCodeBytes);
        const auto read = decode(body + code, test::kCounty, kAlwaysKnown);
        if (!read) {
            RC_ASSERT(read.error().code == "frame_damaged");
        } else {
            const auto again = decode(encode(read.value(), test::kKey), test::kCounty, kAlwaysKnown);
            RC_ASSERT(again.has_value() && again.value().number == read.value().number);
        }
    }));
}

TEST(any_text_however_broken, is_read_back_without_its_broken_parts) {
    EXPECT_TRUE(rc::check([] {
        const auto text = *rc::gen::arbitrary<std::string>();
        BitWriter out;
        put_text(out, text, 100'000);
        const auto bytes = out.take();
        BitReader in(bytes);
        const auto once = take_text(in);
        RC_ASSERT(in.ok());
        BitWriter again;
        put_text(again, once, 100'000);
        RC_ASSERT(again.take() == bytes);
    }));
}

}  // namespace
}  // namespace anlan::narrowband

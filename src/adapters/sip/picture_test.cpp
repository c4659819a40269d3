#include "sip/picture.hpp"

#include <gtest/gtest.h>

namespace anlan::sip {
namespace {

using namespace std::chrono_literals;
using All = std::vector<std::uint8_t>;

constexpr auto kStart = OnePicture::Time{};

TEST(a_picture, of_h264_begins_at_its_parameters_or_at_one_that_needs_no_other) {
    const auto begins = [](const All& payload) { return begins_picture(PictureCoding::h264, payload); };
    EXPECT_TRUE(begins({0x67, 0x42, 0xE0, 0x1F})) << "parameters alone";
    EXPECT_TRUE(begins({0x65, 0x88}));
    EXPECT_TRUE(begins({0x78, 0, 2, 0x67, 0x42, 0, 1, 0x68})) << "parameters together";
    EXPECT_TRUE(begins({0x78, 0, 1, 0x06, 0, 1, 0x65})) << "after something else";
    EXPECT_TRUE(begins({0x7C, 0x85, 0x88})) << "the first part";
    EXPECT_FALSE(begins({0x7C, 0x05, 0x88})) << "a later part";
    EXPECT_FALSE(begins({0x7C, 0x81, 0x88})) << "a part of a picture that needs others";
    EXPECT_FALSE(begins({0x61, 0x9A}));
    EXPECT_FALSE(begins({0x68})) << "half of the parameters";
    EXPECT_FALSE(begins({}));
    EXPECT_FALSE(begins({0x78, 0xFF, 0xFF, 0x06})) << "longer than the packet";
    EXPECT_FALSE(begins({0x7C}));
    EXPECT_FALSE(begins_picture(PictureCoding::none, All{0x67}));
}

TEST(a_picture, of_vp8_begins_at_a_key_frame) {
    const auto begins = [](const All& payload) { return begins_picture(PictureCoding::vp8, payload); };
    EXPECT_TRUE(begins({0x10, 0x50}));
    EXPECT_FALSE(begins({0x10, 0x51}));
    EXPECT_FALSE(begins({0x00, 0x50})) << "in the middle of a frame";
    EXPECT_TRUE(begins({0x90, 0xE0, 0x81, 0x02, 0x00, 0x00, 0x50})) << "with numbers of its own, 15 bits";
    EXPECT_TRUE(begins({0x90, 0x80, 0x01, 0x50})) << "7 bits";
    EXPECT_FALSE(begins({0x90, 0xE0, 0x81})) << "cut off";
    EXPECT_FALSE(begins({0x90}));
}

TEST(a_whole_picture, is_asked_for_as_each_kind_of_terminal_does) {
    EXPECT_TRUE(asks_for_picture(picture_request(1, 2, std::nullopt)));
    EXPECT_TRUE(asks_for_picture(picture_request(1, 2, 7)));
    EXPECT_TRUE(asks_for_picture(All{0x80, 192, 0, 1, 0, 0, 0, 1})) << "RFC 2032";
    EXPECT_FALSE(asks_for_picture(empty_report(1)));
    EXPECT_FALSE(asks_for_picture(All{0x81, 206, 0, 9, 0, 0, 0, 1})) << "longer than it is";
    EXPECT_FALSE(asks_for_picture(All{0x81, 206, 0, 0})) << "too short to say for whom";
    EXPECT_FALSE(asks_for_picture(All{0x01, 206}));
    EXPECT_FALSE(asks_for_picture(All{}));
    auto cut = picture_request(1, 2, std::nullopt);
    cut.pop_back();
    EXPECT_FALSE(asks_for_picture(cut));
    EXPECT_TRUE(asks_for_picture(kPictureRequestType, kPictureRequestBody));
    EXPECT_FALSE(asks_for_picture("application/dtmf-relay", kPictureRequestBody));
    EXPECT_FALSE(asks_for_picture(kPictureRequestType, "<media_control/>"));
}

TEST(profiles, are_common_when_both_are_baseline_in_several_packets) {
    EXPECT_TRUE(is_common_h264("profile-level-id=42e01f;packetization-mode=1"));
    EXPECT_TRUE(is_common_h264("packetization-mode=1; profile-level-id=428016; max-br=768"));
    EXPECT_TRUE(is_common_h264("packetization-mode=1"));
    EXPECT_FALSE(is_common_h264("profile-level-id=42e01f"));
    EXPECT_FALSE(is_common_h264("profile-level-id=64001f;packetization-mode=1"));
    EXPECT_FALSE(is_common_h264(""));
}

struct one_picture : ::testing::Test {
    one_picture() { stream.begin(PictureCoding::h264); }
    std::optional<OnePicture::Place> give(
        std::uint32_t source, std::uint16_t number, std::uint32_t time, const All& payload
    ) {
        return stream.pass({source, number, time, payload}, now);
    }
    const All whole{0x67, 0x42}, more{0x61, 0x9A};
    OnePicture stream;
    OnePicture::Time now = kStart;
};

TEST_F(one_picture, begins_where_nothing_before_is_needed) {
    stream.turn_to(7);
    EXPECT_FALSE(give(7, 1, 10, more));
    EXPECT_TRUE(stream.waits());
    EXPECT_TRUE(give(7, 2, 20, whole));
    EXPECT_FALSE(stream.waits());
    EXPECT_FALSE(give(8, 3, 30, whole)) << "nobody asked for that one";
    EXPECT_FALSE(give(7, 1, 10, more)) << "from before";
    EXPECT_FALSE(give(0, 3, 30, whole));
}

TEST_F(one_picture, goes_on_through_a_change_with_numbers_and_times_that_follow) {
    stream.turn_to(7);
    const auto first = give(7, 65'535, 4'294'967'000, whole);
    const auto second = give(7, 0, 3'000, more);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(static_cast<std::uint16_t>(second->number - first->number), 1) << "over the end of the numbers";
    stream.turn_to(8);
    now += 40ms;
    EXPECT_FALSE(give(8, 500, 77, more));
    const auto old = give(7, 1, 6'000, more);
    ASSERT_TRUE(old) << "until the other begins";
    now += 40ms;
    const auto next = give(8, 501, 1'077, whole);
    ASSERT_TRUE(next);
    EXPECT_EQ(next->number, static_cast<std::uint16_t>(old->number + 1));
    EXPECT_EQ(next->time - old->time, 40U * 90);
    EXPECT_FALSE(give(7, 2, 9'000, more)) << "no longer seen";
    EXPECT_EQ(stream.shown(), 8U);
}

TEST_F(one_picture, keeps_gaps_and_order_of_what_was_lost_or_late) {
    stream.turn_to(7);
    const auto first = give(7, 10, 0, whole), third = give(7, 12, 0, more), second = give(7, 11, 0, more);
    ASSERT_TRUE(first && second && third);
    EXPECT_EQ(third->number - first->number, 2);
    EXPECT_EQ(second->number - first->number, 1);
}

TEST_F(one_picture, misses_nothing_where_only_padding_was_left_out) {
    stream.turn_to(7);
    const auto first = give(7, 10, 0, whole);
    EXPECT_FALSE(give(7, 11, 0, {}));
    const auto second = give(7, 12, 0, more);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(second->number - first->number, 1);
    EXPECT_FALSE(give(7, 10, 0, more)) << "its number is taken by another";
}

TEST_F(one_picture, waits_for_a_beginning_when_a_source_counts_anew) {
    stream.turn_to(7);
    ASSERT_TRUE(give(7, 10, 0, whole));
    EXPECT_FALSE(give(7, 40'000, 0, more));
    EXPECT_TRUE(stream.waits());
    const auto again = give(7, 40'001, 0, whole);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->number, 11);
}

}  // namespace
}  // namespace anlan::sip

#include "loudspeakers/rtp_words.hpp"

#include <gtest/gtest.h>

#include <random>

namespace anlan::loudspeakers {
namespace {

std::string bytes(std::initializer_list<int> list) {
    std::string made;
    for (const int one : list) made.push_back(static_cast<char>(one));
    return made;
}

TEST(an_rtp_header, has_the_bytes_of_the_standard) {
    std::string made(kRtpHeaderBytes, '\0');
    write_header(
        {.payload_type = 8, .marker = true, .sequence = 0x1234, .timestamp = 0x01020304, .source = 0xA1B2C3D4},
        made.data()
    );
    EXPECT_EQ(read_header(made)->source, 0xA1B2C3D4);
    EXPECT_EQ(read_header(made)->sequence, 0x1234);
    EXPECT_FALSE(read_header(made.substr(1)));
    EXPECT_EQ(made, bytes({0x80, 0x88, 0x12, 0x34, 1, 2, 3, 4, 0xA1, 0xB2, 0xC3, 0xD4}));
}

TEST(a_sender_report, carries_name_and_goodbye_in_one_whole_packet) {
    const auto made = sender_report(
        {.source = 7, .ntp = 0x0102030405060708, .timestamp = 9, .packets = 10, .bytes = 1600}, "anlan", true
    );
    EXPECT_TRUE(made.starts_with(bytes({0x80, 200, 0, 6, 0, 0, 0, 7, 1, 2,  3, 4, 5, 6,
                                        7,    8,   0, 0, 0, 9, 0, 0, 0, 10, 0, 0, 6, 0x40})));
    EXPECT_EQ(made.size() % 4, 0U);
    EXPECT_TRUE(made.ends_with(bytes({0x81, 203, 0, 1, 0, 0, 0, 7})));
    EXPECT_TRUE(read_rtcp(made).valid);
    EXPECT_EQ(short_time(0x0102030405060708), 0x03040506U);
}

TEST(a_reception_report, is_read_with_loss_as_a_signed_number) {
    const auto packet = bytes({0x81, 201, 0, 7, 0, 0, 0, 1, 0, 0, 0, 2, 64, 0xFF, 0xFF, 0xFE,
                               0,    1,   0, 5, 0, 0, 0, 0, 3, 4, 5, 6, 0,  0,    0,    0});
    const auto heard = read_rtcp(packet);
    ASSERT_TRUE(heard.valid);
    ASSERT_EQ(heard.reports.size(), 1U);
    const auto& one = heard.reports[0];
    EXPECT_EQ(one.reporter, 1U);
    EXPECT_EQ(one.about, 2U);
    EXPECT_EQ(one.lost_of_256, 64);
    EXPECT_EQ(one.lost, -2);
    EXPECT_EQ(one.highest, 0x10005U);
    EXPECT_EQ(one.last_report, 0x03040506U);
    EXPECT_EQ(receiver_report(one), packet);
}

TEST(rtcp, that_is_cut_off_or_promises_too_much_is_not_taken) {
    const auto whole =
        bytes({0x81, 201, 0, 7, 0, 0, 0, 1, 0, 0, 0, 2, 64, 0, 0, 1, 0, 1, 0, 5, 0, 0, 0, 9, 3, 4, 5, 6, 0, 0, 0, 0});
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_FALSE(read_rtcp(whole.substr(0, size)).valid) << size;
    auto promising = whole;
    promising[0] = static_cast<char>(0x9F);
    EXPECT_FALSE(read_rtcp(promising).valid);
    EXPECT_FALSE(read_rtcp(bytes({0x80, 0x88, 0x12, 0x34, 1, 2, 3, 4, 0, 0, 0, 0})).valid);  // RTP, not RTCP
    std::mt19937 dice(1);
    for (int i = 0; i < 100'000; ++i) {
        std::string noise(dice() % 80, '\0');
        for (auto& one : noise) one = static_cast<char>(dice());
        if (!noise.empty()) noise[0] = static_cast<char>(0x80 | (dice() % 32));
        if (noise.size() > 3)
            noise[1] = static_cast<char>(200 + dice() % 2), noise[2] = 0, noise[3] = static_cast<char>(dice() % 20);
        read_rtcp(noise);
    }
}

}  // namespace
}  // namespace anlan::loudspeakers

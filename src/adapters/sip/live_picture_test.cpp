#include <gtest/gtest.h>

#include "sip/endpoint.hpp"
#include "sip/picture.hpp"
#include "sip/raw_terminal_for_tests.hpp"

namespace anlan::sip {
namespace {

using namespace std::chrono_literals;
using test::RawTerminal;
using test::Socket;
using test::wait_until;

constexpr std::uint32_t kTheirs = 0x1234'5678;
const std::string kWhole = "\x67\x42\xE0\x1F", kMore = "\x61\x9A\x01\x02";
const std::string kAgreed =
    "96\r\na=rtpmap:96 H264/90000\r\na=fmtp:96 profile-level-id=42801f;packetization-mode=1\r\n";

std::string rtp(std::uint32_t source, std::uint16_t number, const std::string& payload, std::uint8_t type = 96) {
    std::string bytes{'\x80', static_cast<char>(type)};
    for (const int shift : {8, 0}) bytes += static_cast<char>(number >> shift);
    bytes += std::string(4, '\0');
    for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(source >> shift);
    return bytes + payload;
}
std::uint32_t source_of(const std::string& packet) {
    std::uint32_t source = 0;
    for (std::size_t i = 8; i < 12; ++i) source = source << 8 | static_cast<unsigned char>(packet[i]);
    return source;
}
bool asks(const std::string& bytes) {
    return asks_for_picture(Bytes(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
}
std::string request() {
    const auto bytes = picture_request(1, 2, std::nullopt);
    return {bytes.begin(), bytes.end()};
}

/// A call with a terminal, and a room that takes its pictures at `room`, whence `reports` asks for whole ones.
struct pictures_of_a_call : ::testing::Test {
    void call(RawTerminal& terminal) {
        TalkOrder order;
        order.parties = {terminal.uri(), "sip:anlan@127.0.0.1", "anlan", "", ""};
        order.live = order.pictures = true;
        TalkNews news;
        news.picked_up = [this](const PickedUp& how) {
            const std::lock_guard lock(mutex);
            picked = how;
        };
        news.changed = [this](const LiveState& now) {
            const std::lock_guard lock(mutex);
            state = now;
        };
        talk = line->talk(std::move(order), std::move(news));
        ASSERT_TRUE(wait_until([this] {
            const std::lock_guard lock(mutex);
            return picked.has_value();
        }));
        line->lead(talk, {{"127.0.0.1", room.port, 1'000, 1'010, reports.port}});
    }
    LiveState now() {
        const std::lock_guard lock(mutex);
        return state;
    }
    /// The next picture the room is given.
    std::optional<std::string> given() {
        return room.next_that([](const std::string& one) { return one.size() > 12 && source_of(one) == 1'010; }, 2s);
    }
    std::unique_ptr<Endpoint> line = Endpoint::open({.local = "127.0.0.1"}).value();
    Socket room, reports;
    std::uint64_t talk = 0;
    std::mutex mutex;
    std::optional<PickedUp> picked;
    LiveState state;
};

TEST_F(pictures_of_a_call, are_offered_as_conference_sets_know_them) {
    RawTerminal terminal(kAgreed);
    call(terminal);
    const auto offer = terminal.told("INVITE");
    for (const auto* line :
         {"a=rtpmap:96 H264/90000",
          "a=fmtp:96 profile-level-id=42e01f;packetization-mode=1",
          "a=rtpmap:97 VP8/90000",
          "a=rtcp-fb:* nack pli",
          "a=rtcp-fb:* ccm fir",
          "a=rtpmap:8 PCMA/8000"})
        EXPECT_NE(offer.find(line), std::string::npos) << line << "\n" << offer;
    EXPECT_EQ(picked->coding, PictureCoding::h264);
    EXPECT_NE(picked->picture_port, 0);
}

TEST_F(pictures_of_a_call, are_left_out_by_whoever_has_none_or_others) {
    for (const auto* theirs :
         {"", "96\r\na=rtpmap:96 H264/90000\r\na=fmtp:96 profile-level-id=64001f;packetization-mode=1\r\n"}) {
        RawTerminal terminal(theirs);
        picked.reset();
        call(terminal);
        EXPECT_EQ(picked->coding, PictureCoding::none) << theirs;
        terminal.picture.send(terminal.station_port(), rtp(kTheirs, 1, kWhole));
        EXPECT_FALSE(given());
        EXPECT_TRUE(terminal.sound.next()) << "sound goes on";
        line->call_off(talk);
    }
}

TEST_F(pictures_of_a_call, go_to_the_room_from_one_that_needs_no_other) {
    RawTerminal terminal(kAgreed + "a=rtcp-fb:96 nack pli\r\n");
    call(terminal);
    const auto at = terminal.station_port();
    terminal.picture.send(at, rtp(kTheirs, 1, kMore));
    EXPECT_TRUE(terminal.reports.next_that(asks)) << "it is asked for one";
    terminal.picture.send(at, rtp(kTheirs, 2, kWhole));
    const auto first = given();
    ASSERT_TRUE(first);
    EXPECT_EQ(first->substr(12), kWhole);
    EXPECT_TRUE(wait_until([&] { return now().pictured; }));
    ASSERT_TRUE(reports.next()) << "the room learns whence they come";
    reports.send(reports.from, request());
    EXPECT_TRUE(terminal.reports.next_that(asks, 3s)) << "the room asks";
    EXPECT_TRUE(wait_until([&] { return !now().pictured; }, 6s)) << "the camera is off";
}

TEST_F(pictures_of_a_call, are_asked_for_by_info_where_the_set_knows_no_reports) {
    RawTerminal terminal(kAgreed);
    call(terminal);
    terminal.picture.send(terminal.station_port(), rtp(kTheirs, 1, kMore));
    EXPECT_NE(terminal.told("INFO").find("picture_fast_update"), std::string::npos);
}

TEST_F(pictures_of_a_call, do_no_harm_when_they_are_rubbish) {
    RawTerminal terminal(kAgreed);
    call(terminal);
    const auto at = terminal.station_port();
    terminal.picture.send(at, rtp(kTheirs, 1, kWhole));
    ASSERT_TRUE(given());
    const auto padded = [](std::string packet, char padding) {
        packet[0] = '\xA0';
        return packet + padding;
    };
    for (const auto& rubbish :
         {std::string(),
          std::string("\x80"),
          rtp(kTheirs, 2, kWhole).substr(0, 11),
          rtp(kTheirs, 2, kWhole, 111),
          rtp(kTheirs + 1, 2, kWhole),
          rtp(0, 2, kWhole),
          padded(rtp(kTheirs, 2, kMore), '\xFF'),
          padded(rtp(kTheirs, 2, kMore), '\0'),
          "\x9F" + rtp(kTheirs, 2, "").substr(1),    // sources that are not there
          "\x90" + rtp(kTheirs, 2, "ab").substr(1),  // half an extension
          std::string(3'000, '\xFF')})
        terminal.picture.send(at, rubbish);
    const Socket stranger("127.0.0.2");
    stranger.send(at, rtp(kTheirs, 3, kMore));
    stranger.send(static_cast<std::uint16_t>(at + 1), request());
    for (const auto& rubbish :
         {std::string("\x81\xCE", 2), std::string("\x81\xCE\xFF\xFF", 4), std::string(60, '\x81')})
        terminal.reports.send(static_cast<std::uint16_t>(at + 1), rubbish);
    terminal.picture.send(at, rtp(kTheirs, 4, kMore));
    const auto next = given();
    ASSERT_TRUE(next);
    EXPECT_EQ(next->substr(12), kMore);
    EXPECT_EQ((*next)[3], '\x04') << "none of the others";
    EXPECT_TRUE(terminal.sound.next());
}

TEST_F(pictures_of_a_call, are_shown_as_one_and_whole_ones_are_asked_for_on_both_ways) {
    RawTerminal terminal(kAgreed);
    call(terminal);
    Socket janus, feedback;
    line->show(talk, {77, feedback.port});
    EXPECT_TRUE(feedback.next_that(asks)) << "at once";
    janus.send(picked->picture_port, rtp(78, 1, kWhole));
    janus.send(picked->picture_port, rtp(77, 5, kMore));
    janus.send(picked->picture_port, "rubbish");
    janus.send(picked->picture_port, rtp(77, 6, kWhole));
    const auto first = terminal.picture.next();
    ASSERT_TRUE(first);
    EXPECT_EQ(first->substr(12), kWhole);
    EXPECT_TRUE(wait_until([&] { return now().shown == 77; }));
    line->show(talk, {79, feedback.port});
    EXPECT_TRUE(feedback.next_that(asks));
    EXPECT_TRUE(feedback.next_that(asks, 3s)) << "again, when none comes";
    janus.send(picked->picture_port, rtp(79, 900, kWhole));
    const auto second = terminal.picture.next();
    ASSERT_TRUE(second);
    EXPECT_EQ(source_of(*second), source_of(*first));
    EXPECT_EQ(static_cast<unsigned char>((*second)[3]), static_cast<unsigned char>((*first)[3] + 1));
    ASSERT_TRUE(wait_until([&] { return now().shown == 79; }));
    while (feedback.next(50ms)) {
    }
    terminal.reports.send(static_cast<std::uint16_t>(terminal.station_port() + 1), request());
    EXPECT_TRUE(feedback.next_that(asks)) << "by a report";
    terminal.info(kPictureRequestType, kPictureRequestBody);
    EXPECT_TRUE(feedback.next_that(asks)) << "by INFO";
    EXPECT_TRUE(terminal.told("answer").starts_with("SIP/2.0 200")) << terminal.told("answer");
    terminal.forget("answer");
    terminal.info(kPictureRequestType, "<media_control/>");
    EXPECT_TRUE(terminal.told("answer").starts_with("SIP/2.0 415"));
}

}  // namespace
}  // namespace anlan::sip

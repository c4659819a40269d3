#include "sip/keys.hpp"

#include <gtest/gtest.h>

#include "sip/fates.hpp"
#include "sip/sound_out.hpp"

namespace anlan::sip {
namespace {

using calls::Carriage;

TEST(a_key_of_an_info, is_read_as_gateways_write_it) {
    EXPECT_EQ(key_of_info("application/dtmf-relay", "Signal=1\r\nDuration=160\r\n"), '1');
    EXPECT_EQ(key_of_info("Application/DTMF-Relay", "Duration= 160\nsignal = #\n"), '#');
    EXPECT_EQ(key_of_info("application/dtmf", " 1\r\n"), '1');
    for (const auto* broken : {"", "Signal=", "Signal=11", "Signal", "=1", "\n\n", "Signal=\x01"})
        EXPECT_FALSE(key_of_info("application/dtmf-relay", broken)) << broken;
    EXPECT_FALSE(key_of_info("text/plain", "Signal=1"));
}

TEST(a_number, is_dialled_without_the_code_of_the_country) {
    EXPECT_EQ(dialled_number("+86 139-0000-0001").value(), "13900000001");
    EXPECT_EQ(dialled_number("0595-88880000").value(), "059588880000");
    for (const auto* wrong : {"", "12", "不是号码", "139@example", "sip:1", "139;x=1", "123456789012345678901"})
        EXPECT_FALSE(dialled_number(wrong)) << wrong;
}

TEST(the_end_of_a_call, is_an_answer_only_after_the_key) {
    EXPECT_EQ(fate_of({.how = End::pressed, .talked_seconds = 61}).state, Carriage::answered);
    EXPECT_EQ(fate_of({.how = End::pressed, .talked_seconds = 61}).minutes, 2);
    EXPECT_EQ(fate_of({.how = End::heard_out, .talked_seconds = 20}).state, Carriage::delivered);
    for (const auto how :
         {End::hung_up, End::rejected, End::no_answer, End::unreached, End::no_sound, End::called_off}) {
        const auto fate = fate_of({.how = how, .status = 486});
        EXPECT_EQ(fate.state, Carriage::failed);
        EXPECT_FALSE(fate.note_zh.empty() || fate.note_en.empty());
    }
    EXPECT_EQ(fate_of({.how = End::rejected, .status = 486}).note_zh, "对方占线（SIP 486）");
    EXPECT_EQ(interrupted(true).state, Carriage::failed);
    EXPECT_EQ(interrupted(false).state, Carriage::uncertain);
}

TEST(the_sound_of_a_call, is_silence_and_words_in_turn) {
    TalkOrder order;
    sound::Sound words;
    words.samples.assign(200, 20'000);  // one frame and a quarter
    order.words = std::make_shared<const sound::Sound>(words);
    order.rounds = 2;
    using namespace std::chrono_literals;
    order.lead = 20ms, order.pause = 40ms, order.last = 20ms;
    SoundOut out(order);
    const auto quiet = std::string(kFrameSamples, static_cast<char>(sound::to_a_law(0)));
    std::string shape;
    for (auto frame = out.next(sound::Law::a); !frame.empty(); frame = out.next(sound::Law::a)) {
        ASSERT_EQ(frame.size(), kFrameSamples);
        shape += frame == quiet ? '.' : 'w';
    }
    EXPECT_EQ(shape, ".ww..ww.");
    EXPECT_TRUE(out.all_said());
    SoundOut cut(order);
    cut.next(sound::Law::a);
    cut.thank();
    EXPECT_TRUE(cut.next(sound::Law::a).empty());
    EXPECT_FALSE(cut.all_said());
}

}  // namespace
}  // namespace anlan::sip

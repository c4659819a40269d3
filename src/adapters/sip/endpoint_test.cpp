#include "sip/endpoint.hpp"

#include <gtest/gtest.h>

#include <mutex>

#include "sip/telephone_for_tests.hpp"
#include "sound/siren.hpp"

namespace anlan::sip {
namespace {

using namespace std::chrono_literals;
using test::PhoneManner;
using test::Telephone;
using test::wait_until;

/// What a call has told.
struct Told {
    template <class F>
    void set(F change) {
        std::lock_guard lock(mutex);
        change();
    }
    template <class F>
    auto get(F ask) {
        std::lock_guard lock(mutex);
        return ask();
    }
    TalkNews news() {
        return {
            [this] { set([&] { rang = true; }); },
            [this](double) { set([&] { pressed = true; }); },
            [this](const TalkEnd& how) { set([&] { end = how; }); }};
    }
    bool ends(std::chrono::milliseconds most = 30s) {
        return wait_until([this] { return get([this] { return end.has_value(); }); }, most);
    }
    std::mutex mutex;
    bool rang = false, pressed = false;
    std::optional<TalkEnd> end;
};

/// A steady tone, as no telephone makes it by itself.
std::shared_ptr<const sound::Sound> tone(double seconds, double hertz = 900) {
    return std::make_shared<const sound::Sound>(
        sound::siren({.low_hertz = hertz, .high_hertz = hertz, .seconds = seconds})
    );
}

struct a_line : ::testing::Test {
    a_line() : line(Endpoint::open({.local = "127.0.0.1"}).value()) {}
    TalkOrder order(const Telephone& phone, const std::string& number = "13900000001") const {
        TalkOrder made;
        made.parties = {"sip:" + number + "@" + phone.gateway(), "sip:anlan@" + phone.gateway(), "anlan", "", ""};
        made.words = tone(1);
        made.rounds = 3;
        made.key = '1';
        made.lead = 200ms, made.pause = 400ms, made.last = 600ms, made.ring = 1'500ms, made.no_sign = 1'500ms;
        return made;
    }
    std::unique_ptr<Endpoint> line;
};

/// Seconds of the earpiece in which the tone is heard.
double heard_seconds(const sound::Sound& sound, double hertz = 900) {
    const auto step = static_cast<std::size_t>(sound.rate) / 50;
    std::size_t heard = 0;
    for (std::size_t at = 0; at + step <= sound.samples.size(); at += step) {
        const std::span<const std::int16_t> part(sound.samples.data() + at, step);
        if (sound::loudness(part) > 0.02 && sound::share_at(part, sound.rate, hertz) > 0.5) ++heard;
    }
    return static_cast<double>(heard) / 50;
}

/// The telephone writes its file when the call is over.
double heard_in_the_end(const Telephone& phone, double seconds, double hertz = 900) {
    wait_until([&] { return heard_seconds(phone.earpiece(), hertz) > seconds * 0.9; }, 5s);
    return heard_seconds(phone.earpiece(), hertz);
}

TEST_F(a_line, says_its_words_three_times_and_hangs_up) {
    Telephone phone;
    Told told;
    line->talk(order(phone), told.news());
    ASSERT_TRUE(phone.told("CALL_ESTABLISHED")) << phone.log();
    phone.press('7');
    ASSERT_TRUE(told.ends()) << phone.log();
    EXPECT_EQ(told.end->how, End::heard_out) << "another key is no answer";
    EXPECT_TRUE(told.rang);
    EXPECT_TRUE(told.end->all_sent);
    EXPECT_TRUE(told.end->goodbye_answered);
    ASSERT_TRUE(phone.told("CALL_CLOSED"));
    EXPECT_NEAR(heard_in_the_end(phone, 3), 3, 0.3);
}

TEST_F(a_line, takes_a_key_as_the_answer_and_thanks) {
    for (const auto* way : {"rtpevent", "info"}) {
        Telephone phone({.keys = way});
        Told told;
        auto wish = order(phone);
        wish.words = tone(20);
        wish.thanks = tone(1, 1'500);
        line->talk(wish, told.news());
        ASSERT_TRUE(phone.told("CALL_ESTABLISHED")) << phone.log();
        phone.press('1');
        ASSERT_TRUE(told.ends(8s)) << way << phone.log();
        EXPECT_EQ(told.end->how, End::pressed) << way;
        EXPECT_TRUE(told.pressed) << way;
        EXPECT_FALSE(told.end->all_sent);
        ASSERT_TRUE(phone.told("CALL_CLOSED"));
        EXPECT_NEAR(heard_in_the_end(phone, 1, 1'500), 1, 0.2) << way;
    }
}

TEST_F(a_line, speaks_mu_law_where_nothing_else_is_taken) {
    Telephone phone({.codings = "PCMU/8000/1"});
    Told told;
    auto wish = order(phone);
    wish.rounds = 1;
    line->talk(wish, told.news());
    ASSERT_TRUE(told.ends()) << phone.log();
    EXPECT_EQ(told.end->how, End::heard_out);
    EXPECT_NEAR(heard_in_the_end(phone, 1), 1, 0.2);
}

TEST_F(a_line, tells_a_busy_one_from_one_that_nobody_picks_up) {
    Telephone phone({.picks_up = false});
    Told first, second;
    line->talk(order(phone), first.news());
    ASSERT_TRUE(phone.told("CALL_INCOMING")) << phone.log();
    line->talk(order(phone), second.news());
    ASSERT_TRUE(second.ends());
    EXPECT_EQ(second.end->how, End::rejected);
    EXPECT_EQ(second.end->status, 486);
    ASSERT_TRUE(first.ends());
    EXPECT_EQ(first.end->how, End::no_answer);
    EXPECT_TRUE(phone.told("CALL_CLOSED")) << "it must not ring on";
}

TEST_F(a_line, hears_that_they_declined_that_there_is_no_such_number_and_that_they_hung_up_before_the_end) {
    Telephone rings({.picks_up = false}), picks_up;
    Told declined, unknown, cut;
    line->talk(order(rings), declined.news());
    ASSERT_TRUE(rings.told("CALL_INCOMING")) << rings.log();
    rings.hang_up();
    ASSERT_TRUE(declined.ends());
    EXPECT_EQ(declined.end->how, End::rejected);
    line->talk(order(picks_up, "13900000009"), unknown.news());
    ASSERT_TRUE(unknown.ends());
    EXPECT_EQ(unknown.end->status, 404);
    line->talk(order(picks_up), cut.news());
    ASSERT_TRUE(picks_up.told("CALL_ESTABLISHED"));
    picks_up.hang_up();
    ASSERT_TRUE(cut.ends());
    EXPECT_EQ(cut.end->how, End::hung_up);
    EXPECT_FALSE(cut.end->all_sent);
}

TEST_F(a_line, does_not_wait_for_a_gateway_that_is_not_there) {
    auto wish = order(Telephone{});
    Told told;
    int status = -1;
    std::mutex mutex;
    line->ask("sip:127.0.0.1:" + std::to_string(test::free_port(SOCK_DGRAM)), 500ms, [&](int said) {
        std::lock_guard lock(mutex);
        status = said;
    });
    line->talk(wish, told.news());
    ASSERT_TRUE(told.ends());
    EXPECT_EQ(told.end->how, End::unreached);
    EXPECT_TRUE(wait_until([&] {
        std::lock_guard lock(mutex);
        return status == 0;
    }));
}

TEST_F(a_line, refuses_whoever_calls_it) {
    Telephone phone;
    phone.call("sip:anlan@127.0.0.1:" + std::to_string(line->port()));
    ASSERT_TRUE(phone.told("CALL_CLOSED")) << phone.log();
    EXPECT_NE(phone.heard().find("403"), std::string::npos) << phone.heard();
    EXPECT_EQ(phone.heard().find("CALL_ESTABLISHED"), std::string::npos);
}

TEST_F(a_line, hangs_up_when_it_is_closed) {
    Telephone phone;
    auto wish = order(phone);
    wish.words = tone(30);
    line->talk(wish, {});
    ASSERT_TRUE(phone.told("CALL_ESTABLISHED")) << phone.log();
    line.reset();
    EXPECT_TRUE(phone.told("CALL_CLOSED"));
}

}  // namespace
}  // namespace anlan::sip

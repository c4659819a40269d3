#include "federation/word_line.hpp"

#include <gtest/gtest.h>

#include "federation/in_process.hpp"
#include "seal/seal.hpp"

namespace anlan::federation {
namespace {

const AreaCode kUpper{"350581000000"}, kLower{"350581106000"};

struct WordClock final : Clock {
    Instant at{std::chrono::hours{480'000}};
    Instant now() const override { return at; }
};

/// Keeps what was sent, so that it can be played again.
struct Tape final : Line {
    explicit Tape(Line& to) : under(to) {}
    void open(Receive receive) override { under.open(std::move(receive)); }
    void send(const AreaCode& to, Lane lane, std::string frame) override {
        sent.push_back(frame);
        under.send(to, lane, std::move(frame));
    }
    LineFacts facts(const AreaCode& area) const override { return under.facts(area); }
    void close() override { under.close(); }
    Line& under;
    std::vector<std::string> sent;
};

struct words_between : ::testing::Test {
    Switchboard board;
    WordClock clock;
    seal::KeyPair upper = seal::new_key_pair(), lower = seal::new_key_pair();
    std::vector<std::string> heard;
    std::size_t entries = 0;
    Tape tape{board.line_of(kLower)};
    WordLine low{tape, kLower, lower.private_pem, clock, [](const AreaCode&, std::string) {}};
    WordLine high{
        board.line_of(kUpper), kUpper, upper.private_pem, clock, [this](const AreaCode& from, std::string text) {
            heard.push_back(from.text + " " + text);
        }};

    void SetUp() override {
        low.meet({kUpper, "石狮市", upper.public_pem});
        high.meet({kLower, "永宁镇", lower.public_pem});
        low.open([](const AreaCode&, const std::string&) {});
        high.open([this](const AreaCode&, const std::string&) { ++entries; });
    }
};

TEST_F(words_between, arrive_and_let_everything_else_through) {
    low.say(kUpper, "a\nb");
    low.say(kUpper, "c");
    low.send(kUpper, Lane::routine, "\xA1 entries");
    EXPECT_EQ(heard, (std::vector<std::string>{kLower.text + " a\nb", kLower.text + " c"}));
    EXPECT_EQ(entries, 1U);
}

TEST_F(words_between, are_not_taken_twice_altered_late_or_from_a_stranger) {
    low.say(kUpper, "now");
    ASSERT_EQ(heard.size(), 1U);
    tape.under.send(kUpper, Lane::urgent, tape.sent[0]);
    auto altered = tape.sent[0];
    altered[altered.size() - 18] ^= 1;
    tape.under.send(kUpper, Lane::urgent, altered);
    EXPECT_EQ(heard.size(), 1U);
    low.say(kUpper, "later");
    EXPECT_EQ(heard.size(), 2U);
    high.part(kLower);
    high.meet({kLower, "永宁镇", lower.public_pem});  // as after a restart: nothing is remembered
    clock.at += kWordOld + Milliseconds{1'000};
    tape.under.send(kUpper, Lane::urgent, tape.sent[1]);
    EXPECT_EQ(heard.size(), 2U) << "too old";
    high.part(kLower);
    low.say(kUpper, "who am I");
    EXPECT_EQ(heard.size(), 2U);
}

}  // namespace
}  // namespace anlan::federation

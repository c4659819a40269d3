#include "loudspeakers/horn_words.hpp"

#include <gtest/gtest.h>

#include "seal/seal.hpp"

namespace anlan::loudspeakers {
namespace {

constexpr Instant kNow{std::chrono::seconds{1'800'000'000}};

struct a_horn : ::testing::Test {
    HornCommand command(std::int64_t number = 8) const {
        HornCommand made;
        made.station = "350581106000";
        made.horns = {{"YN-HJ-03", 80}, {"YN-HJ-05", 60}};
        made.number = number;
        made.issued_at = kNow;
        made.expires_at = kNow + std::chrono::minutes{1};
        made.broadcast = "b1";
        made.sound = std::string(64, 'a');
        made.rounds = 2;
        return made;
    }
    std::string judge(
        const std::string& message, std::int64_t last = 7, Instant now = kNow, const std::string& horn = "YN-HJ-03"
    ) const {
        const auto answer = judged_command(message, key.public_pem, "350581106000", horn, last, now);
        return answer ? "obeys" : answer.error().code;
    }
    const seal::KeyPair key = seal::new_key_pair(), other = seal::new_key_pair();
};

TEST_F(a_horn, obeys_its_station_once) {
    const auto message = signed_command(command(), key.private_pem);
    const auto answer = judged_command(message, key.public_pem, "350581106000", "YN-HJ-03", 7, kNow);
    ASSERT_TRUE(answer) << answer.error().en;
    EXPECT_EQ(answer.value().sound, std::string(64, 'a'));
    EXPECT_EQ(answer.value().rounds, 2);
    EXPECT_EQ(answer.value().horns.at("YN-HJ-03"), 80);
    EXPECT_EQ(judge(message, 8), "number_old");
}

TEST_F(a_horn, refuses_what_is_unsigned_signed_by_another_or_altered) {
    const auto message = signed_command(command(), key.private_pem);
    EXPECT_EQ(judge(signed_command(command(), other.private_pem)), "signature_wrong");
    auto altered = message;
    altered.replace(altered.find("\\\"rounds\\\":2"), 12, "\\\"rounds\\\":9");
    EXPECT_EQ(judge(altered), "signature_wrong");
    EXPECT_EQ(judge(R"({"words":"{}","signature":""})"), "signature_wrong");
    EXPECT_EQ(judge(R"({"act":"play"})"), "command_unreadable");
    EXPECT_EQ(judge(""), "command_unreadable");
    EXPECT_EQ(judge(std::string(20'000, ' ')), "command_unreadable");
}

TEST_F(a_horn, refuses_what_is_late_early_or_for_its_neighbour) {
    const auto message = signed_command(command(), key.private_pem);
    EXPECT_EQ(judge(message, 7, kNow + std::chrono::minutes{2}), "command_expired");
    EXPECT_EQ(judge(message, 7, kNow - std::chrono::minutes{2}), "command_early");
    EXPECT_EQ(judge(message, 7, kNow, "YN-HJ-04"), "not_for_me");
}

TEST(topics, name_a_horn_and_nothing_else) {
    const HornTopics topics{"350581106000"};
    EXPECT_EQ(topics.horn_of(topics.answer("YN-1"), "answer"), "YN-1");
    EXPECT_EQ(topics.horn_of(topics.alive("YN-1"), "answer"), "");
    EXPECT_EQ(topics.horn_of("anlan/350581106000/horns/a/b/answer", "answer"), "");
    EXPECT_EQ(topics.horn_of("anlan/350581106000/horns//answer", "answer"), "");
    for (const auto* wrong : {"", "a/b", "+", "#", "号角", "a b"}) EXPECT_FALSE(is_horn_id(wrong)) << wrong;
}

TEST(an_answer, is_read_or_refused) {
    EXPECT_EQ(read_answer(R"({"number":8,"outcome":"played","seconds":20,"note":""})").value().seconds, 20);
    EXPECT_FALSE(read_answer("played"));
    EXPECT_FALSE(read_answer(R"({"number":8,"outcome":"sung","seconds":20,"note":""})"));
}

}  // namespace
}  // namespace anlan::loudspeakers

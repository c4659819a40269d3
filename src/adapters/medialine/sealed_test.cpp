#include "medialine/sealed.hpp"

#include <gtest/gtest.h>

namespace anlan::medialine {
namespace {

const Session kDown{std::string(32, 'k'), {"350581000000"}, {"350581106000"}, "0123456789abcdef"};

struct a_datagram : ::testing::Test {
    Sealer sealer{kDown};
    Opener opener{kDown};
    std::string rtp(std::uint64_t stream = 7) { return sealer.seal({Kind::media, stream, "a picture"}); }
};

TEST_F(a_datagram, is_read_by_the_neighbour_and_shows_nothing_on_the_way) {
    const auto sent = rtp();
    EXPECT_EQ(sent.find("picture"), std::string::npos);
    EXPECT_EQ(sender_of(sent), kDown.from);
    const auto read = opener.open(sent);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->kind, Kind::media);
    EXPECT_EQ(read->stream, 7U);
    EXPECT_EQ(read->body, "a picture");
}

TEST_F(a_datagram, looks_different_each_time) {
    const auto one = rtp(), two = rtp();
    EXPECT_NE(one.substr(17), two.substr(17));
    EXPECT_TRUE(opener.open(one) && opener.open(two));
}

TEST_F(a_datagram, that_was_changed_anywhere_or_cut_short_is_not_taken) {
    const auto sent = rtp();
    for (std::size_t at = 0; at < sent.size(); ++at) {
        auto changed = sent;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_FALSE(opener.open(changed)) << at;
        EXPECT_FALSE(opener.open(sent.substr(0, at))) << at;
        sender_of(sent.substr(0, at));
    }
    EXPECT_TRUE(opener.open(sent)) << "what was tried above has spoiled nothing";
}

TEST_F(a_datagram, is_taken_once) {
    const auto sent = rtp();
    EXPECT_TRUE(opener.open(sent));
    EXPECT_FALSE(opener.open(sent));
}

TEST_F(a_datagram, may_be_overtaken_but_not_by_a_thousand) {
    std::vector<std::string> sent;
    for (int i = 0; i < 2'000; ++i) sent.push_back(rtp());
    EXPECT_TRUE(opener.open(sent[1'500]));
    EXPECT_TRUE(opener.newest());
    EXPECT_TRUE(opener.open(sent[1'400]));
    EXPECT_FALSE(opener.newest());
    EXPECT_FALSE(opener.open(sent[1'400]));
    EXPECT_FALSE(opener.open(sent[400]));
    EXPECT_TRUE(opener.open(sent[1'999]));
    EXPECT_FALSE(opener.open(sent[1'500]));
}

TEST_F(a_datagram, of_another_session_pair_or_direction_is_not_taken) {
    for (const auto& other :
         {Session{kDown.pair_key, kDown.from, kDown.to, "fedcba9876543210"},
          Session{std::string(32, 'x'), kDown.from, kDown.to, kDown.name},
          Session{kDown.pair_key, kDown.to, kDown.from, kDown.name},
          Session{kDown.pair_key, kDown.from, {"350581107000"}, kDown.name}})
        EXPECT_FALSE(Opener(other).open(rtp()));
}

TEST(a_stranger, is_nobody) {
    EXPECT_FALSE(sender_of(""));
    EXPECT_FALSE(sender_of(std::string(200, '\xFF')));
    EXPECT_FALSE(sender_of(std::string(1'400, '\0')));
}

}  // namespace
}  // namespace anlan::medialine

#include "nats/nkey.hpp"

#include <gtest/gtest.h>

namespace anlan::nats {
namespace {

TEST(an_nkey, is_refused_with_one_letter_changed) {
    seal::SeededDice dice(7);
    auto pair = make_nkey(dice);
    EXPECT_EQ(nkey_public(pair.seed), pair.public_key);
    pair.seed[20] = pair.seed[20] == 'A' ? 'B' : 'A';
    EXPECT_EQ(nkey_public(pair.seed), "");
    EXPECT_EQ(nkey_sign(pair.seed, "nonce"), "");
    EXPECT_EQ(nkey_public(""), "");
    EXPECT_EQ(nkey_public(pair.public_key), "") << "a public key is no seed";
}

TEST(an_nkey, wears_the_letters_nats_expects) {
    seal::SystemDice dice;
    const auto one = make_nkey(dice), other = make_nkey(dice);
    EXPECT_EQ(one.seed.substr(0, 2), "SU");
    EXPECT_EQ(one.public_key.substr(0, 1), "U");
    EXPECT_EQ(one.seed.size(), 58U);
    EXPECT_EQ(one.public_key.size(), 56U);
    EXPECT_NE(one.seed, other.seed);
}

}  // namespace
}  // namespace anlan::nats

#include "seal/pair_key.hpp"

#include <gtest/gtest.h>

#include "seal/seal.hpp"

namespace anlan::seal {
namespace {

TEST(two_nodes, come_to_the_same_key_that_nobody_else_has) {
    const auto town = new_key_pair(), county = new_key_pair(), other = new_key_pair();
    const auto key = pair_key(town.private_pem, county.public_pem);
    EXPECT_EQ(key.size(), 32U);
    EXPECT_EQ(key, pair_key(county.private_pem, town.public_pem));
    EXPECT_NE(key, pair_key(other.private_pem, county.public_pem));
    EXPECT_TRUE(pair_key("no key", county.public_pem).empty());
    EXPECT_TRUE(pair_key(town.private_pem, "no key").empty());
}

TEST(a_code, holds_for_its_text_and_key_alone) {
    const std::string key(32, 'k');
    const auto code = code_of(key, "永宁镇 37");
    EXPECT_EQ(code.size(), kCodeBytes);
    EXPECT_TRUE(code_agrees(key, "永宁镇 37", code));
    EXPECT_FALSE(code_agrees(key, "永宁镇 38", code));
    EXPECT_FALSE(code_agrees(std::string(32, 'l'), "永宁镇 37", code));
    EXPECT_FALSE(code_agrees(key, "永宁镇 37", code.substr(1)));
    EXPECT_FALSE(code_agrees("", "永宁镇 37", code_of("", "永宁镇 37")));
}

}  // namespace
}  // namespace anlan::seal

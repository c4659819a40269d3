#include "seal/signer.hpp"

#include <gtest/gtest.h>

#include "seal/seal.hpp"

namespace anlan::seal {
namespace {

TEST(a_short_signature, holds_for_its_text_and_key_alone) {
    const auto key = new_key_pair(), other = new_key_pair();
    const auto signature = Signer(key.private_pem).sign("永宁镇 37");
    EXPECT_EQ(signature.size(), kSignatureBytes);
    EXPECT_TRUE(Checker(key.public_pem).agrees("永宁镇 37", signature));
    EXPECT_FALSE(Checker(key.public_pem).agrees("永宁镇 38", signature));
    EXPECT_FALSE(Checker(other.public_pem).agrees("永宁镇 37", signature));
    EXPECT_FALSE(Checker("no key").agrees("永宁镇 37", signature));
    EXPECT_FALSE(Checker(key.public_pem).agrees("永宁镇 37", signature.substr(1)));
}

}  // namespace
}  // namespace anlan::seal

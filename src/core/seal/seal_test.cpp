#include "seal/seal.hpp"

#include <gtest/gtest.h>

#include "seal/seeded_seals.hpp"

namespace anlan::seal {
namespace {

TEST(a_digest, agrees_with_the_standards_example) {
    // GB/T 32905-2016, annex A.1: the digest of "abc".
    EXPECT_EQ(sm3("abc"), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(a_signature, is_refused_for_another_text_or_key) {
    const auto key = new_key_pair();
    const auto signature = sign(key.private_pem, "站");
    EXPECT_FALSE(verify(key.public_pem, "站 ", signature));
    EXPECT_FALSE(verify(new_key_pair().public_pem, "站", signature));
    EXPECT_FALSE(verify(key.public_pem, "站", "bm90"));
    EXPECT_TRUE(verify(key.public_pem, "站", signature));
}

TEST(a_signature, comes_out_the_same_again_only_under_a_seed) {
    const auto drawn = [](std::uint64_t seed) {
        const SeededSeals seals(seed);
        const auto key = new_key_pair();
        return key.private_pem + sign(key.private_pem, "站");
    };
    EXPECT_EQ(drawn(7), drawn(7));
    EXPECT_NE(drawn(7), drawn(8));
    EXPECT_NE(new_key_pair().private_pem, new_key_pair().private_pem);
}

TEST(a_password, opens_only_for_itself) {
    SeededDice dice(1);
    const auto hash = hash_password("anlan-demo", dice);
    EXPECT_FALSE(password_matches(hash, "anlan-demO"));
    EXPECT_TRUE(password_matches(hash, "anlan-demo"));
    EXPECT_EQ(hash.rfind("$argon2id$", 0), 0U);
}

TEST(a_one_time_code, agrees_with_rfc_6238) {
    // RFC 6238, appendix B, SHA-1, secret "12345678901234567890", last six digits.
    EXPECT_TRUE(totp_matches("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "287082", 59));
    EXPECT_FALSE(totp_matches("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "287082", 59 + 120));
}

TEST(encryption, gives_back_the_text_only_with_the_key) {
    const std::string key(16, 'k'), nonce(16, 'n');
    const auto sealed = sm4(key, nonce, "测试甲");
    EXPECT_NE(sealed, "测试甲");
    EXPECT_NE(sm4(std::string(16, 'x'), nonce, sealed), "测试甲");
    EXPECT_EQ(sm4(key, nonce, sealed), "测试甲");
}

}  // namespace
}  // namespace anlan::seal

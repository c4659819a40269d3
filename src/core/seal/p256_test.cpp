#include "seal/p256.hpp"

#include <gtest/gtest.h>

#include "seal/base64url.hpp"

namespace anlan::seal {
namespace {

std::string bytes_of(std::string_view hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes.push_back(static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
    return bytes;
}

TEST(base64url, reads_back_every_length_and_refuses_what_is_none) {
    for (std::size_t size = 0; size < 70; ++size) {
        std::string bytes;
        for (std::size_t i = 0; i < size; ++i) bytes.push_back(static_cast<char>(255 - i * 7));
        EXPECT_EQ(from_base64url(to_base64url(bytes)), bytes);
    }
    EXPECT_EQ(to_base64url("\xfb\xff"), "-_8");
    EXPECT_EQ(from_base64url("-_8="), "\xfb\xff");
    EXPECT_FALSE(from_base64url("a+b/"));
    EXPECT_FALSE(from_base64url("abcde"));
}

TEST(p256, two_agree_and_a_stranger_does_not) {
    const auto one = new_p256(), other = new_p256(), stranger = new_p256();
    const auto shared = p256_agree(one, p256_point(other));
    EXPECT_EQ(shared.size(), 32u);
    EXPECT_EQ(shared, p256_agree(other, p256_point(one)));
    EXPECT_NE(shared, p256_agree(stranger, p256_point(one)));
}

TEST(p256, refuses_what_is_no_point_of_the_curve) {
    auto point = p256_point(new_p256());
    EXPECT_TRUE(is_p256_point(point));
    point.back() = static_cast<char>(point.back() ^ 1);
    EXPECT_FALSE(is_p256_point(point));
    EXPECT_FALSE(is_p256_point(""));
    EXPECT_FALSE(is_p256_point(std::string(65, '\4')));
    EXPECT_EQ(p256_agree(new_p256(), point), "");
    EXPECT_EQ(p256_point("no key"), "");
    EXPECT_EQ(p256_point(new_key_pair().private_pem), "") << "the curve of SM2 is another";
}

TEST(es256, signs_what_verifies_and_nothing_else) {
    const auto key = new_p256();
    for (int i = 0; i < 200; ++i) {  // r or s begins with zeros now and then
        const auto signature = es256_sign(key, std::to_string(i));
        ASSERT_EQ(signature.size(), 64u);
        ASSERT_TRUE(es256_verify(p256_point(key), std::to_string(i), signature));
        ASSERT_FALSE(es256_verify(p256_point(key), "other", signature));
    }
    EXPECT_FALSE(es256_verify(p256_point(new_p256()), "1", es256_sign(key, "1")));
    EXPECT_FALSE(es256_verify(p256_point(key), "1", "short"));
}

// RFC 5869, A.1.
TEST(hkdf, gives_the_published_bytes) {
    const auto okm = hkdf_sha256(
        bytes_of("000102030405060708090a0b0c"),
        bytes_of("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"),
        bytes_of("f0f1f2f3f4f5f6f7f8f9"),
        32
    );
    EXPECT_EQ(to_hex(okm), "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
}

TEST(aes128_gcm, opens_what_it_sealed_and_refuses_a_changed_byte) {
    const std::string key(16, 'k'), nonce(12, 'n');
    auto sealed = aes128_gcm_seal(key, nonce, "安澜");
    EXPECT_EQ(sealed.size(), 6u + kTagBytes);
    EXPECT_EQ(aes128_gcm_open(key, nonce, sealed), "安澜");
    EXPECT_FALSE(aes128_gcm_open(std::string(16, 'x'), nonce, sealed));
    sealed[2] = static_cast<char>(sealed[2] ^ 1);
    EXPECT_FALSE(aes128_gcm_open(key, nonce, sealed));
    EXPECT_FALSE(aes128_gcm_open(key, nonce, "short"));
}

}  // namespace
}  // namespace anlan::seal

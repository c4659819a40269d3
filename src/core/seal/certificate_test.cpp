#include "seal/certificate.hpp"

#include <gtest/gtest.h>

#include "seal/seal.hpp"
#include "seal/tls_client.hpp"

namespace anlan::seal {
namespace {

std::string from_hex(std::string_view hex) {
    std::string out;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        out += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
    return out;
}

TEST(an_ed25519_seed, signs_like_the_second_vector_of_rfc_8032) {
    const auto seed = from_hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    EXPECT_EQ(to_hex(ed25519_public(seed)), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    EXPECT_EQ(
        to_hex(ed25519_sign(seed, "\x72")),
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    );
}

TEST(a_certificate, is_made_anew_each_time_and_is_small) {
    const auto one = make_certificate("350581000000"), other = make_certificate("350581000000");
    EXPECT_NE(one.certificate_pem, other.certificate_pem);
    EXPECT_LT(one.certificate_pem.size(), 700U);
}

TEST(a_tls_client, says_what_went_wrong_when_the_other_side_speaks_no_tls) {
    TlsClient client(make_certificate("x").certificate_pem);
    EXPECT_LT(client.take_cipher_text().size(), 250U) << "the greeting must be short";
    client.feed("HTTP/1.1 400 Bad Request\r\n\r\n");
    EXPECT_FALSE(client.established());
    EXPECT_FALSE(client.fault().empty());
}

}  // namespace
}  // namespace anlan::seal

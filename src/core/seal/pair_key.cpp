#include "seal/pair_key.hpp"

#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/pem.h>

#include <memory>

#include "base/ensure.hpp"
#include "seal/mac.hpp"

namespace anlan::seal {

namespace {

constexpr int kCoordinateBytes = 32;

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(BIO* bio) const { BIO_free(bio); }
    void operator()(BIGNUM* number) const { BN_clear_free(number); }
    void operator()(EC_GROUP* group) const { EC_GROUP_free(group); }
    void operator()(EC_POINT* point) const { EC_POINT_clear_free(point); }
    void operator()(EVP_MD* digest) const { EVP_MD_free(digest); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

Owned<BIO> reading(std::string_view text) {
    return Owned<BIO>(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

}  // namespace

std::string pair_key(std::string_view own_private_pem, std::string_view other_public_pem) {
    const auto private_bio = reading(own_private_pem), public_bio = reading(other_public_pem);
    const Owned<EVP_PKEY> own(PEM_read_bio_PrivateKey(private_bio.get(), nullptr, nullptr, nullptr));
    const Owned<EVP_PKEY> other(PEM_read_bio_PUBKEY(public_bio.get(), nullptr, nullptr, nullptr));
    if (!own || !other) return {};
    BIGNUM* number = nullptr;
    if (EVP_PKEY_get_bn_param(own.get(), OSSL_PKEY_PARAM_PRIV_KEY, &number) != 1) return {};
    const Owned<BIGNUM> secret(number);
    unsigned char encoded[1 + 2 * kCoordinateBytes];
    std::size_t size = 0;
    if (EVP_PKEY_get_octet_string_param(other.get(), OSSL_PKEY_PARAM_PUB_KEY, encoded, sizeof encoded, &size) != 1)
        return {};
    const Owned<EC_GROUP> group(EC_GROUP_new_by_curve_name(NID_sm2));
    const Owned<EC_POINT> theirs(EC_POINT_new(group.get())), shared(EC_POINT_new(group.get()));
    const Owned<BIGNUM> x(BN_new());
    if (EC_POINT_oct2point(group.get(), theirs.get(), encoded, size, nullptr) != 1) return {};  // checks the curve too
    if (EC_POINT_mul(group.get(), shared.get(), nullptr, theirs.get(), secret.get(), nullptr) != 1) return {};
    if (EC_POINT_get_affine_coordinates(group.get(), shared.get(), x.get(), nullptr, nullptr) != 1) return {};
    std::string coordinate(kCoordinateBytes, '\0');
    BN_bn2binpad(x.get(), reinterpret_cast<unsigned char*>(coordinate.data()), kCoordinateBytes);
    return mac_sm3("anlan federation 1", coordinate);
}

std::string code_of(std::string_view key, std::string_view text) {
    return mac_sm3(key, text).substr(0, kCodeBytes);
}

bool code_agrees(std::string_view key, std::string_view text, std::string_view code) {
    if (key.empty() || code.size() != kCodeBytes) return false;
    return CRYPTO_memcmp(code_of(key, text).data(), code.data(), kCodeBytes) == 0;
}

}  // namespace anlan::seal

#include "seal/p256.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <memory>

#include "base/ensure.hpp"
#include "seal/mac.hpp"

namespace anlan::seal {

namespace {

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
    void operator()(ECDSA_SIG* signature) const { ECDSA_SIG_free(signature); }
    void operator()(BIO* bio) const { BIO_free(bio); }
};
template <class T>
using Held = std::unique_ptr<T, Free>;
using Key = Held<EVP_PKEY>;

constexpr int kHalf = 32;

const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* raw(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

Key key_of(std::string_view private_pem) {
    const Held<BIO> bio(BIO_new_mem_buf(private_pem.data(), static_cast<int>(private_pem.size())));
    Key key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_EC) return nullptr;
    return key;
}

/// A point that is not on the curve is no key: OpenSSL refuses it.
Key key_of_point(std::string_view point) {
    if (point.size() != kPointBytes || point.front() != 4) return nullptr;
    Key key(EVP_PKEY_new());
    const Held<EVP_PKEY_CTX> curve(EVP_PKEY_CTX_new_id(EVP_PKEY_EC, nullptr));
    EVP_PKEY* parameters = nullptr;
    const bool ready = EVP_PKEY_paramgen_init(curve.get()) == 1 &&
                       EVP_PKEY_CTX_set_ec_paramgen_curve_nid(curve.get(), NID_X9_62_prime256v1) == 1 &&
                       EVP_PKEY_paramgen(curve.get(), &parameters) == 1;
    key.reset(parameters);
    if (!ready || EVP_PKEY_set1_encoded_public_key(key.get(), raw(point), point.size()) != 1) return nullptr;
    return key;
}

std::string half_of(const BIGNUM* number) {
    std::string bytes(kHalf, '\0');
    ensure(BN_bn2binpad(number, raw(bytes), kHalf) == kHalf, "half a signature has 32 bytes");
    return bytes;
}

}  // namespace

std::string new_p256() {
    const Key key(EVP_EC_gen("P-256"));
    const Held<BIO> bio(BIO_new(BIO_s_mem()));
    const bool written =
        key && PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1;
    ensure(written, "a key can be made and written");
    char* text = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

std::string p256_point(std::string_view private_pem) {
    const auto key = key_of(private_pem);
    std::string point(kPointBytes, '\0');
    std::size_t size = 0;
    const bool read =
        key &&
        EVP_PKEY_get_octet_string_param(key.get(), OSSL_PKEY_PARAM_PUB_KEY, raw(point), point.size(), &size) == 1;
    return read && size == kPointBytes ? point : std::string();
}

bool is_p256_point(std::string_view point) {
    return key_of_point(point) != nullptr;
}

std::string p256_agree(std::string_view private_pem, std::string_view other_point) {
    const auto own = key_of(private_pem);
    const auto other = key_of_point(other_point);
    if (!own || !other) return {};
    const Held<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new(own.get(), nullptr));
    std::string shared(kHalf, '\0');
    auto size = shared.size();
    const bool agreed = EVP_PKEY_derive_init(context.get()) == 1 &&
                        EVP_PKEY_derive_set_peer(context.get(), other.get()) == 1 &&
                        EVP_PKEY_derive(context.get(), raw(shared), &size) == 1;
    return agreed && size == shared.size() ? shared : std::string();
}

std::string es256_sign(std::string_view private_pem, std::string_view text) {
    const auto key = key_of(private_pem);
    if (!key) return {};
    const Held<EVP_MD_CTX> context(EVP_MD_CTX_new());
    std::string der(static_cast<std::size_t>(EVP_PKEY_get_size(key.get())), '\0');
    auto size = der.size();
    const bool is_signed = EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
                           EVP_DigestSign(context.get(), raw(der), &size, raw(text), text.size()) == 1;
    ensure(is_signed, "a key of P-256 signs");
    const auto* at = raw(std::string_view(der));
    const Held<ECDSA_SIG> signature(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(size)));
    ensure(signature != nullptr, "what OpenSSL signed it reads");
    return half_of(ECDSA_SIG_get0_r(signature.get())) + half_of(ECDSA_SIG_get0_s(signature.get()));
}

bool es256_verify(std::string_view point, std::string_view text, std::string_view signature) {
    const auto key = key_of_point(point);
    if (!key || signature.size() != 2 * kHalf) return false;
    const Held<ECDSA_SIG> read(ECDSA_SIG_new());
    ECDSA_SIG_set0(
        read.get(), BN_bin2bn(raw(signature), kHalf, nullptr), BN_bin2bn(raw(signature) + kHalf, kHalf, nullptr)
    );
    unsigned char* der = nullptr;
    const auto size = i2d_ECDSA_SIG(read.get(), &der);
    const Held<EVP_MD_CTX> context(EVP_MD_CTX_new());
    const bool right =
        size > 0 && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
        EVP_DigestVerify(context.get(), der, static_cast<std::size_t>(size), raw(text), text.size()) == 1;
    OPENSSL_free(der);
    return right;
}

std::string hkdf_sha256(std::string_view salt, std::string_view secret, std::string_view info, std::size_t bytes) {
    ensure(bytes <= 32, "one block of HKDF is enough");
    return mac_sha256(mac_sha256(salt, secret), std::string(info) + '\1').substr(0, bytes);
}

std::string aes128_gcm_seal(std::string_view key, std::string_view nonce, std::string_view text) {
    ensure(key.size() == 16 && nonce.size() == 12, "AES-128-GCM takes 16 bytes of key and 12 of nonce");
    const Held<EVP_CIPHER_CTX> context(EVP_CIPHER_CTX_new());
    std::string out(text.size() + kTagBytes, '\0');
    int size = 0, last = 0;
    const bool is_sealed =
        EVP_EncryptInit_ex(context.get(), EVP_aes_128_gcm(), nullptr, raw(key), raw(nonce)) == 1 &&
        EVP_EncryptUpdate(context.get(), raw(out), &size, raw(text), static_cast<int>(text.size())) == 1 &&
        EVP_EncryptFinal_ex(context.get(), raw(out) + size, &last) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, kTagBytes, raw(out) + text.size()) == 1;
    ensure(is_sealed, "AES-128-GCM is available");
    return out;
}

std::optional<std::string> aes128_gcm_open(std::string_view key, std::string_view nonce, std::string_view sealed) {
    if (key.size() != 16 || nonce.size() != 12 || sealed.size() < kTagBytes) return std::nullopt;
    const Held<EVP_CIPHER_CTX> context(EVP_CIPHER_CTX_new());
    std::string out(sealed.size() - kTagBytes, '\0'), tag(sealed.substr(out.size()));
    int size = 0, last = 0;
    const bool opened =
        EVP_DecryptInit_ex(context.get(), EVP_aes_128_gcm(), nullptr, raw(key), raw(nonce)) == 1 &&
        EVP_DecryptUpdate(context.get(), raw(out), &size, raw(sealed), static_cast<int>(out.size())) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, kTagBytes, raw(tag)) == 1 &&
        EVP_DecryptFinal_ex(context.get(), raw(out) + size, &last) == 1;
    if (!opened) return std::nullopt;
    return out;
}

}  // namespace anlan::seal

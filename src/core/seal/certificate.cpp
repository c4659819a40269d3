#include "seal/certificate.hpp"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>

#include <memory>

#include "base/ensure.hpp"

namespace anlan::seal {

namespace {

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(BIO* bio) const { BIO_free(bio); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;

template <class Write>
std::string as_pem(Write write) {
    const std::unique_ptr<BIO, Free> bio(BIO_new(BIO_s_mem()));
    ensure(write(bio.get()) == 1, "a key or certificate can be written");
    char* text = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Key ed25519_key(std::string_view seed) {
    Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, raw(seed), seed.size()));
    ensure(key != nullptr, "an Ed25519 seed has 32 bytes");
    return key;
}

}  // namespace

Certificate make_certificate(std::string_view common_name) {
    constexpr long kThirtyYears = 30L * 365 * 24 * 3600, kDay = 24 * 3600;
    const Key key(EVP_EC_gen("P-256"));
    const std::unique_ptr<X509, Free> made(X509_new());
    std::int64_t serial = 0;
    ensure(RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial) == 1, "the machine has randomness");
    X509_set_version(made.get(), X509_VERSION_3);
    ASN1_INTEGER_set_int64(X509_get_serialNumber(made.get()), serial & 0x7fffffffffffffff);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), -kDay);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), kThirtyYears);
    auto* name = X509_get_subject_name(made.get());
    X509_NAME_add_entry_by_txt(
        name, "CN", MBSTRING_UTF8, raw(common_name), static_cast<int>(common_name.size()), -1, 0
    );
    X509_set_issuer_name(made.get(), name);
    X509_set_pubkey(made.get(), key.get());
    ensure(X509_sign(made.get(), key.get(), EVP_sha256()) > 0, "a certificate can be signed");
    const auto write_key = [&](BIO* out) {
        return PEM_write_bio_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    };
    return {as_pem([&](BIO* out) { return PEM_write_bio_X509(out, made.get()); }), as_pem(write_key)};
}

std::string ed25519_public(std::string_view seed) {
    const auto key = ed25519_key(seed);
    std::string out(32, '\0');
    auto size = out.size();
    EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char*>(out.data()), &size);
    return out;
}

std::string ed25519_sign(std::string_view seed, std::string_view text) {
    const auto key = ed25519_key(seed);
    const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
    std::string out(64, '\0');
    auto size = out.size();
    ensure(EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1, "Ed25519 signs");
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(out.data()), &size, raw(text), text.size());
    return out;
}

}  // namespace anlan::seal

#include "seal/signer.hpp"

#include <openssl/bio.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include "base/ensure.hpp"

namespace anlan::seal {

namespace {

constexpr std::string_view kUserId = "1234567812345678";  // the default of GM/T 0009
constexpr int kHalf = 32;

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    void operator()(BIO* bio) const { BIO_free(bio); }
    void operator()(ECDSA_SIG* signature) const { ECDSA_SIG_free(signature); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Bio = std::unique_ptr<BIO, Free>;
using Signature = std::unique_ptr<ECDSA_SIG, Free>;

const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

struct Context {
    explicit Context(EVP_PKEY* key) : id(EVP_PKEY_CTX_new(key, nullptr)), digest(EVP_MD_CTX_new()) {
        EVP_PKEY_CTX_set1_id(id.get(), kUserId.data(), static_cast<int>(kUserId.size()));
        EVP_MD_CTX_set_pkey_ctx(digest.get(), id.get());
    }
    std::unique_ptr<EVP_PKEY_CTX, Free> id;
    std::unique_ptr<EVP_MD_CTX, Free> digest;
};

std::string short_form(std::string_view der) {
    const auto* at = raw(der);
    Signature signature(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
    ensure(signature != nullptr, "SM2 gives a DER signature");
    std::string both(kSignatureBytes, '\0');
    auto* out = reinterpret_cast<unsigned char*>(both.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), out, kHalf);
    BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), out + kHalf, kHalf);
    return both;
}

std::string der_form(std::string_view both) {
    Signature signature(ECDSA_SIG_new());
    ECDSA_SIG_set0(
        signature.get(), BN_bin2bn(raw(both), kHalf, nullptr), BN_bin2bn(raw(both) + kHalf, kHalf, nullptr)
    );
    unsigned char* der = nullptr;
    const auto size = i2d_ECDSA_SIG(signature.get(), &der);
    std::string text(reinterpret_cast<char*>(der), static_cast<std::size_t>(std::max(size, 0)));
    OPENSSL_free(der);
    return text;
}

}  // namespace

struct Signer::Inside {
    Key key;
};

Signer::Signer(std::string_view private_pem) : inside_(std::make_unique<Inside>()) {
    Bio bio(BIO_new_mem_buf(private_pem.data(), static_cast<int>(private_pem.size())));
    inside_->key.reset(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
    ensure(inside_->key != nullptr, "the node's private key is readable");
}
Signer::~Signer() = default;
Signer::Signer(Signer&&) noexcept = default;

std::string Signer::sign(std::string_view text) const {
    auto* key = inside_->key.get();
    Context context(key);
    ensure(EVP_DigestSignInit(context.digest.get(), nullptr, EVP_sm3(), nullptr, key) == 1, "SM2 signs");
    std::size_t size = 0;
    EVP_DigestSign(context.digest.get(), nullptr, &size, raw(text), text.size());
    std::string der(size, '\0');
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    ensure(EVP_DigestSign(context.digest.get(), out, &size, raw(text), text.size()) == 1, "SM2 signs");
    der.resize(size);
    return short_form(der);
}

struct Checker::Inside {
    Key key;
};

Checker::Checker(std::string_view public_pem) : inside_(std::make_unique<Inside>()) {
    Bio bio(BIO_new_mem_buf(public_pem.data(), static_cast<int>(public_pem.size())));
    inside_->key.reset(PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr));
}
Checker::~Checker() = default;
Checker::Checker(Checker&&) noexcept = default;

bool Checker::agrees(std::string_view text, std::string_view signature) const {
    auto* key = inside_->key.get();
    if (key == nullptr || signature.size() != kSignatureBytes) return false;
    Context context(key);
    if (EVP_DigestVerifyInit(context.digest.get(), nullptr, EVP_sm3(), nullptr, key) != 1) return false;
    const auto der = der_form(signature);
    return EVP_DigestVerify(context.digest.get(), raw(der), der.size(), raw(text), text.size()) == 1;
}

}  // namespace anlan::seal

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <memory>

#include "base/ensure.hpp"
#include "seal/seal.hpp"

namespace anlan::seal {

namespace {

constexpr std::string_view kUserId = "1234567812345678";  // the default of GM/T 0009

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    void operator()(BIO* bio) const { BIO_free(bio); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Bio = std::unique_ptr<BIO, Free>;

std::string text_of(BIO* bio) {
    char* text = nullptr;
    const auto size = BIO_get_mem_data(bio, &text);
    return {text, static_cast<std::size_t>(size)};
}

/// A digest context prepared for SM2 with the user id; it must outlive neither key nor id.
struct Sm2Context {
    explicit Sm2Context(EVP_PKEY* key) : id(EVP_PKEY_CTX_new(key, nullptr)), digest(EVP_MD_CTX_new()) {
        EVP_PKEY_CTX_set1_id(id.get(), kUserId.data(), static_cast<int>(kUserId.size()));
        EVP_MD_CTX_set_pkey_ctx(digest.get(), id.get());
    }
    std::unique_ptr<EVP_PKEY_CTX, Free> id;
    std::unique_ptr<EVP_MD_CTX, Free> digest;
};

std::string from_base64(std::string_view text) {
    std::string out(text.size() / 4 * 3, '\0');
    const auto size = EVP_DecodeBlock(
        reinterpret_cast<unsigned char*>(out.data()),
        reinterpret_cast<const unsigned char*>(text.data()),
        static_cast<int>(text.size())
    );
    if (size < 0) return {};
    auto padding = text.size() - text.find_last_not_of('=') - 1;
    out.resize(static_cast<std::size_t>(size) - std::min<std::size_t>(padding, 2));
    return out;
}

}  // namespace

KeyPair new_key_pair() {
    Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "SM2"));
    ensure(key != nullptr, "an SM2 key can be made");
    Bio priv(BIO_new(BIO_s_mem())), pub(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(priv.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    PEM_write_bio_PUBKEY(pub.get(), key.get());
    return {text_of(priv.get()), text_of(pub.get())};
}

std::string sign(std::string_view private_pem, std::string_view text) {
    Bio bio(BIO_new_mem_buf(private_pem.data(), static_cast<int>(private_pem.size())));
    Key key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
    ensure(key != nullptr, "the node's private key is readable");
    Sm2Context context(key.get());
    std::size_t size = 0;
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    ensure(EVP_DigestSignInit(context.digest.get(), nullptr, EVP_sm3(), nullptr, key.get()) == 1, "SM2 signs");
    EVP_DigestSign(context.digest.get(), nullptr, &size, bytes, text.size());
    std::string signature(size, '\0');
    EVP_DigestSign(context.digest.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, bytes, text.size());
    signature.resize(size);
    return to_base64(signature);
}

bool verify(std::string_view public_pem, std::string_view text, std::string_view signature) {
    Bio bio(BIO_new_mem_buf(public_pem.data(), static_cast<int>(public_pem.size())));
    Key key(PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr));
    const auto raw = from_base64(signature);
    if (!key || raw.empty()) return false;
    Sm2Context context(key.get());
    if (EVP_DigestVerifyInit(context.digest.get(), nullptr, EVP_sm3(), nullptr, key.get()) != 1) return false;
    return EVP_DigestVerify(
               context.digest.get(),
               reinterpret_cast<const unsigned char*>(raw.data()),
               raw.size(),
               reinterpret_cast<const unsigned char*>(text.data()),
               text.size()
           ) == 1;
}

}  // namespace anlan::seal

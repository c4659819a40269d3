#include "seal/mac.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace anlan::seal {

namespace {

std::string mac(const EVP_MD* digest, std::string_view key, std::string_view text) {
    std::string code(EVP_MAX_MD_SIZE, '\0');
    unsigned int size = 0;
    HMAC(
        digest,
        key.data(),
        static_cast<int>(key.size()),
        reinterpret_cast<const unsigned char*>(text.data()),
        text.size(),
        reinterpret_cast<unsigned char*>(code.data()),
        &size
    );
    code.resize(size);
    return code;
}

}  // namespace

std::string mac_sm3(std::string_view key, std::string_view text) {
    return mac(EVP_sm3(), key, text);
}

std::string mac_sha1(std::string_view key, std::string_view text) {
    return mac(EVP_sha1(), key, text);
}

std::string mac_sha256(std::string_view key, std::string_view text) {
    return mac(EVP_sha256(), key, text);
}

}  // namespace anlan::seal

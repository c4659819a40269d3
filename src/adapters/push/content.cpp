#include "push/content.hpp"

#include "seal/p256.hpp"

namespace anlan::push {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kSaltBytes = 16, kHeadBytes = kSaltBytes + 4 + 1 + seal::kPointBytes;
constexpr std::string_view kRecordSize = "\0\0\x10\0"sv;  // 4,096
constexpr char kLastRecord = 2;

struct Keys {
    std::string content, nonce;
};

// RFC 8291, 3.4.
Keys keys_of(
    std::string_view shared,
    std::string_view auth,
    std::string_view browser_point,
    std::string_view sender_point,
    std::string_view salt
) {
    const auto info = std::string("WebPush: info\0"sv) + std::string(browser_point) + std::string(sender_point);
    const auto secret = seal::hkdf_sha256(auth, shared, info, 32);
    return {
        seal::hkdf_sha256(salt, secret, "Content-Encoding: aes128gcm\0"sv, 16),
        seal::hkdf_sha256(salt, secret, "Content-Encoding: nonce\0"sv, 12)};
}

}  // namespace

std::string seal_content(
    std::string_view words,
    std::string_view browser_point,
    std::string_view auth,
    std::string_view sender_pem,
    std::string_view salt
) {
    const auto shared = seal::p256_agree(sender_pem, browser_point);
    const auto sender_point = seal::p256_point(sender_pem);
    if (shared.empty() || salt.size() != kSaltBytes || words.size() > kWordsMost_bytes) return {};
    const auto keys = keys_of(shared, auth, browser_point, sender_point, salt);
    std::string content(salt);
    content += kRecordSize;
    content += static_cast<char>(seal::kPointBytes);
    content += sender_point;
    content += seal::aes128_gcm_seal(keys.content, keys.nonce, std::string(words) + kLastRecord);
    return content;
}

std::optional<std::string> open_content(std::string_view content, std::string_view browser_pem, std::string_view auth) {
    if (content.size() <= kHeadBytes || content[kSaltBytes + 4] != static_cast<char>(seal::kPointBytes))
        return std::nullopt;
    const auto sender_point = content.substr(kSaltBytes + 5, seal::kPointBytes);
    const auto shared = seal::p256_agree(browser_pem, sender_point);
    if (shared.empty()) return std::nullopt;
    const auto keys = keys_of(shared, auth, seal::p256_point(browser_pem), sender_point, content.substr(0, kSaltBytes));
    auto words = seal::aes128_gcm_open(keys.content, keys.nonce, content.substr(kHeadBytes));
    if (!words) return std::nullopt;
    while (!words->empty() && words->back() == '\0') words->pop_back();
    if (words->empty() || words->back() != kLastRecord) return std::nullopt;
    words->pop_back();
    return words;
}

}  // namespace anlan::push

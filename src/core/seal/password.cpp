#include "seal/password.hpp"

#include <argon2.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <cstdio>

#include "base/ensure.hpp"

namespace anlan::seal {

namespace {

constexpr std::uint32_t kLanes = 1;
constexpr std::int64_t kStep_seconds = 30;
constexpr std::string_view kBase32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

std::string from_base32(std::string_view text) {
    std::string bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const auto at = kBase32.find(c);
        if (at == std::string_view::npos) continue;
        bits = (bits << 5) | static_cast<std::uint32_t>(at);
        count += 5;
        if (count < 8) continue;
        count -= 8;
        bytes.push_back(static_cast<char>(bits >> count));
    }
    return bytes;
}

std::string totp(std::string_view secret, std::int64_t step) {
    std::array<unsigned char, 8> message{};
    for (std::size_t i = 0; i < 8; ++i) message[i] = static_cast<unsigned char>(step >> (56 - 8 * i));
    const auto key = from_base32(secret);
    std::array<unsigned char, 20> mac{};
    unsigned int size = 0;
    HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), message.data(), message.size(), mac.data(), &size);
    const auto at = static_cast<std::size_t>(mac[19] & 15);
    const auto number = (std::uint32_t(mac[at] & 127) << 24) | (std::uint32_t(mac[at + 1]) << 16) |
                        (std::uint32_t(mac[at + 2]) << 8) | mac[at + 3];
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "%06u", number % 1'000'000);
    return text.data();
}

}  // namespace

std::string hash_password(std::string_view password, Dice& dice) {
    return hash_password(password, dice, PasswordCost{});
}

std::string hash_password(std::string_view password, Dice& dice, PasswordCost cost) {
    const auto salt = dice.bytes(16);
    std::array<char, 160> encoded{};
    const auto fault = argon2id_hash_encoded(
        cost.passes,
        cost.memory_kib,
        kLanes,
        password.data(),
        password.size(),
        salt.data(),
        salt.size(),
        32,
        encoded.data(),
        encoded.size()
    );
    ensure(fault == ARGON2_OK, "argon2 hashes a password");
    return encoded.data();
}

bool password_matches(std::string_view hash, std::string_view password) {
    return argon2id_verify(std::string(hash).c_str(), password.data(), password.size()) == ARGON2_OK;
}

std::string new_totp_secret(Dice& dice) {
    std::string secret;
    for (const char c : dice.bytes(32)) secret.push_back(kBase32[static_cast<unsigned char>(c) % 32]);
    return secret;
}

std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, std::int64_t unix_seconds) {
    const auto step = unix_seconds / kStep_seconds;
    for (const auto near : {step, step - 1, step + 1})
        if (totp(secret, near) == code) return near;
    return std::nullopt;
}

bool totp_matches(std::string_view secret, std::string_view code, std::int64_t unix_seconds) {
    return totp_step(secret, code, unix_seconds).has_value();
}

std::string totp_code(std::string_view secret, std::int64_t unix_seconds) {
    return totp(secret, unix_seconds / kStep_seconds);
}

}  // namespace anlan::seal

#include "nats/nkey.hpp"

#include <optional>

#include "seal/certificate.hpp"

namespace anlan::nats {

namespace {

constexpr unsigned kSeedPrefix = 18U << 3, kUserPrefix = 20U << 3;  // the letters S and U in base32
constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

std::uint16_t crc16(std::string_view bytes) {
    std::uint16_t sum = 0;
    for (const unsigned char byte : bytes) {
        sum = static_cast<std::uint16_t>(sum ^ (byte << 8));
        for (int bit = 0; bit < 8; ++bit)
            sum = static_cast<std::uint16_t>((sum & 0x8000) != 0 ? (sum << 1) ^ 0x1021 : sum << 1);
    }
    return sum;
}

std::string to_base32(std::string_view bytes) {
    std::string out;
    unsigned held = 0, bits = 0;
    for (const unsigned char byte : bytes) {
        held = held << 8 | byte, bits += 8;
        for (; bits >= 5; bits -= 5) out += kAlphabet[held >> (bits - 5) & 31];
        held &= (1U << bits) - 1;
    }
    if (bits > 0) out += kAlphabet[held << (5 - bits) & 31];
    return out;
}

std::optional<std::string> from_base32(std::string_view text) {
    std::string out;
    unsigned held = 0, bits = 0;
    for (const char letter : text) {
        const auto value = kAlphabet.find(letter);
        if (value == std::string_view::npos) return std::nullopt;
        held = held << 5 | static_cast<unsigned>(value), bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        out += static_cast<char>(held >> bits);
        held &= (1U << bits) - 1;
    }
    return out;
}

std::string with_sum(std::string bytes) {
    const auto sum = crc16(bytes);
    bytes += static_cast<char>(sum & 255), bytes += static_cast<char>(sum >> 8);
    return to_base32(bytes);
}

std::string public_text(std::string_view raw_seed) {
    return with_sum(std::string(1, static_cast<char>(kUserPrefix)) + seal::ed25519_public(raw_seed));
}

/// The 32 bytes within a user's seed.
std::optional<std::string> raw_seed(std::string_view text) {
    const auto bytes = from_base32(text);
    if (!bytes || bytes->size() != 36) return std::nullopt;
    const auto inner = bytes->substr(2, 32);
    const std::string role{
        static_cast<char>(kSeedPrefix | kUserPrefix >> 5), static_cast<char>((kUserPrefix & 31) << 3)};
    if (with_sum(role + inner) != text) return std::nullopt;
    return inner;
}

}  // namespace

NkeyPair make_nkey(seal::Dice& dice) {
    const auto inner = dice.bytes(32);
    const std::string role{
        static_cast<char>(kSeedPrefix | kUserPrefix >> 5), static_cast<char>((kUserPrefix & 31) << 3)};
    return {with_sum(role + inner), public_text(inner)};
}

std::string nkey_public(std::string_view seed) {
    const auto inner = raw_seed(seed);
    return inner ? public_text(*inner) : std::string();
}

std::string nkey_sign(std::string_view seed, std::string_view text) {
    const auto inner = raw_seed(seed);
    return inner ? seal::to_base64(seal::ed25519_sign(*inner, text)) : std::string();
}

}  // namespace anlan::nats

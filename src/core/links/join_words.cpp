#include "links/join_words.hpp"

#include <fmt/format.h>

#include <cctype>

#include "seal/pair_key.hpp"
#include "seal/seal.hpp"

namespace anlan::links {

namespace {

constexpr std::string_view kLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";  // no I, O, 0, 1
constexpr std::size_t kGroup = 4, kFingerprintDigits = 20;

std::string in_groups(std::string_view letters, char between) {
    std::string text;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (i > 0 && i % kGroup == 0) text += between;
        text += letters[i];
    }
    return text;
}

}  // namespace

std::string code_from(std::string_view random) {
    std::string letters;
    for (std::size_t i = 0; i < kCodeLetters && i < random.size(); ++i)
        letters += kLetters[static_cast<unsigned char>(random[i]) % kLetters.size()];
    return in_groups(letters, '-');
}

std::string code_as_typed(std::string_view typed) {
    std::string letters;
    for (const unsigned char each : typed)
        if (std::isalnum(each) != 0) letters += static_cast<char>(std::toupper(each));
    return in_groups(letters, '-');
}

CodeKey key_of_code(std::string_view code) {
    const auto letters = code_as_typed(code);
    return {seal::sm3("anlan join code id\n" + letters).substr(0, 16), seal::sm3("anlan join code\n" + letters)};
}

std::string CodeKey::mark(std::string_view text) const {
    return seal::to_hex(seal::code_of(digest, text));
}

bool CodeKey::made(std::string_view text, std::string_view given) const {
    return seal::sm3(mark(text)) == seal::sm3(given);  // of digests, so that the time taken tells nothing
}

std::string fingerprint_of(const AreaCode& child, std::string_view child_pem, std::string_view parent_pem) {
    const auto digest = seal::sm3(fmt::format("anlan join fingerprint\n{}\n{}\n{}", child.text, child_pem, parent_pem));
    std::string digits;
    for (std::size_t i = 0; i < kFingerprintDigits; ++i)
        digits += static_cast<char>('0' + std::stoi(digest.substr(i * 3, 3), nullptr, 16) % 10);
    return in_groups(digits, ' ');
}

std::string JoinAsk::text() const {
    return fmt::format("anlan join ask\n{}\n{}\n{}\n{}\n{}", code_id, area.text, name, public_pem, nkey);
}

std::string JoinPoll::text() const {
    return fmt::format("anlan join poll\n{}\n{}", code_id, area.text);
}

std::string JoinAnswer::text(const AreaCode& child) const {
    const auto to = door.value_or(Door{});
    return fmt::format(
        "anlan join answer\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}",
        child.text,
        state,
        reason,
        area.text,
        name,
        public_pem,
        fingerprint,
        to.host,
        to.port,
        to.certificate
    );
}

std::string StatusAsk::text(const AreaCode& area) const {
    return fmt::format("anlan node status\n{}\n{}", area.text, at.time_since_epoch().count());
}

}  // namespace anlan::links

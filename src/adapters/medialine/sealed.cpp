#include "medialine/sealed.hpp"

#include <charconv>

#include "seal/mac.hpp"
#include "seal/pair_key.hpp"
#include "seal/seal.hpp"

namespace anlan::medialine {

namespace {

constexpr char kMark = static_cast<char>(0xA4);
constexpr std::size_t kWord = 8, kKeyBytes = 16, kAreaDigits = 12;
constexpr std::size_t kHead = 1 + kWord + kWord;  // mark, sender, number
constexpr std::size_t kInner = 1 + kWord;         // kind, stream
constexpr std::size_t kLeast = kHead + kInner + seal::kCodeBytes;

void put(std::string& into, std::uint64_t value) {
    for (int shift = 56; shift >= 0; shift -= 8) into += static_cast<char>(value >> shift & 0xFF);
}

std::uint64_t take(std::string_view bytes, std::size_t at) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < kWord; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::uint64_t number_of(const AreaCode& area) {
    std::uint64_t number = 0;
    std::from_chars(area.text.data(), area.text.data() + area.text.size(), number);
    return number;
}

std::string derived(const Session& session, const char* what) {
    const auto text =
        std::string("anlan media ") + what + "\n" + session.from.text + "\n" + session.to.text + "\n" + session.name;
    return seal::mac_sm3(session.pair_key, text);
}

/// A packet's number counts the first half of the counter up, its blocks of 16 bytes the second.
std::string sealed(const std::string& key, std::uint64_t number, std::string_view text) {
    std::string nonce;
    put(nonce, number);
    put(nonce, 0);
    return seal::sm4(key, nonce, text);
}

}  // namespace

std::optional<AreaCode> sender_of(std::string_view datagram) {
    if (datagram.size() < kLeast || datagram.front() != kMark) return std::nullopt;
    auto digits = std::to_string(take(datagram, 1));
    if (digits.size() > kAreaDigits) return std::nullopt;
    return AreaCode{std::string(kAreaDigits - digits.size(), '0') + digits};
}

Sealer::Sealer(const Session& session)
    : head_(1, kMark), key_(derived(session, "seal").substr(0, kKeyBytes)), code_key_(derived(session, "code")) {
    put(head_, number_of(session.from));
}

std::string Sealer::seal(const Packet& packet) {
    auto made = head_;
    put(made, ++number_);
    std::string inner(1, static_cast<char>(packet.kind));
    put(inner, packet.stream);
    inner += packet.body;
    made += sealed(key_, number_, inner);
    return made + seal::code_of(code_key_, made);
}

Opener::Opener(const Session& session)
    : key_(derived(session, "seal").substr(0, kKeyBytes)), code_key_(derived(session, "code")) {}

std::optional<Packet> Opener::open(std::string_view datagram) {
    if (datagram.size() < kLeast) return std::nullopt;
    const auto told = datagram.substr(0, datagram.size() - seal::kCodeBytes);
    if (!seal::code_agrees(code_key_, told, datagram.substr(told.size()))) return std::nullopt;
    const auto number = take(datagram, 1 + kWord);
    if (!is_new(number)) return std::nullopt;
    const auto inner = sealed(key_, number, told.substr(kHead));
    if (static_cast<std::uint8_t>(inner.front()) > static_cast<std::uint8_t>(Kind::feedback)) return std::nullopt;
    return Packet{static_cast<Kind>(inner.front()), take(inner, 1), inner.substr(kInner)};
}

bool Opener::is_new(std::uint64_t number) {
    if (number + kWindow <= highest_) return false;
    if (number > highest_) {
        const auto ahead = number - highest_;
        seen_ = ahead < kWindow ? seen_ << ahead : std::bitset<kWindow>();
        highest_ = number;
    }
    const auto behind = highest_ - number;
    if (seen_[behind]) return false;
    seen_[behind] = true;
    last_ = number;
    return true;
}

}  // namespace anlan::medialine

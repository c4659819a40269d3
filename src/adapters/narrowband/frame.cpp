#include "narrowband/frame.hpp"

#include <algorithm>

#include "narrowband/fact_code.hpp"
#include "seal/pair_key.hpp"
#include "seal/seal.hpp"

namespace anlan::narrowband {

namespace {

constexpr std::uint64_t kVersion = 1;
constexpr std::uint64_t kReceiptKind = 31;
constexpr int kVersionBits = 3, kKindBits = 5, kChildBits = 10, kNumberBits = 32;
constexpr std::int64_t kBegin = 1'577'836'800;  ///< 2020-01-01T00:00Z

Refusal damaged() {
    return refuse("frame_damaged", "", "不是完整的窄带报文", "this is no whole narrow-band frame");
}

Refusal forged(const AreaCode& claimed) {
    return refuse(
        "frame_forged",
        claimed.text,
        "一条自称来自" + claimed.text + "的短信报文校验码不符，已拒收；请打电话向对方核实",
        "a short message claiming to come from " + claimed.text +
            " has a wrong code and was refused; ask them by telephone"
    );
}

Refusal stranger(const AreaCode& claimed) {
    return refuse(
        "frame_stranger",
        claimed.text,
        "一条自称来自" + claimed.text + "的短信报文已拒收：本站没有与该单位接通窄带",
        "a short message claiming to come from " + claimed.text + " was refused: this station has no such neighbour"
    );
}

/// How many digits a child's code has beyond its parent's.
std::size_t digits_below(const AreaCode& parent) {
    return std::min<std::size_t>(parent.level() <= Level::prefecture ? 2 : 3, 12 - parent.prefix().size());
}

std::uint64_t child_number(const AreaCode& parent, const AreaCode& child) {
    return std::stoull(child.text.substr(parent.prefix().size(), digits_below(parent)));
}

std::optional<AreaCode> child_at(const AreaCode& parent, std::uint64_t number) {
    const auto digits = digits_below(parent);
    auto part = std::to_string(number);
    if (number == 0 || part.size() > digits) return std::nullopt;
    AreaCode child{std::string(parent.prefix()) + std::string(digits - part.size(), '0') + part};
    child.text.resize(12, '0');
    return child;
}

/// The whole addresses are part of it, so a short one cannot be mistaken for another's.
std::string code_over(const AreaCode& from, const AreaCode& to, std::string_view bytes, std::string_view key) {
    return seal::code_of(key, from.text + to.text + std::string(bytes)).substr(0, kCodeBytes);
}

/// In a time that does not tell how much of it agrees.
bool same(std::string_view one, std::string_view other) {
    int difference = one.size() == other.size() ? 0 : 1;
    for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i) difference |= one[i] ^ other[i];
    return difference == 0;
}

void put_receipt(BitWriter& out, const Receipt& receipt) {
    out.bits(static_cast<std::uint64_t>(receipt.newest), kNumberBits);
    const auto count = std::min(receipt.numbers.size(), kReceiptsMost);
    out.bits(count, 4);
    for (std::size_t i = 0; i < count; ++i) out.number(receipt.newest - receipt.numbers[i]);
}

Receipt take_receipt(BitReader& in) {
    Receipt receipt;
    receipt.newest = static_cast<std::int64_t>(in.bits(kNumberBits));
    for (auto count = in.bits(4); count > 0; --count) receipt.numbers.push_back(receipt.newest - in.number());
    return receipt;
}

/// What has to be zero at the end, so that no two byte strings are one frame.
bool only_filling_left(BitReader& in) {
    return in.left() < 8 && in.bits(static_cast<int>(in.left())) == 0 && in.ok();
}

}  // namespace

std::string encode(const Frame& frame, std::string_view key, std::size_t most_bytes) {
    const bool up = frame.to.contains(frame.from);
    const auto& parent = up ? frame.to : frame.from;
    const auto* fact = std::get_if<narrow::Fact>(&frame.says);
    BitWriter out;
    out.bits(kVersion, kVersionBits);
    out.bits(fact != nullptr ? static_cast<std::uint64_t>(fact->kind()) : kReceiptKind, kKindBits);
    out.flag(up);
    out.bits(child_number(parent, up ? frame.from : frame.to), kChildBits);
    out.bits(static_cast<std::uint64_t>(frame.number), kNumberBits);
    if (fact != nullptr)
        put_fact(out, *fact, frame.from, (most_bytes - kCodeBytes) * 8);
    else
        put_receipt(out, std::get<Receipt>(frame.says));
    auto bytes = out.take();
    return bytes + code_over(frame.from, frame.to, bytes, key);
}

Result<Frame> decode(std::string_view bytes, const AreaCode& here, const KeyOf& key_of) {
    if (bytes.size() <= kCodeBytes || bytes.size() > kFrameBytes) return damaged();
    const auto body = bytes.substr(0, bytes.size() - kCodeBytes);
    BitReader in(body);
    if (in.bits(kVersionBits) != kVersion) return damaged();
    const auto kind = in.bits(kKindBits);
    const bool known = kind < std::variant_size_v<narrow::Told> || kind == kReceiptKind;
    const bool up = in.flag();
    const auto child = child_at(up ? here : here.parent(), in.bits(kChildBits));
    if (!in.ok() || !known || !child || (!up && *child != here)) return damaged();
    Frame frame;
    frame.from = up ? *child : here.parent();
    frame.to = here;
    const auto key = key_of(frame.from);
    if (key.empty()) return stranger(frame.from);
    if (!same(code_over(frame.from, frame.to, body, key), bytes.substr(body.size()))) return forged(frame.from);
    frame.number = static_cast<std::int64_t>(in.bits(kNumberBits));
    if (kind == kReceiptKind)
        frame.says = take_receipt(in);
    else
        frame.says = take_fact(in, static_cast<narrow::ToldKind>(kind), frame.from);
    if (!in.ok() || !only_filling_left(in)) return damaged();
    return frame;
}

std::string narrow_key(std::string_view pair_key) {
    return pair_key.empty() ? std::string() : seal::code_of(pair_key, "anlan narrowband 1");
}

std::string code_of(std::string_view bytes) {
    return bytes.size() < kCodeBytes ? std::string() : seal::to_hex(bytes.substr(bytes.size() - kCodeBytes));
}

std::int64_t number_at(Instant now) {
    return std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count() - kBegin;
}

}  // namespace anlan::narrowband

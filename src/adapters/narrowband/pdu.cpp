#include "narrowband/pdu.hpp"

#include <algorithm>

#include "seal/seal.hpp"

namespace anlan::narrowband {

namespace {

constexpr char kInternational = '\x91', kNational = '\x81';
constexpr char kSubmitWithValidity = 0x11, kEightBit = 0x04, kOneDay = '\xa7';
constexpr std::size_t kTimeStampOctets = 7;

Refusal unreadable_pdu() {
    return refuse("pdu_damaged", "", "调制解调器给出的短信不完整", "the modem gave an incomplete message");
}

/// Two digits an octet, the first in the lower half.
std::string digits_packed(std::string_view digits) {
    std::string packed;
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        const int low = digits[i] - '0', high = i + 1 < digits.size() ? digits[i + 1] - '0' : 0xf;
        packed.push_back(static_cast<char>(high << 4 | low));
    }
    return packed;
}

std::string digits_of(std::string_view packed, std::size_t count) {
    std::string digits;
    for (std::size_t i = 0; i < count; ++i) {
        const auto octet = static_cast<unsigned char>(packed[i / 2]);
        digits.push_back(static_cast<char>('0' + ((i % 2 == 0 ? octet : octet >> 4) & 0xf)));
    }
    return digits;
}

std::string text_of_septets(std::string_view octets, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        const auto bit = i * 7;
        unsigned value = static_cast<unsigned char>(octets[bit / 8]) >> (bit % 8);
        if (bit % 8 > 1 && bit / 8 + 1 < octets.size())
            value |= static_cast<unsigned>(static_cast<unsigned char>(octets[bit / 8 + 1])) << (8 - bit % 8);
        const auto septet = static_cast<char>(value & 0x7f);
        const bool same_in_ascii = (septet >= ' ' && septet <= '?' && septet != '$') ||
                                   (septet >= 'A' && septet <= 'Z') || (septet >= 'a' && septet <= 'z');
        text.push_back(same_in_ascii ? septet : '\x1a');
    }
    return text;
}

/// Takes octets off the front; `ok` turns false when there are not enough.
struct Octets {
    std::string_view left;
    bool ok = true;

    std::string_view take(std::size_t count) {
        ok = ok && count <= left.size();
        if (!ok) return {};
        const auto taken = left.substr(0, count);
        left.remove_prefix(count);
        return taken;
    }
    unsigned octet() {
        const auto taken = take(1);
        return taken.empty() ? 0 : static_cast<unsigned char>(taken.front());
    }
};

}  // namespace

Submit submit_pdu(std::string_view number, std::string_view bytes) {
    const bool international = number.starts_with('+');
    if (international) number.remove_prefix(1);
    std::string octets{kSubmitWithValidity, 0};
    octets.push_back(static_cast<char>(number.size()));
    octets.push_back(international ? kInternational : kNational);
    octets += digits_packed(number);
    octets += {0, kEightBit, kOneDay};
    octets.push_back(static_cast<char>(bytes.size()));
    octets += bytes;
    auto hex = "00" + seal::to_hex(octets);
    std::transform(hex.begin(), hex.end(), hex.begin(), [](unsigned char c) { return std::toupper(c); });
    return {std::move(hex), octets.size()};
}

Result<narrow::ShortMessages::Message> read_deliver(std::string_view hex) {
    const auto bytes = bytes_of_hex(hex);
    Octets in{bytes};
    in.take(in.octet());
    const auto first = in.octet();
    const auto digits = in.octet();
    const auto type = in.octet();
    const auto number = in.take((digits + 1) / 2);
    in.octet();
    const auto coding = in.octet();
    in.take(kTimeStampOctets);
    const auto length = in.octet();
    if (!in.ok) return unreadable_pdu();
    const bool eight_bit = (coding & 0xcc) == 0x04 || (coding & 0xf4) == 0xf4;
    const bool seven_bit = (coding & 0xcc) == 0x00 || (coding & 0xf4) == 0xf0;
    const bool plain = (first & 3) == 0 && (first & 0x40) == 0;
    if (!plain || (!eight_bit && !seven_bit))
        return refuse("pdu_other", "", "不是窄带报文的短信", "a message of another kind");
    const auto data = in.take(eight_bit ? length : (length * 7 + 7) / 8);
    if (!in.ok) return unreadable_pdu();
    using Form = narrow::ShortMessages::Form;
    return narrow::ShortMessages::Message{
        ((type & 0x70) == 0x10 ? "+" : "") + digits_of(number, digits),
        eight_bit ? Form::binary : Form::text,
        eight_bit ? std::string(data) : text_of_septets(data, length)};
}

std::string bytes_of_hex(std::string_view hex) {
    const auto digit = [](char c) {
        if (c >= '0' && c <= '9') return c - '0';
        const auto lower = static_cast<char>(c | 0x20);
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    };
    std::string bytes;
    if (hex.size() % 2 != 0) return {};
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const int high = digit(hex[i]), low = digit(hex[i + 1]);
        if (high < 0 || low < 0) return {};
        bytes.push_back(static_cast<char>(high << 4 | low));
    }
    return bytes;
}

}  // namespace anlan::narrowband

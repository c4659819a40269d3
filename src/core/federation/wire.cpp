#include "federation/wire.hpp"

#include <fmt/format.h>

namespace anlan::federation {

void WireWriter::number(std::uint64_t value) {
    while (value >= 0x80) {
        byte(static_cast<std::uint8_t>(value | 0x80));
        value >>= 7;
    }
    byte(static_cast<std::uint8_t>(value));
}

void WireWriter::whole(std::int64_t value) {
    number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
}

void WireWriter::text(std::string_view value) {
    number(value.size());
    bytes_.append(value);
}

void WireWriter::fixed(std::uint64_t value, int bytes) {
    for (int at = bytes - 1; at >= 0; --at) byte(static_cast<std::uint8_t>(value >> (8 * at)));
}

std::string_view WireReader::raw(std::size_t bytes) {
    if (bytes > left_.size()) {
        ok_ = false;
        left_ = {};
        return {};
    }
    const auto taken = left_.substr(0, bytes);
    left_.remove_prefix(bytes);
    return taken;
}

std::uint8_t WireReader::byte() {
    const auto one = raw(1);
    return one.empty() ? 0 : static_cast<std::uint8_t>(one.front());
}

std::uint64_t WireReader::number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        const auto next = byte();
        value |= static_cast<std::uint64_t>(next & 0x7f) << shift;
        if ((next & 0x80) == 0) return value;
    }
    ok_ = false;
    return 0;
}

std::int64_t WireReader::whole() {
    const auto value = number();
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

std::string WireReader::text() {
    return std::string(raw(number()));
}

std::uint64_t WireReader::fixed(int bytes) {
    std::uint64_t value = 0;
    for (int i = 0; i < bytes; ++i) value = (value << 8) | byte();
    return value;
}

AreaCode WireReader::area() {
    return AreaCode{fmt::format("{:012}", fixed(5))};
}

}  // namespace anlan::federation

#include "narrowband/bits.hpp"

#include <algorithm>

namespace anlan::narrowband {

namespace {

constexpr int kGroups = 15;  ///< 60 bits

}  // namespace

void BitWriter::bits(std::uint64_t value, int count) {
    for (int i = count - 1; i >= 0; --i, ++size_) {
        if (size_ % 8 == 0) bytes_.push_back('\0');
        if ((value >> i) & 1) bytes_.back() = static_cast<char>(bytes_.back() | (0x80 >> (size_ % 8)));
    }
}

void BitWriter::number(std::int64_t value) {
    auto left = static_cast<std::uint64_t>(std::max<std::int64_t>(0, value)) & ((1ULL << (4 * kGroups)) - 1);
    do {
        const auto group = left & 15;
        left >>= 4;
        flag(left != 0);
        bits(group, 4);
    } while (left != 0);
}

void BitWriter::maybe(const std::optional<std::int64_t>& value) {
    flag(value.has_value());
    if (value) number(*value);
}

std::string BitWriter::take() {
    size_ = 0;
    return std::move(bytes_);
}

std::uint64_t BitReader::bits(int count) {
    if (!ok_ || static_cast<std::size_t>(count) > left()) {
        ok_ = false;
        return 0;
    }
    std::uint64_t value = 0;
    for (int i = 0; i < count; ++i, ++at_)
        value = value << 1 | ((static_cast<unsigned char>(bytes_[at_ / 8]) >> (7 - at_ % 8)) & 1);
    return value;
}

std::int64_t BitReader::number() {
    std::uint64_t value = 0;
    for (int group = 0; group < kGroups; ++group) {
        const bool more = flag();
        value |= bits(4) << (4 * group);
        if (!ok_) return 0;
        if (!more) return static_cast<std::int64_t>(value);
    }
    ok_ = false;
    return 0;
}

std::optional<std::int64_t> BitReader::maybe() {
    if (!flag()) return std::nullopt;
    return number();
}

}  // namespace anlan::narrowband

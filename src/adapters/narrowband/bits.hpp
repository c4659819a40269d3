#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Bits of a frame, the most significant first. docs/protocol/narrowband.md draws them.
namespace anlan::narrowband {

class BitWriter {
  public:
    void bits(std::uint64_t value, int count);
    void flag(bool value) { bits(value ? 1 : 0, 1); }
    /// Groups of four bits, the lowest first, each after a bit that says whether another follows: 5 bits below 16, 10
    /// below 256. Negative ones are written as zero.
    void number(std::int64_t value);
    void maybe(const std::optional<std::int64_t>& value);

    std::size_t size() const { return size_; }  ///< in bits
    std::string take();                         ///< filled up with zeros to whole bytes

  private:
    std::string bytes_;
    std::size_t size_ = 0;
};

/// Reads what BitWriter wrote. After a read past the end everything is zero and `ok()` is false.
class BitReader {
  public:
    explicit BitReader(std::string_view bytes) : bytes_(bytes) {}
    std::uint64_t bits(int count);
    bool flag() { return bits(1) != 0; }
    std::int64_t number();
    std::optional<std::int64_t> maybe();
    void fail() { ok_ = false; }
    bool ok() const { return ok_; }
    std::size_t left() const { return bytes_.size() * 8 - at_; }

  private:
    std::string_view bytes_;
    std::size_t at_ = 0;
    bool ok_ = true;
};

}  // namespace anlan::narrowband

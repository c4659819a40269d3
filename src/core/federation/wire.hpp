#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/area.hpp"

/// Bytes of a frame: whole numbers in groups of seven bits, texts with their length before them.
namespace anlan::federation {

class WireWriter {
  public:
    void byte(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
    void number(std::uint64_t value);
    void whole(std::int64_t value);  ///< signed, small magnitudes short
    void text(std::string_view value);
    void raw(std::string_view value) { bytes_.append(value); }
    void fixed(std::uint64_t value, int bytes);  ///< big-endian
    void area(const AreaCode& area) { fixed(std::stoull(area.text), 5); }

    const std::string& bytes() const { return bytes_; }
    std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

/// Reads what WireWriter wrote. After a read past the end everything is zero and `ok()` is false.
class WireReader {
  public:
    explicit WireReader(std::string_view bytes) : left_(bytes) {}
    std::uint8_t byte();
    std::uint64_t number();
    std::int64_t whole();
    std::string text();
    std::string_view raw(std::size_t bytes);
    std::uint64_t fixed(int bytes);
    AreaCode area();

    bool ok() const { return ok_; }
    std::string_view left() const { return left_; }

  private:
    std::string_view left_;
    bool ok_ = true;
};

}  // namespace anlan::federation

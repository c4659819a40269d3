#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "narrow/events.hpp"

/// One frame of the narrow way: one fact, or one acknowledgement. docs/protocol/narrowband.md draws the bits.
namespace anlan::narrowband {

inline constexpr std::size_t kFrameBytes = 140;  ///< of one binary short message
inline constexpr std::size_t kCodeBytes = 8;
inline constexpr std::size_t kReceiptsMost = 15;

/// Which frames of the other end have come.
struct Receipt {
    std::int64_t newest = 0;            ///< highest number that ever came from there
    std::vector<std::int64_t> numbers;  ///< at most kReceiptsMost
    bool operator==(const Receipt&) const = default;
};

struct Frame {
    AreaCode from, to;        ///< one is the other's parent
    std::int64_t number = 0;  ///< strictly later with every frame of a sender: seconds since 2020
    std::variant<narrow::Fact, Receipt> says;
};

/// The bytes; texts are cut so that at most `most_bytes` result. `key` is narrow_key() of the two.
std::string encode(const Frame& frame, std::string_view key, std::size_t most_bytes = kFrameBytes);

/// The key of a neighbour, empty for one that is not known.
using KeyOf = std::function<std::string(const AreaCode&)>;

/// Refuses `frame_damaged` (no frame of this version), `frame_stranger` (no neighbour of ours) and `frame_forged` (the
/// code is wrong); the field of the last two is the area that the frame claims to come from.
Result<Frame> decode(std::string_view bytes, const AreaCode& here, const KeyOf& key_of);

/// Made from the key that two nodes share (seal/pair_key.hpp), for this use alone.
std::string narrow_key(std::string_view pair_key);

/// Hex of a frame's code: what tells two frames of one number apart.
std::string code_of(std::string_view bytes);

/// The number that this moment gives.
std::int64_t number_at(Instant now);

}  // namespace anlan::narrowband

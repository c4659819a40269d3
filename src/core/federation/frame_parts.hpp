#pragma once

#include <optional>
#include <string>

#include "base/area.hpp"
#include "base/time.hpp"
#include "federation/frame.hpp"
#include "federation/wire.hpp"

/// What both kinds of frames are made of; of frame.cpp and frame_batch.cpp only.
namespace anlan::federation {

std::uint64_t check_number(const std::string& check);
std::string check_text(std::uint64_t number);

inline std::int64_t milliseconds(Instant at) {
    return at.time_since_epoch().count();
}

/// A stream's name in one byte: the way in the upper half, the urgency in the lower. "to/…" always means the receiver.
std::uint8_t stream_byte(const std::string& stream);
std::optional<std::string> stream_of(std::uint8_t byte, const AreaCode& to);

void put_batch(WireWriter& out, const Batch& batch, const Squeezer& squeezer, const Squeezing& how);
/// `spare`: of a slow link, with a past to lean on.
Result<Batch> get_batch(WireReader in, const Frame& frame, const Squeezer& squeezer, bool spare, const Past& past);

}  // namespace anlan::federation

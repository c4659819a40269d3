#pragma once

#include "devices/queries.hpp"
#include "journal/desk.hpp"

namespace anlan::devices {

inline constexpr std::size_t kLongestName_bytes = 120, kLongestWords_bytes = 600;

/// Refuses `only_real`: a device is no less real because somebody practises.
Result<void> only_in_reality(const journal::Desk& desk);
/// Not retired. Refuses `only_real`, `device_unknown`.
Result<DeviceFacts> own_device(const DeviceId& id, const journal::Desk& desk);
/// Refuses `words_too_long`.
Result<void> check_words(const std::string& words, const char* field);
/// When the next round opens by itself: the next `device.round.at` after now.
Instant next_daily(store::Rows& rows, Instant now);

}  // namespace anlan::devices

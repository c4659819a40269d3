#pragma once

#include "devices/queries.hpp"
#include "store/rows.hpp"

namespace anlan::devices {

using journal::Entry;

inline constexpr const char* kDaily = "devices/daily";  ///< subject and deadline of the daily round

void project(store::Rows& rows, const Entry& entry, const DeviceRegistered& registered);
void project(store::Rows& rows, const Entry& entry, const DeviceCorrected& corrected);
void project(store::Rows& rows, const Entry& entry, const DeviceHandedOver& handed);
void project(store::Rows& rows, const Entry& entry, const DeviceReported& reported);
void project(store::Rows& rows, const Entry& entry, const DeviceChecked& checked);
void project(store::Rows& rows, const Entry& entry, const DeviceRepaired& repaired);
void project(store::Rows& rows, const Entry& entry, const DeviceRetired& retired);
void project(store::Rows& rows, const Entry& entry, const DailyRoundSet& set);
void project(store::Rows& rows, const Entry& entry, const RoundOpened& opened);
void project(store::Rows& rows, const Entry& entry, const RoundClosed& closed);
void mirror(store::Rows& rows, const Entry& entry, const RoundClosed& closed, const AreaCode& from);

/// A line of the device's history.
void write_line(store::Rows& rows, const Entry& entry, const DeviceLine& line);

}  // namespace anlan::devices

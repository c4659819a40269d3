#pragma once

#include "calls/events.hpp"
#include "sensors/events.hpp"
#include "store/rows.hpp"

namespace anlan::sensors {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const SensorRegistered& registered);
void project(store::Rows& rows, const Entry& entry, const SensorRetired& retired);
void project(store::Rows& rows, const Entry& entry, const ThresholdsSet& set);
void project(store::Rows& rows, const Entry& entry, const FaultNoted& noted);
void project(store::Rows& rows, const Entry& entry, const AlarmRaised& raised);
void project(store::Rows& rows, const Entry& entry, const AlarmWorsened& worsened);
void project(store::Rows& rows, const Entry& entry, const AlarmAttended& attended);
void project(store::Rows& rows, const Entry& entry, const AlarmCleared& cleared);
void mirror(store::Rows& rows, const Entry& entry, const SensorRegistered& registered, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const SensorRetired& retired, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const ThresholdsSet& set, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const AlarmRaised& raised, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const AlarmWorsened& worsened, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const AlarmAttended& attended, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const AlarmCleared& cleared, const AreaCode& from);
void project(store::Rows& rows, const Entry& entry, const SeriesAsked& asked);
void project(store::Rows& rows, const Entry& entry, const SeriesTold& told);
void mirror(store::Rows& rows, const Entry& entry, const SeriesAsked& asked, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const SeriesTold& told, const AreaCode& from);

}  // namespace anlan::sensors

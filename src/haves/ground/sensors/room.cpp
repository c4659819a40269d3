#include "sensors/room.hpp"

#include "sensors/commands.hpp"
#include "sensors/project.hpp"

namespace anlan::sensors {

std::string_view views_sql();

namespace {

template <class E>
void calls_for(journal::Room& room, OnDuty on_duty) {
    room.reactions.emplace(E::kKind.text(), [on_duty](const journal::Cause& cause) {
        return call_officer(cause, journal::Room::body_of<E>(cause.entry), on_duty);
    });
}

}  // namespace

journal::Room make_room(OnDuty on_duty) {
    journal::Room room("sensors", views_sql());
    room.projects<SensorRegistered, SensorRetired, ThresholdsSet, FaultNoted>()
        .projects<SeriesAsked, SeriesTold>()
        .mirrors<SeriesAsked, SeriesTold>()
        .projects<AlarmRaised, AlarmWorsened, AlarmAttended, AlarmCleared>()
        .mirrors<SensorRegistered, SensorRetired, ThresholdsSet>()
        .mirrors<AlarmRaised, AlarmWorsened, AlarmAttended, AlarmCleared>()
        .reacts<calls::CallAnswered>(&on_call_answered)
        .reacts<AlarmAttended>(&on_attended);
    calls_for<AlarmRaised>(room, on_duty);
    calls_for<AlarmWorsened>(room, on_duty);
    return room;
}

}  // namespace anlan::sensors

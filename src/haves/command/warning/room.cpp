#include "warning/room.hpp"

#include "warning/commands.hpp"
#include "warning/project.hpp"
#include "warning/reactions.hpp"

namespace anlan::warning {

std::string_view views_sql();

journal::Room make_room(const AreaMatcher& matcher) {
    journal::Room room("warning", views_sql());
    room.projects<WarningReceived, WarningSuperseded, WarningLifted, WarningExpired, MessageNoted>()
        .projects<FeedChanged, TyphoonPositioned, DrillStarted, DrillEnded>()
        .mirrors<TyphoonPositioned, DrillStarted, DrillEnded>()
        .reacts<DrillEnded>(&on_drill_ended)
        .recalls<ExpireWarning>("warning.expire");
    room.reactions.emplace(WarningReceived::kKind.text(), [&matcher](const journal::Cause& cause) {
        return take_in_from_above(cause, journal::Room::body_of<WarningReceived>(cause.entry), matcher);
    });
    return room;
}

}  // namespace anlan::warning

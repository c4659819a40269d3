#include "duty/reactions.hpp"

namespace anlan::duty {

namespace {
constexpr const char* kActor = "system:duty";
}

journal::Wishes on_activated(const journal::Cause& cause, const response::ResponseActivated& activated) {
    if (!cause.mine) return {};
    return {
        cause.wish(kActor, Reinforce{cause.entry.subject, activated.footing.level, activated.statement.expected_end})};
}

journal::Wishes on_level_changed(const journal::Cause& cause, const response::LevelChanged& changed) {
    if (!cause.mine) return {};
    return {cause.wish(kActor, Reinforce{cause.entry.subject, changed.footing.level, changed.statement.expected_end})};
}

journal::Wishes on_closed(const journal::Cause& cause, const response::ResponseClosed&) {
    if (!cause.mine) return {};
    return {cause.wish(kActor, EndReinforcement{cause.entry.subject})};
}

}  // namespace anlan::duty

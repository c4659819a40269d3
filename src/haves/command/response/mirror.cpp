#include "response/project.hpp"
#include "response/timeline.hpp"

namespace anlan::response {

namespace {

void keep(
    store::Rows& rows,
    const Entry& entry,
    const AreaCode& from,
    const Footing& footing,
    const char* state,
    std::optional<Instant> activated_at
) {
    rows.run(
        "INSERT INTO other_response(node, id, drill, hazard, level, state, plan_title, activated_at) "
        "VALUES(:node, :id, :drill, :hazard, :level, :state, :title, :at) ON CONFLICT(node, id) DO UPDATE SET "
        "level = excluded.level, state = excluded.state, plan_title = excluded.plan_title, "
        "activated_at = COALESCE(excluded.activated_at, other_response.activated_at)",
        from,
        entry.subject,
        entry.drill,
        footing.hazard,
        footing.level,
        std::string(state),
        footing.plan_title,
        activated_at
    );
}

void end(store::Rows& rows, const Entry& entry, const AreaCode& from) {
    rows.run("UPDATE other_response SET state = 'closed' WHERE node = :n AND id = :i", from, entry.subject);
}

}  // namespace

void mirror(store::Rows& rows, const Entry& entry, const ResponseProposed& proposed, const AreaCode& from) {
    tell(rows, entry, from.text, proposed);
    keep(rows, entry, from, proposed.footing, "proposed", std::nullopt);
}

void mirror(store::Rows& rows, const Entry& entry, const ResponseActivated& activated, const AreaCode& from) {
    tell(rows, entry, from.text, activated);
    keep(rows, entry, from, activated.footing, "active", entry.at);
}

void mirror(store::Rows& rows, const Entry& entry, const ResponseDeclined& declined, const AreaCode& from) {
    tell(rows, entry, from.text, declined);
    end(rows, entry, from);
}

void mirror(store::Rows& rows, const Entry& entry, const LevelChanged& changed, const AreaCode& from) {
    tell(rows, entry, from.text, changed);
    keep(rows, entry, from, changed.footing, "active", std::nullopt);
}

void mirror(store::Rows& rows, const Entry& entry, const ResponseClosed& closed, const AreaCode& from) {
    tell(rows, entry, from.text, closed);
    end(rows, entry, from);
}

}  // namespace anlan::response

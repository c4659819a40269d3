#include "journal/deadline_events.hpp"

namespace anlan::journal {

void project(store::Rows& rows, const Entry&, const DeadlineLapsed& event) {
    clear_deadline(rows, event.key);
}

/// Those that were set last keep their whole time; the others are moved along with them.
void project(store::Rows& rows, const Entry& entry, const ClockSetBack& event) {
    rows.run(
        "UPDATE deadline SET due = due - :by1, set_at = set_at - :by2 WHERE set_at > :now",
        event.by_ms,
        event.by_ms,
        entry.at
    );
}

Wish heed_clock() {
    return {
        World::real(),
        "system:schedule",
        [](const Desk& desk) -> Result<Decision> {
            if (!clock_went_back(desk.views, desk.now)) return Decision{};
            const auto latest = desk.views.value<Instant>("SELECT MAX(set_at) FROM deadline").value_or(desk.now);
            return decided(event("node", ClockSetBack{(latest - desk.now).count()}));
        },
        {}};
}

Room make_room() {
    Room room("journal", "");
    room.projects<DeadlineLapsed, ClockSetBack>();
    return room;
}

}  // namespace anlan::journal

#include "journal/deadline_events.hpp"

namespace anlan::journal {

void project(store::Rows& rows, const Entry&, const DeadlineLapsed& event) {
    clear_deadline(rows, event.key);
}

Room make_room() {
    Room room("journal", "");
    room.projects<DeadlineLapsed>();
    return room;
}

}  // namespace anlan::journal

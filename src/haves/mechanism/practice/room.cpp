#include "practice/room.hpp"

#include "practice/commands.hpp"
#include "practice/project.hpp"

namespace anlan::practice {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("practice", views_sql());
    room.projects<PracticeStarted, PracticeMoved, PracticeFinished, PracticeLeft>().recalls<LeavePractice>(
        "practice.leave"
    );
    return room;
}

}  // namespace anlan::practice

#include "narrow/room.hpp"

#include "narrow/project.hpp"
#include "narrow/reactions.hpp"

namespace anlan::narrow {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("narrow", views_sql());
    room.projects<
            NarrowSent,
            NarrowConfirmed,
            NarrowSettled,
            NarrowReceived,
            SituationReported,
            CasualtiesReported,
            HelpCalled,
            WordsUp,
            WordsDown>()
        .mirrors<SituationReported, CasualtiesReported, HelpCalled, WordsUp, WordsDown>()
        .reacts<NarrowReceived>(&on_received);
    return room;
}

}  // namespace anlan::narrow

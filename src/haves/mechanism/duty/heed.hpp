#pragma once

#include "journal/room.hpp"
#include "response/queries.hpp"

/// How the log hears of other rooms: a line beside their events.
namespace anlan::duty {

using journal::Entry;

struct Said {
    std::string zh, en;
    bool late = false;
};

/// `from` is empty for our own entries.
inline void say_line(store::Rows& rows, const Entry& entry, const AreaCode& from, Said said) {
    response::Line line;
    line.zh = std::move(said.zh);
    line.en = std::move(said.en);
    line.late = said.late;
    line.area = from;
    response::write_line(rows, entry, from.text, line);
}

/// Of our own entries of this kind, `say` writes a line.
template <journal::EventBody E>
void heed(journal::Room& room, void (*say)(store::Rows&, const Entry&, const E&, const AreaCode& from)) {
    room.projections.emplace(E::kKind.text(), [say](store::Rows& rows, const Entry& entry) {
        say(rows, entry, journal::Room::body_of<E>(entry), {});
    });
}

/// And of those that nodes below have told.
template <journal::EventBody E>
void heed_below(journal::Room& room, void (*say)(store::Rows&, const Entry&, const E&, const AreaCode& from)) {
    room.mirror_projections.emplace(
        E::kKind.text(),
        [say](store::Rows& rows, const Entry& entry, const AreaCode& from) {
            say(rows, entry, journal::Room::body_of<E>(entry), from);
        }
    );
}

}  // namespace anlan::duty

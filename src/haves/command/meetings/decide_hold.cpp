#include <cmath>

#include "meetings/commands.hpp"
#include "meetings/rules.hpp"

namespace anlan::meetings {

Result<Decision> decide(const NoteJoined& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_meeting(desk, wish.meeting));
    if (is_present(desk.views, found.id, wish.person)) return Decision{{}, found.id.text, {}};
    return journal::decided(journal::event(found.id.text, PersonJoined{wish.person}));
}

Result<Decision> decide(const NoteLeft& wish, const Desk& desk) {
    const auto found = find_meeting(desk.views, wish.meeting);
    if (!found) return meeting_unknown();
    if (!is_present(desk.views, found->id, wish.person)) return Decision{{}, found->id.text, {}};
    return journal::decided(journal::event(found->id.text, PersonLeft{wish.person, wish.how}));
}

Result<Decision> decide(const MoveHand& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_meeting(desk, wish.meeting));
    BOOST_OUTCOME_TRYV(check_present(desk, found));
    if (hand_raised(desk.views, found.id, desk.person()) == wish.raised) return Decision{{}, found.id.text, {}};
    return journal::decided(journal::event(found.id.text, HandMoved{desk.person(), wish.raised}));
}

Result<Decision> decide(const ShareView& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto found, open_meeting(desk, wish.meeting));
    BOOST_OUTCOME_TRYV(check_present(desk, found));
    const bool somewhere = std::abs(wish.lon) <= 180 && std::abs(wish.lat) <= 90 && wish.zoom >= 0 && wish.zoom <= 24;
    if (!somewhere)
        return refuse("view_invalid", "lon", "地图位置不对，请在地图上重新选择", "that is no place on the map");
    if (wish.words.size() > kLongestTitle)
        return refuse("too_long", "words", "说明请不超过 100 字", "keep it under 100 characters");
    return journal::decided(
        journal::event(found.id.text, ViewShared{desk.person(), wish.lon, wish.lat, wish.zoom, wish.words})
    );
}

Result<Decision> decide(const NoteFilm& wish, const Desk& desk) {
    const auto found = find_meeting(desk.views, wish.meeting);
    if (!found) return meeting_unknown();
    const bool told = !found->film.empty() || (!wish.made.fault.empty() && found->film_fault == wish.made.fault);
    if (told) return Decision{{}, found->id.text, {}};
    return journal::decided(journal::event(found->id.text, wish.made));
}

std::optional<World> world_of(const NoteFilm& wish, store::Rows& rows) {
    return world_of_meeting(rows, wish.meeting);
}
std::optional<World> world_of(const NoteJoined& wish, store::Rows& rows) {
    return world_of_meeting(rows, wish.meeting);
}
std::optional<World> world_of(const NoteLeft& wish, store::Rows& rows) {
    return world_of_meeting(rows, wish.meeting);
}
std::optional<World> world_of(const MoveHand& wish, store::Rows& rows) {
    return world_of_meeting(rows, wish.meeting);
}
std::optional<World> world_of(const ShareView& wish, store::Rows& rows) {
    return world_of_meeting(rows, wish.meeting);
}

}  // namespace anlan::meetings

#include "meetings/queries.hpp"

namespace anlan::meetings {

namespace {

std::string meetings(std::string_view rest) {
    return "SELECT id, drill, seq, title, origin, opened_at, opened_by, recording, ever_recorded, shared, closed_at, film, "
           "film_bytes, film_seconds, film_lost, film_fault FROM meeting " +
           std::string(rest);
}

std::string guests(std::string_view rest) {
    return "SELECT person, title, invited, first_joined, joined_at, left_at, millis, hand FROM meeting_guest " +
           std::string(rest);
}

}  // namespace

std::optional<MeetingFacts> find_meeting(store::Rows& rows, const MeetingId& id) {
    return rows.first<MeetingFacts>(meetings("WHERE id = :i"), id);
}

std::vector<MeetingFacts> find_meetings(store::Rows& rows, const World& world, std::int64_t limit) {
    return rows.select<MeetingFacts>(
        meetings("WHERE drill = :d ORDER BY opened_at DESC, id DESC LIMIT :l"), world.text(), limit
    );
}

std::vector<MeetingFacts> open_meetings_of(store::Rows& rows, const PersonId& person) {
    return rows.select<MeetingFacts>(
        meetings("WHERE closed_at IS NULL AND id IN (SELECT meeting FROM meeting_guest WHERE person = :p) "
                 "ORDER BY opened_at DESC, id DESC LIMIT 20"),
        person
    );
}

std::optional<MeetingFacts> open_meeting_of(store::Rows& rows, const std::string& origin) {
    return rows.first<MeetingFacts>(
        meetings("WHERE origin = :o AND closed_at IS NULL ORDER BY opened_at DESC LIMIT 1"), origin
    );
}

std::vector<MeetingFacts> meetings_without_film(store::Rows& rows) {
    return rows.select<MeetingFacts>(
        meetings("WHERE ever_recorded = 1 AND closed_at IS NOT NULL AND film = '' ORDER BY closed_at, id")
    );
}

std::vector<GuestFacts> guests_of(store::Rows& rows, const MeetingId& id) {
    return rows.select<GuestFacts>(guests("WHERE meeting = :m ORDER BY place, person"), id);
}

std::optional<GuestFacts> guest_of(store::Rows& rows, const MeetingId& id, const PersonId& person) {
    return rows.first<GuestFacts>(guests("WHERE meeting = :m AND person = :p"), id, person);
}

bool is_present(store::Rows& rows, const MeetingId& id, const PersonId& person) {
    const auto found = guest_of(rows, id, person);
    return found && found->joined_at;
}

bool hand_raised(store::Rows& rows, const MeetingId& id, const PersonId& person) {
    const auto found = guest_of(rows, id, person);
    return found && found->hand != 0;
}

std::optional<World> world_of_meeting(store::Rows& rows, const MeetingId& id) {
    const auto found = find_meeting(rows, id);
    if (!found) return std::nullopt;
    return World::stored(found->drill);
}

}  // namespace anlan::meetings

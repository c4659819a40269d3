#include "meetings/queries.hpp"

namespace anlan::meetings {

namespace {

std::string meetings(std::string_view rest) {
    return "SELECT id, drill, seq, title, origin, opened_at, opened_by, recording, ever_recorded, shared, closed_at, "
           "film, "
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

std::optional<SharedView> shared_view(const MeetingFacts& meeting) {
    auto view = from_json_text<SharedView>(meeting.shared);
    return view ? std::optional(std::move(view.value())) : std::nullopt;
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

std::vector<AreaCode> areas_below(store::Rows& rows, const MeetingId& id) {
    std::vector<AreaCode> all;
    for (const auto& each : rows.select<Span>(
             "SELECT meeting, meeting AS root, area FROM meeting_span WHERE meeting = :m ORDER BY area", id
         ))
        all.push_back({each.area});
    return all;
}

std::vector<Span> open_spans(store::Rows& rows) {
    auto all = rows.select<Span>(
        "SELECT s.meeting AS meeting, s.meeting AS root, s.area AS area FROM meeting_span s JOIN meeting m ON m.id = "
        "s.meeting "
        "WHERE m.closed_at IS NULL ORDER BY s.meeting, s.area"
    );
    for (auto& each :
         rows.select<Span>("SELECT id AS meeting, origin AS root, '' AS area FROM meeting WHERE closed_at IS "
                           "NULL AND origin LIKE 'above:%' ORDER BY id")) {
        each.root.erase(0, kAbove.size());
        all.push_back(std::move(each));
    }
    return all;
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

std::vector<CameraFacts> cameras_of(store::Rows& rows, const MeetingId& id) {
    return rows.select<CameraFacts>(
        "SELECT camera, name, person, since_at, until_at FROM meeting_camera WHERE meeting = :m ORDER BY since_seq", id
    );
}

std::optional<PersonId> shower_of(store::Rows& rows, const MeetingId& id, const std::string& camera) {
    return rows.value<PersonId>(
        "SELECT person FROM meeting_camera WHERE meeting = :m AND camera = :c AND until_at IS NULL", id, camera
    );
}

bool sees_camera(store::Rows& rows, const MeetingId& id, const PersonId& person, const std::string& camera) {
    return shower_of(rows, id, camera).has_value() && is_present(rows, id, person);
}

}  // namespace anlan::meetings

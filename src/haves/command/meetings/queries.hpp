#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/world.hpp"
#include "meetings/events.hpp"
#include "store/rows.hpp"

/// What is known of meetings by video.
namespace anlan::meetings {

struct MeetingFacts {
    MeetingId id;
    std::string drill;
    std::int64_t seq = 0;
    std::string title, origin;
    Instant opened_at{};
    PersonId opened_by;
    bool recording = false, ever_recorded = false;
    std::string shared;  ///< the last SharedView as JSON; empty: none
    std::optional<Instant> closed_at;
    std::string film;  ///< SHA-256 of the recording to be played; empty: none
    std::int64_t film_bytes = 0, film_seconds = 0, film_lost = 0;
    std::string film_fault;  ///< see FilmMade
};
BOOST_DESCRIBE_STRUCT(
    MeetingFacts,
    (),
    (id,
     drill,
     seq,
     title,
     origin,
     opened_at,
     opened_by,
     recording,
     ever_recorded,
     shared,
     closed_at,
     film,
     film_bytes,
     film_seconds,
     film_lost,
     film_fault)
)
std::optional<MeetingFacts> find_meeting(store::Rows& rows, const MeetingId& id);
/// A place on the map that somebody shows the others.
struct SharedView {
    PersonId person;
    double lon = 0, lat = 0, zoom = 0;  ///< degrees; as the map counts it
    std::string words;
    Instant at{};
    std::string name;     ///< of the person
    std::string station;  ///< empty: this one
};
BOOST_DESCRIBE_STRUCT(SharedView, (), (person, lon, lat, zoom, words, at, name, station))
/// The last one of somebody here; without the name.
std::optional<SharedView> shared_view(const MeetingFacts& meeting);
/// Newest first.
std::vector<MeetingFacts> find_meetings(store::Rows& rows, const World& world, std::int64_t limit);
/// Open ones that this person is invited to or sits in, of all worlds, newest first.
std::vector<MeetingFacts> open_meetings_of(store::Rows& rows, const PersonId& person);
/// Recorded and over, but not yet made into a film, or in vain.
std::vector<MeetingFacts> meetings_without_film(store::Rows& rows);
/// Stations below that a meeting was joined with.
std::vector<AreaCode> areas_below(store::Rows& rows, const MeetingId& id);
/// "above:<the meeting of the node above>": the origin of a meeting that is joined with it.
inline constexpr std::string_view kAbove = "above:";

/// One line between an open meeting here and one at a neighbour.
struct Span {
    MeetingId meeting;
    std::string root;  ///< id of the upper of the two meetings: what both call it by
    std::string area;  ///< the neighbour below; empty: it is the one above
};
BOOST_DESCRIBE_STRUCT(Span, (), (meeting, root, area))
std::vector<Span> open_spans(store::Rows& rows);
/// The open one of an origin.
std::optional<MeetingFacts> open_meeting_of(store::Rows& rows, const std::string& origin);

struct GuestFacts {
    PersonId person;
    std::string title;
    bool invited = false;
    std::optional<Instant> first_joined;
    std::optional<Instant> joined_at;  ///< in it since; empty: not in it now
    std::optional<Instant> left_at;
    std::int64_t millis = 0;  ///< in it before `joined_at`
    std::int64_t hand = 0;    ///< raised; the smaller, the earlier; 0: down
};
BOOST_DESCRIBE_STRUCT(GuestFacts, (), (person, title, invited, first_joined, joined_at, left_at, millis, hand))
/// One time that a camera was shown in a meeting.
struct CameraFacts {
    std::string camera, name;
    PersonId person;  ///< who shared it
    Instant since_at{};
    std::optional<Instant> until_at;  ///< empty: it is shown now
};
BOOST_DESCRIBE_STRUCT(CameraFacts, (), (camera, name, person, since_at, until_at))
/// In the order they were shared.
std::vector<CameraFacts> cameras_of(store::Rows& rows, const MeetingId& id);
/// Who shows this camera now; nothing: nobody does.
std::optional<PersonId> shower_of(store::Rows& rows, const MeetingId& id, const std::string& camera);
/// Whether this camera is shown now in a meeting that this person sits in.
bool sees_camera(store::Rows& rows, const MeetingId& id, const PersonId& person, const std::string& camera);

/// In the order they were invited.
std::vector<GuestFacts> guests_of(store::Rows& rows, const MeetingId& id);
std::optional<GuestFacts> guest_of(store::Rows& rows, const MeetingId& id, const PersonId& person);
bool is_present(store::Rows& rows, const MeetingId& id, const PersonId& person);
bool hand_raised(store::Rows& rows, const MeetingId& id, const PersonId& person);
std::optional<World> world_of_meeting(store::Rows& rows, const MeetingId& id);

}  // namespace anlan::meetings

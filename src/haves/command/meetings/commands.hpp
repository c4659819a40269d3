#pragma once

#include "journal/desk.hpp"
#include "meetings/events.hpp"

namespace anlan::meetings {

using journal::Decision;
using journal::Desk;

/// 开会. Whoever is invited is rung, unless `rings` is false. `id` empty: a new one; the consultation that it belongs
/// to gives its own. Refuses `title_missing`, `too_long`, `guests_missing`, `person_unknown`, `too_many_guests`,
/// `already_open`.
struct OpenMeeting {
    MeetingId id;
    std::string title, origin;
    std::vector<PersonId> guests;
    bool rings = true;
};
BOOST_DESCRIBE_STRUCT(OpenMeeting, (), (id, title, origin, guests, rings))
Result<Decision> decide(const OpenMeeting& wish, const Desk& desk);

/// All that follow refuse `meeting_unknown` and, once it is over, `already_closed`.
/// People invited already are passed over. Refuses `guests_missing`, `person_unknown`, `too_many_guests`.
struct InviteGuests {
    MeetingId meeting;
    std::vector<PersonId> guests;
    bool rings = true;
};
BOOST_DESCRIBE_STRUCT(InviteGuests, (), (meeting, guests, rings))
Result<Decision> decide(const InviteGuests& wish, const Desk& desk);
std::optional<World> world_of(const InviteGuests& wish, store::Rows& rows);

/// The program's own, when somebody has taken a seat. In it already: passed over.
struct NoteJoined {
    MeetingId meeting;
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(NoteJoined, (), (meeting, person))
Result<Decision> decide(const NoteJoined& wish, const Desk& desk);
std::optional<World> world_of(const NoteJoined& wish, store::Rows& rows);

/// The program's own. Not in it: passed over.
struct NoteLeft {
    MeetingId meeting;
    PersonId person;
    Leaving how = Leaving::left;
};
BOOST_DESCRIBE_STRUCT(NoteLeft, (), (meeting, person, how))
Result<Decision> decide(const NoteLeft& wish, const Desk& desk);
std::optional<World> world_of(const NoteLeft& wish, store::Rows& rows);

/// 举手. Refuses `not_in_meeting`.
struct MoveHand {
    MeetingId meeting;
    bool raised = true;
};
BOOST_DESCRIBE_STRUCT(MoveHand, (), (meeting, raised))
Result<Decision> decide(const MoveHand& wish, const Desk& desk);
std::optional<World> world_of(const MoveHand& wish, store::Rows& rows);

/// Refuses `not_in_meeting`, `view_invalid`, `too_long`.
struct ShareView {
    MeetingId meeting;
    double lon = 0, lat = 0, zoom = 0;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(ShareView, (), (meeting, lon, lat, zoom, words))
Result<Decision> decide(const ShareView& wish, const Desk& desk);
std::optional<World> world_of(const ShareView& wish, store::Rows& rows);

/// 共享摄像头. Whoever asks has seen that the camera is one and may be looked at by this person. Shared already: passed
/// over. Refuses `not_in_meeting`, `too_many_shared`.
struct ShareCamera {
    MeetingId meeting;
    std::string camera, name;
};
BOOST_DESCRIBE_STRUCT(ShareCamera, (), (meeting, camera, name))
Result<Decision> decide(const ShareCamera& wish, const Desk& desk);
std::optional<World> world_of(const ShareCamera& wish, store::Rows& rows);

/// Not shared any more: passed over.
struct StopCamera {
    MeetingId meeting;
    std::string camera;
};
BOOST_DESCRIBE_STRUCT(StopCamera, (), (meeting, camera))
Result<Decision> decide(const StopCamera& wish, const Desk& desk);
std::optional<World> world_of(const StopCamera& wish, store::Rows& rows);

struct SwitchRecording {
    MeetingId meeting;
    bool on = true;
};
BOOST_DESCRIBE_STRUCT(SwitchRecording, (), (meeting, on))
Result<Decision> decide(const SwitchRecording& wish, const Desk& desk);
std::optional<World> world_of(const SwitchRecording& wish, store::Rows& rows);

/// 散会.
struct CloseMeeting {
    MeetingId meeting;
};
BOOST_DESCRIBE_STRUCT(CloseMeeting, (), (meeting))
Result<Decision> decide(const CloseMeeting& wish, const Desk& desk);
std::optional<World> world_of(const CloseMeeting& wish, store::Rows& rows);

/// The program's own, when the recordings of a closed meeting were made into one file, or could not be. Told already:
/// passed over. Refuses `meeting_unknown`.
struct NoteFilm {
    MeetingId meeting;
    FilmMade made;
};
BOOST_DESCRIBE_STRUCT(NoteFilm, (), (meeting, made))
Result<Decision> decide(const NoteFilm& wish, const Desk& desk);
std::optional<World> world_of(const NoteFilm& wish, store::Rows& rows);

/// 接入下级. Stations joined already are passed over. Refuses `to_missing`, `not_below`, `area_unknown`, and as the
/// others.
struct SpanMeeting {
    MeetingId meeting;
    std::vector<AreaCode> to;  ///< own children
};
BOOST_DESCRIBE_STRUCT(SpanMeeting, (), (meeting, to))
Result<Decision> decide(const SpanMeeting& wish, const Desk& desk);
std::optional<World> world_of(const SpanMeeting& wish, store::Rows& rows);

}  // namespace anlan::meetings

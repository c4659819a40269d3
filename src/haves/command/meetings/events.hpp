#pragma once

#include "base/area.hpp"
#include "journal/event.hpp"

/// Meetings by video (视频会议, R8): who was called to one, who was in it and for how long, who asked to speak, what
/// was recorded. Sound and pictures are Janus' business; nothing of them is here.
namespace anlan::meetings {

using MeetingId = Id<struct MeetingTag>;

struct Guest {
    PersonId person;
    std::string title;  ///< of the post they come for
};
BOOST_DESCRIBE_STRUCT(Guest, (), (person, title))

/// Subject of all events here: the meeting.
struct MeetingOpened {
    static constexpr journal::EventKind kKind{"meeting.opened", 1, journal::Share::local, journal::Urgency::urgent};
    std::string title;
    std::string origin;  ///< "consultation:<id>", or empty: a meeting of its own
    std::vector<Guest> guests;
    bool rings = true;  ///< false: whoever opened it has rung them already
};
BOOST_DESCRIBE_STRUCT(MeetingOpened, (), (title, origin, guests, rings))

struct GuestsInvited {
    static constexpr journal::EventKind kKind{"meeting.invited", 1, journal::Share::local, journal::Urgency::urgent};
    std::string title;  ///< of the meeting, for whom it rings
    std::vector<Guest> guests;
    bool rings = true;
};
BOOST_DESCRIBE_STRUCT(GuestsInvited, (), (title, guests, rings))

/// 入会. Noted when the person has a seat; a second device of the same person takes the seat over and is no second
/// arrival.
struct PersonJoined {
    static constexpr journal::EventKind kKind{"meeting.joined", 1, journal::Share::local, journal::Urgency::urgent};
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(PersonJoined, (), (person))

/// 主动离开, 失去联系.
BOOST_DEFINE_ENUM_CLASS(Leaving, left, lost)

struct PersonLeft {
    static constexpr journal::EventKind kKind{"meeting.left", 1};
    PersonId person;
    Leaving how = Leaving::left;
};
BOOST_DESCRIBE_STRUCT(PersonLeft, (), (person, how))

/// 举手, 放下.
struct HandMoved {
    static constexpr journal::EventKind kKind{"meeting.hand_moved", 1};
    PersonId person;
    bool raised = true;
};
BOOST_DESCRIBE_STRUCT(HandMoved, (), (person, raised))

/// 共享地图视野: what whoever shared it had before their eyes.
struct ViewShared {
    static constexpr journal::EventKind kKind{"meeting.view_shared", 1};
    PersonId person;
    double lon = 0, lat = 0, zoom = 0;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(ViewShared, (), (person, lon, lat, zoom, words))

/// 共享摄像头: everybody in the meeting sees what it shows, until it is stopped.
struct CameraShared {
    static constexpr journal::EventKind kKind{"meeting.camera_shared", 1};
    PersonId person;
    std::string camera, name;  ///< as the room that keeps cameras calls it
};
BOOST_DESCRIBE_STRUCT(CameraShared, (), (person, camera, name))

struct CameraStopped {
    static constexpr journal::EventKind kKind{"meeting.camera_stopped", 1};
    PersonId person;
    std::string camera;
};
BOOST_DESCRIBE_STRUCT(CameraStopped, (), (person, camera))

/// 开始或停止录制.
struct RecordingSwitched {
    static constexpr journal::EventKind kKind{"meeting.recorded", 1};
    bool on = true;
};
BOOST_DESCRIBE_STRUCT(RecordingSwitched, (), (on))

struct MeetingClosed {
    static constexpr journal::EventKind kKind{"meeting.closed", 1, journal::Share::local, journal::Urgency::urgent};
    std::int64_t came = 0;  ///< how many people were in it
    std::int64_t seconds = 0;
};
BOOST_DESCRIBE_STRUCT(MeetingClosed, (), (came, seconds))

/// 录像: one file to be played, made of all voices and pictures after the meeting; or why there is none.
struct FilmMade {
    static constexpr journal::EventKind kKind{"meeting.film_made", 1};
    std::string file;  ///< SHA-256 of it; empty: it could not be made
    std::int64_t bytes = 0, seconds = 0;
    std::int64_t lost = 0;  ///< recorded pieces that could not be read
    std::string fault;      ///< "tool_missing", "nothing_recorded", "unreadable", "no_room", "no_folder"; empty: none
};
BOOST_DESCRIBE_STRUCT(FilmMade, (), (file, bytes, seconds, lost, fault))

/// 接入下级: stations below hold a meeting of their own, joined to this one speaker by speaker. Goes to those stations
/// alone.
struct MeetingSpanned {
    static constexpr journal::EventKind kKind{"meeting.spanned", 1, journal::Share::down, journal::Urgency::urgent};
    std::string title;
    std::vector<AreaCode> to;
};
BOOST_DESCRIBE_STRUCT(MeetingSpanned, (), (title, to))

/// The meeting above is over; theirs ends with it.
struct SpanEnded {
    static constexpr journal::EventKind kKind{"meeting.span_ended", 1, journal::Share::down, journal::Urgency::urgent};
    std::vector<AreaCode> to;
};
BOOST_DESCRIBE_STRUCT(SpanEnded, (), (to))

}  // namespace anlan::meetings

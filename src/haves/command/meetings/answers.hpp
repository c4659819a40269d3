#pragma once

#include "http/endpoint.hpp"
#include "meetings/ports.hpp"
#include "meetings/terminal_answers.hpp"

/// What the endpoints of this room answer.
namespace anlan::meetings {

struct MeetingRow {
    std::string id, drill, title, origin, opened_by_name;
    Instant opened_at{};
    std::optional<Instant> closed_at;
    bool recording = false;
    std::int64_t invited = 0, present = 0, came = 0;
};
BOOST_DESCRIBE_STRUCT(
    MeetingRow, (), (id, drill, title, origin, opened_by_name, opened_at, closed_at, recording, invited, present, came)
)

struct GuestRow {
    PersonId person;
    std::string name, title;
    bool invited = false, present = false;
    std::optional<Instant> first_joined, left_at, answered_at;
    std::int64_t seconds = 0;
    std::int64_t hand = 0;
};
BOOST_DESCRIBE_STRUCT(
    GuestRow, (), (person, name, title, invited, present, first_joined, left_at, answered_at, seconds, hand)
)

/// A camera that is shown in the meeting, or was.
struct ShownCamera {
    std::string camera, name;
    PersonId person;
    std::string person_name;
    Instant since_at{};
    std::optional<Instant> until_at;
};
BOOST_DESCRIBE_STRUCT(ShownCamera, (), (camera, name, person, person_name, since_at, until_at))

/// 正在转换, 可播放, 未能转换.
BOOST_DEFINE_ENUM_CLASS(FilmState, coming, ready, failed)

/// The recording of a meeting that is over, as one file to be played.
struct FilmAnswer {
    FilmState state = FilmState::coming;
    std::string digest;  ///< SHA-256
    std::int64_t bytes = 0, seconds = 0;
    std::string zh, en;  ///< what that means, and how to mend it
};
BOOST_DESCRIBE_STRUCT(FilmAnswer, (), (state, digest, bytes, seconds, zh, en))

struct MeetingDetail {
    MeetingRow meeting;
    Media media = Media::missing;
    std::vector<GuestRow> guests;
    std::optional<SharedView> view;
    std::vector<std::string> recordings;
    std::optional<FilmAnswer> film;
    std::vector<AreaCode> below;  ///< stations that were joined
    std::vector<ShownCamera> cameras;
    std::vector<TerminalRow> terminals;
    std::string dial_number;  ///< what a conference set dials; empty: there is no line, or the meeting is over
};
BOOST_DESCRIBE_STRUCT(
    MeetingDetail, (), (meeting, media, guests, view, recordings, film, below, cameras, terminals, dial_number)
)

struct SeatGiven {
    std::string seat;
};
BOOST_DESCRIBE_STRUCT(SeatGiven, (), (seat))

struct MediaAnswer {
    Media media = Media::missing;
    std::string zh, en;  ///< what that means, and how to mend it
};
BOOST_DESCRIBE_STRUCT(MediaAnswer, (), (media, zh, en))

MeetingRow row_of(store::Rows& rows, const MeetingFacts& meeting);
MeetingDetail detail_of(store::Rows& rows, const MeetingFacts& meeting, Hall* hall, Instant now);
/// Nothing: it was not recorded, or is not over yet.
std::optional<FilmAnswer> film_of(const MeetingFacts& meeting);
MediaAnswer media_of(const Hall* hall);

}  // namespace anlan::meetings

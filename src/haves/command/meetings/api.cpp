#include "meetings/api.hpp"

#include "http/file_answer.hpp"
#include "meetings/answers.hpp"
#include "meetings/commands.hpp"
#include "meetings/rules.hpp"
#include "meetings/terminal_commands.hpp"

namespace anlan::meetings {

using http::Call;
using http::Method;
using http::Page;

namespace {

constexpr const char* kSee = "desk.view";
constexpr const char* kHold = "consultation.hold";
constexpr const char* kAnybody = "";  ///< invited people have no desk; each endpoint looks whether they are

/// Invited, or in charge of consultations of this very station.
Result<MeetingFacts> admitted(const Call& call, store::Rows& rows) {
    auto found = find_meeting(rows, {call.path("meeting")});
    if (!found) return meeting_unknown();
    const auto guest = guest_of(rows, found->id, call.caller.person);
    const bool in_charge = call.caller.may(kHold) && call.caller.area.contains(call.node.area);
    if (in_charge || (guest && guest->invited)) return std::move(*found);
    return refuse(
        "not_permitted",
        "meeting",
        "您不在参会名单中，请让召集人邀请",
        "you are not invited; ask whoever holds the meeting"
    );
}

Result<MeetingFacts> admitted_to_open(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(auto found, admitted(call, rows));
    if (found.closed_at) return refuse("already_closed", "meeting", "会议已经结束", "this meeting is over");
    return found;
}

Refusal no_media() {
    const auto words = media_of(nullptr);
    return refuse("media_missing", "", words.zh, words.en);
}

Result<Page<MeetingRow>> list(const Call& call, store::Rows& rows) {
    Page<MeetingRow> page;
    for (const auto& each : find_meetings(rows, call.scope(), call.limit(100)))
        page.items.push_back(row_of(rows, each));
    return page;
}

Result<Page<MeetingRow>> mine(const Call& call, store::Rows& rows) {
    Page<MeetingRow> page;
    for (const auto& each : open_meetings_of(rows, call.caller.person)) page.items.push_back(row_of(rows, each));
    return page;
}

void add_reading(http::Endpoints& table, Hall* hall) {
    table.list<MeetingRow>("/api/v1/meetings", kSee, "视频会议", "Meetings by video", &list)
        .asks({"drill", http::asked_limit()});
    table.list<MeetingRow>("/api/v1/meetings/mine", kAnybody, "请我参加的会议", "Meetings I am invited to", &mine);
    table.get<MediaAnswer>(
        "/api/v1/meetings/media",
        kAnybody,
        "视频服务的状态",
        "The video service",
        [hall](const Call&, store::Rows&) -> Result<MediaAnswer> { return media_of(hall); }
    );
    table.get<TerminalLineAnswer>(
        "/api/v1/meetings/terminals",
        kHold,
        "可呼叫的会议终端",
        "Conference sets, and the line they are called by",
        [hall](const Call&, store::Rows& rows) -> Result<TerminalLineAnswer> { return terminal_line_of(rows, hall); }
    );
    table.get<MeetingDetail>(
        "/api/v1/meetings/{meeting}",
        kAnybody,
        "一个视频会议",
        "One meeting",
        [hall](const Call& call, store::Rows& rows) -> Result<MeetingDetail> {
            BOOST_OUTCOME_TRY(const auto found, admitted(call, rows));
            return detail_of(rows, found, hall, call.now);
        }
    );
}

/// Passwords of the relay, for whoever may sit down here and for no one else.
void add_relay(http::Endpoints& table, const Relay* relay) {
    table.get<RelayAnswer>(
        "/api/v1/meetings/{meeting}/relays",
        kAnybody,
        "会议中继",
        "Relays for those behind a firewall",
        [relay](const Call& call, store::Rows& rows) -> Result<RelayAnswer> {
            BOOST_OUTCOME_TRY(const auto found, admitted_to_open(call, rows));
            return relay == nullptr ? RelayAnswer{} : relay->servers(call.caller.person, call.now);
        }
    );
}

/// The film, for whoever was invited or is in charge; others do not even learn whether there is one.
void add_film(http::Endpoints& table, Hall* hall) {
    auto& film = table.add(Method::get, "/api/v1/meetings/{meeting}/film", kAnybody, "会议录像", "The recording");
    film.gives = json::object{{"type", "string"}, {"contentMediaType", "video/webm"}};
    film.read = [hall](const Call& call, store::Rows& rows) -> Result<http::Answer> {
        BOOST_OUTCOME_TRY(const auto found, admitted(call, rows));
        if (hall == nullptr) return no_media();
        if (found.film.empty())
            return refuse(
                "film_unknown", "", "这个会议还没有可播放的录像", "there is no recording of this meeting to play yet"
            );
        return http::file_answer(hall->film(found.id, found.film), "video/webm", found.film);
    };
}

/// Taking a seat and what is said from it: the media service's own words, let through one by one.
void add_seats(http::Endpoints& table, Hall* hall) {
    const std::string seats = "/api/v1/meetings/{meeting}/seats";
    auto& taking = table.add(Method::post, seats, kAnybody, "入会", "Take a seat");
    taking.answers<SeatGiven>();
    taking.read = [hall](const Call& call, store::Rows& rows) -> Result<http::Answer> {
        BOOST_OUTCOME_TRY(const auto found, admitted_to_open(call, rows));
        if (hall == nullptr) return no_media();
        BOOST_OUTCOME_TRY(auto seat, hall->take_seat(found.id, call.caller.person));
        return http::json_answer(200, to_json(SeatGiven{std::move(seat)}));
    };
    auto& saying =
        table.add(Method::post, seats + "/{seat}/signals", kAnybody, "媒体信令", "Speak to the media service");
    saying.takes = schema_of<Signal>();
    saying.answers<SignalAnswer>();
    saying.read = [hall](const Call& call, store::Rows& rows) -> Result<http::Answer> {
        BOOST_OUTCOME_TRY(const auto found, admitted_to_open(call, rows));
        if (hall == nullptr) return no_media();
        BOOST_OUTCOME_TRY(const auto parsed, parse_json(call.request.body));
        BOOST_OUTCOME_TRY(const auto signal, from_json<Signal>(parsed, Unknown::refused));
        BOOST_OUTCOME_TRY(const auto answer, hall->signal(found.id, call.caller.person, call.path("seat"), signal));
        return http::json_answer(200, to_json(answer));
    };
}

/// Whoever shows a camera stops it, and whoever is in charge.
void add_stop(http::Endpoints& table) {
    auto& stop = table.add(
        Method::post,
        "/api/v1/meetings/{meeting}/cameras/{camera}/stop",
        kAnybody,
        "停止共享摄像头",
        "Stop showing a camera"
    );
    stop.answers<http::Written>().asks({"drill"});
    stop.write = [](const Call& call, store::Rows& rows) -> Result<journal::Wish> {
        BOOST_OUTCOME_TRY(const auto found, admitted(call, rows));
        const auto shower = shower_of(rows, found.id, call.path("camera"));
        const bool in_charge = call.caller.may(kHold) && call.caller.area.contains(call.node.area);
        if (shower && *shower != call.caller.person && !in_charge)
            return refuse(
                "not_permitted",
                "camera",
                "请由共享它的人或会议召集人停止",
                "whoever shares it stops it, or whoever holds the meeting"
            );
        return journal::wish(call.scope(), call.caller.person.text, StopCamera{found.id, call.path("camera")});
    };
}

}  // namespace

void add_endpoints(http::Endpoints& table, Hall* hall, const Relay* relay) {
    add_reading(table, hall);
    add_relay(table, relay);
    add_film(table, hall);
    add_seats(table, hall);
    add_stop(table);
    const std::string each = "/api/v1/meetings/{meeting}";
    table.command<OpenMeeting>(Method::post, "/api/v1/meetings", kHold, "开视频会议", "Open a meeting").creates = true;
    table.command<InviteGuests>(Method::post, each + "/invite", kHold, "邀请参会", "Invite people");
    table.command<SwitchRecording>(Method::post, each + "/recording", kHold, "录制开关", "Record or stop");
    table.command<SpanMeeting>(Method::post, each + "/span", kHold, "接入下级", "Join stations below");
    table.command<CallTerminal>(Method::post, each + "/terminals/call", kHold, "呼叫会议终端", "Call a conference set");
    table.command<MuteTerminal>(
        Method::post, each + "/terminals/{terminal}/mute", kHold, "会议终端静音", "Mute a conference set"
    );
    table.command<RemoveTerminal>(
        Method::post, each + "/terminals/{terminal}/remove", kHold, "移出会议终端", "Remove a conference set"
    );
    table.command<CloseMeeting>(Method::post, each + "/close", kHold, "散会", "Close the meeting");
    table.command<MoveHand>(Method::post, each + "/hand", kAnybody, "举手", "Raise or lower one's hand");
    table.command<ShareView>(Method::post, each + "/view", kAnybody, "共享地图视野", "Share a view of the map");
}

}  // namespace anlan::meetings

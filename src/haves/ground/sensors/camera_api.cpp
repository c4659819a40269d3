#include "sensors/camera_api.hpp"

#include "journal/vault.hpp"
#include "meetings/commands.hpp"
#include "meetings/queries.hpp"
#include "sensors/queries.hpp"

namespace anlan::sensors {

namespace {

using http::Call;
using http::Method;

constexpr const char* kDesk = "desk.view";
constexpr const char* kWhoeverSeesIt =
    "";  ///< people in a meeting have no desk; each endpoint looks whether it is shown

struct ViewingAsked {
    std::string sensor, meeting;  ///< `meeting`: in which it is shown; empty: at the desk
};
BOOST_DESCRIBE_STRUCT(ViewingAsked, (), (sensor, meeting))
struct ViewingGiven {
    std::string viewing;
};
BOOST_DESCRIBE_STRUCT(ViewingGiven, (), (viewing))
struct ShareAsked {
    std::string sensor, meeting;
};
BOOST_DESCRIBE_STRUCT(ShareAsked, (), (sensor, meeting))

Refusal no_camera() {
    return refuse("camera_unknown", "sensor", "这个设备没有配置画面", "no camera is set up for this sensor");
}

/// A camera of this station that this person may look at: from the desk, or because a meeting shows it.
Result<SensorFacts> asked_camera(const Call& call, store::Rows& rows, const std::string& meeting) {
    auto found = find_sensor(rows, {call.path("sensor")});
    const bool shown =
        found && !meeting.empty() && meetings::sees_camera(rows, {meeting}, call.caller.person, found->id.text);
    if (!shown && !call.caller.may(kDesk))
        return refuse(
            "not_permitted",
            "sensor",
            "这个摄像头现在没有展示给您；会议里有人共享时才能看",
            "this camera is not shown to you now; it is while somebody shares it in your meeting"
        );
    if (!found || (!shown && !call.caller.area.overlaps(found->area)))
        return refuse("sensor_unknown", "sensor", "没有这个监测设备", "there is no such sensor");
    if (!found->camera) return no_camera();
    if (!found->node.text.empty())
        return refuse(
            "camera_below",
            "sensor",
            "这是下级站的摄像头，画面不出该站；请该站在会议里共享",
            "this camera is of a station below, and its picture stays there: ask that station to share it in a meeting"
        );
    return std::move(*found);
}

Result<std::string> address_of(const SensorFacts& camera, store::Rows& rows) {
    auto address = journal::vault::reveal(rows, camera.id.text, "camera");
    if (!address) return no_camera();
    return std::move(*address);
}

Result<http::Answer> picture(const Call& call, store::Rows& rows, const Ports& ports) {
    BOOST_OUTCOME_TRY(const auto camera, asked_camera(call, rows, {}));
    BOOST_OUTCOME_TRY(const auto address, address_of(camera, rows));
    if (ports.cameras == nullptr || !ports.note_look) return no_camera();
    BOOST_OUTCOME_TRY(auto bytes, ports.cameras->picture(address));
    BOOST_OUTCOME_TRYV(ports.note_look(camera.id, call.caller.person, {}, false));
    http::Answer answer;
    answer.status = 200;
    answer.body = std::move(bytes);
    answer.content_type = "image/jpeg";
    return answer;
}

Refusal no_video_service() {
    return refuse(
        "media_missing",
        "",
        "本站没有视频服务，看不了实时画面，可以先取单张画面。安装：apt install janus，再在配置中填写 [node.janus]",
        "this station has no video service, so there is no live picture; a single one can be taken. To install it: apt "
        "install janus, then fill in [node.janus]"
    );
}

/// That somebody looks stands in the journal before anything is seen.
Result<http::Answer> begin(const Call& call, store::Rows& rows, const Ports& ports) {
    BOOST_OUTCOME_TRY(const auto asked, http::Endpoints::body_of<ViewingAsked>(call));
    BOOST_OUTCOME_TRY(const auto camera, asked_camera(call, rows, asked.meeting));
    BOOST_OUTCOME_TRY(const auto address, address_of(camera, rows));
    if (ports.live == nullptr || !ports.note_look) return no_video_service();
    if (!address.starts_with("rtsp://"))
        return refuse(
            "camera_not_live",
            "sensor",
            "这个画面地址只有单张图片；要看实时画面，请把画面地址改成摄像头的 rtsp:// 地址",
            "this address gives single pictures only; for a live one enter the camera's rtsp:// address"
        );
    BOOST_OUTCOME_TRY(auto viewing, ports.live->begin(camera.id, address, call.caller.person));
    BOOST_OUTCOME_TRYV(ports.note_look(camera.id, call.caller.person, asked.meeting, true));
    return http::json_answer(201, to_json(ViewingGiven{std::move(viewing)}));
}

Result<http::Answer> say(const Call& call, store::Rows& rows, LiveCameras* live) {
    BOOST_OUTCOME_TRY(const auto parsed, parse_json(call.request.body));
    BOOST_OUTCOME_TRY(const auto signal, from_json<ViewingSignal>(parsed, Unknown::refused));
    if (signal.act != ViewingAct::leave) {  // What is shown no longer is watched no longer.
        BOOST_OUTCOME_TRYV(asked_camera(call, rows, signal.meeting));
    }
    if (live == nullptr) return no_video_service();
    BOOST_OUTCOME_TRY(
        const auto answer, live->signal({call.path("sensor")}, call.caller.person, call.path("viewing"), signal)
    );
    return http::json_answer(200, to_json(answer));
}

Result<journal::Wish> share(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto asked, http::Endpoints::body_of<ShareAsked>(call));
    BOOST_OUTCOME_TRY(const auto camera, asked_camera(call, rows, {}));
    return journal::wish(
        call.scope(), call.caller.person.text, meetings::ShareCamera{{asked.meeting}, camera.id.text, camera.name}
    );
}

}  // namespace

void add_camera_endpoints(http::Endpoints& table, const Ports& ports) {
    const std::string one = "/api/v1/sensors/{sensor}";
    auto& look = table.add(Method::get, one + "/picture", kDesk, "摄像机画面", "a picture of its camera, taken now");
    look.gives = {{"type", "string"}, {"contentMediaType", "image/jpeg"}};
    look.read = [ports](const Call& call, store::Rows& rows) { return picture(call, rows, ports); };
    auto& watch = table.add(Method::post, one + "/viewings", kWhoeverSeesIt, "看实时画面", "watch its live picture");
    watch.takes = schema_of<ViewingAsked>();
    watch.answers<ViewingGiven>();
    watch.read = [ports](const Call& call, store::Rows& rows) { return begin(call, rows, ports); };
    auto& saying = table.add(
        Method::post, one + "/viewings/{viewing}/signals", kWhoeverSeesIt, "实时画面信令", "speak to the media service"
    );
    saying.takes = schema_of<ViewingSignal>();
    saying.answers<ViewingAnswer>();
    saying.read = [live = ports.live](const Call& call, store::Rows& rows) { return say(call, rows, live); };
    auto& sharing = table.add(Method::post, one + "/share", kDesk, "在会议中共享摄像头", "show it in a meeting");
    sharing.takes = schema_of<ShareAsked>();
    sharing.answers<http::Written>().asks({"drill"});
    sharing.write = &share;
}

}  // namespace anlan::sensors

#include "app/companions.hpp"

#include <algorithm>
#include <array>

#include "child/child.hpp"
#include "meetings/answers.hpp"

namespace anlan::app {

namespace {

using enum CompanionState;

struct Said {
    CompanionState state;
    std::string zh, en;
};

Said well() {
    return {up, "正常", "It is well"};
}

/// A program that is started when it is needed.
Said program(const std::string& name, const std::string& package) {
    if (child::on_path(name)) return well();
    return {
        missing, "没有安装。安装：apt install " + package, "It is not installed. To install: apt install " + package};
}

Said janus(const meetings::Hall* hall) {
    const auto words = meetings::media_of(hall);
    if (words.media == meetings::Media::up) return well();
    return {hall == nullptr ? off : down, words.zh, words.en};
}

Said line(const CompanionView& view) {
    const auto links = view.links_up();
    if (!view.line && links.empty())
        return {
            off,
            "本站单独运行；加入上级或接纳下级后启用",
            "This station stands alone; it is used once it has joined another or taken one in"};
    if (links.empty()) return {up, "正常，还没有接入别的站", "It is well; no other station has joined yet"};
    const auto cut = std::ranges::count(links, false);
    if (cut == 0) return well();
    const auto many = std::to_string(cut);
    return {
        down,
        many + " 条链路中断，正在重连；本站照常工作，接通后补送",
        many + " links are cut and tried again; the station works on and sends afterwards what waits"};
}

Said broker(const sensors::Intake& intake) {
    if (!intake.broker)
        return {
            off,
            "没有配置（[node.mqtt]）；传感器也可以经 HTTP 上报",
            "Not configured ([node.mqtt]); sensors may report over HTTP as well"};
    if (intake.connected) return well();
    return {
        down,
        "连不上，正在重试：" + intake.note + "。请检查 mosquitto 是否在运行（systemctl status mosquitto）",
        "It is not reached and tried again: " + intake.note +
            ". See whether mosquitto runs (systemctl status mosquitto)"};
}

Said not_configured(const std::string& table) {
    return {off, "没有配置（" + table + "）", "Not configured (" + table + ")"};
}

Said channel(const calls::ChannelHealth& health, const std::string& table) {
    if (!health.configured) return not_configured(table);
    if (health.awake) return well();
    return {down, health.note_zh, health.note_en};
}

Said modem(const CompanionView& view) {
    const auto device = view.modem ? view.modem() : narrow::DeviceAnswer{};
    if (!device.configured) return not_configured("[node.narrowband]");
    if (device.ready) return well();
    return {
        down,
        "设备没有应答：" + device.note + "。请检查连线、电源和 SIM 卡",
        "The device does not answer: " + device.note + ". Look at its cable, power and card"};
}

}  // namespace

std::vector<Companion> companions(const CompanionView& view) {
    std::vector<Companion> all;
    const auto add = [&](const char* id, const Said& said, std::array<const char*, 4> words) {
        all.push_back({id, said.state, words[0], words[1], words[2], words[3], said.zh, said.en});
    };
    add("nats",
        line(view),
        {"站间传输",
         "Line between stations",
         "上下级报送、视频会议跨级",
         "Reports up and down, meetings of several levels"});
    add("janus",
        janus(view.hall),
        {"视频服务 Janus",
         "Video service Janus",
         "视频会议、摄像头实时画面",
         "Meetings by video, live pictures of cameras"});
    add("mqtt",
        broker(view.intake()),
        {"消息服务器 MQTT", "Message broker MQTT", "传感器读数、号角", "Readings of sensors, horns"});
    add("sms",
        channel(view.channel(calls::Channel::sms), "[node.sms]"),
        {"短信", "Short messages", "短信叫应", "Calls by short message"});
    add("voice",
        channel(view.channel(calls::Channel::voice), "[node.sip]"),
        {"语音网关 SIP",
         "Voice gateway SIP",
         "电话叫应、会议终端、SIP 音柱",
         "Calls by telephone, conference sets, loudspeakers by SIP"});
    add("push",
        channel(view.channel(calls::Channel::push), "[node.push]"),
        {"手机推送", "Push notices", "页面关着也弹出叫应", "Calls that show while the page is closed"});
    add("robot",
        channel(view.channel(calls::Channel::robot), "[[node.robot]]"),
        {"工作群机器人", "Robots in group chats", "在工作群里点名叫应", "Calls by name in group chats"});
    add("modem",
        modem(view),
        {"窄带短报文", "Narrow-band messages", "断网时与上级的求助、报告", "Help and reports when the network is cut"});
    add("speech",
        program("espeak-ng", "espeak-ng"),
        {"语音合成", "Speech", "应急广播和电话叫应的普通话播报", "The spoken words of broadcasts and calls"});
    add("ffmpeg",
        program("ffmpeg", "ffmpeg"),
        {"音视频转换 FFmpeg",
         "Conversion FFmpeg",
         "摄像头画面、会议录像、方言录音",
         "Pictures of cameras, recordings of meetings and of dialect"});
    return all;
}

void add_companion_endpoint(http::Endpoints& table, const CompanionView& view) {
    table.list<Companion>(
        "/api/v1/companions",
        "desk.view",
        "配套服务",
        "programs and devices beside this one",
        [view](const http::Call&, store::Rows&) -> Result<http::Page<Companion>> {
            http::Page<Companion> page;
            page.items = companions(view);
            return page;
        }
    );
}

}  // namespace anlan::app

#include "meetings/terminal_answers.hpp"

#include <algorithm>

#include "devices/queries.hpp"

namespace anlan::meetings {

namespace {

struct Told {
    const char *zh, *en;
};

Told told_of(TerminalEnd how) {
    switch (how) {
        case TerminalEnd::removed:
            return {"主持人已移出", "removed by the host"};
        case TerminalEnd::hung_up:
            return {"终端已挂断", "the set hung up"};
        case TerminalEnd::busy:
            return {"终端正忙；等它空闲后再呼叫", "the set is busy; call again when it is free"};
        case TerminalEnd::declined:
            return {"终端拒接；请打电话问那边", "the set declined; ask there by telephone"};
        case TerminalEnd::no_answer:
            return {"响铃后无人接听；可打开终端的自动应答再呼叫", "nobody picked up; let the set answer by itself"};
        case TerminalEnd::unreached:
            return {
                "终端没有回应；请检查它是否开机、联网，地址是否正确",
                "no answer; see that it is on and its address is right"};
        case TerminalEnd::unknown_number:
            return {
                "没有这个号码；请在“通信设备”核对终端的地址", "no such number; check the address among the devices"};
        case TerminalEnd::no_sound:
            return {
                "终端不支持 G.711 声音；请在终端上打开 PCMA 或 PCMU", "the set takes no G.711; switch PCMA or PCMU on"};
        case TerminalEnd::refused:
            return {
                "呼叫没有接通；请稍后再试，或查看语音网关",
                "the call did not get through; try again or see the gateway"};
        case TerminalEnd::lost:
            return {
                "终端断电或断网，声音中断；恢复后请再呼叫", "the set went silent and away; call again when it is back"};
        case TerminalEnd::line_down:
            return {
                "本站的 SIP 线路打不开；请检查网络和 [node.sip]",
                "this station's SIP line does not open; see [node.sip]"};
        case TerminalEnd::no_line:
            return {
                "本站没有配置 SIP 线路；请在配置中填写 [node.sip]", "this station has no SIP line; fill in [node.sip]"};
        case TerminalEnd::no_gateway:
            return {
                "分机号要经语音网关呼叫，而 [node.sip] 没有 gateway；请改填主机地址",
                "an extension needs the gateway of [node.sip]; give a host instead"};
        case TerminalEnd::no_mix:
            return {
                "视频服务缺少混音插件；请让管理员更新 /etc/anlan/janus 并安装 Janus 的 audiobridge",
                "the video service lacks its AudioBridge; bring /etc/anlan/janus up to date"};
        case TerminalEnd::restarted:
            return {
                "程序重新启动，呼叫已中断；请再呼叫", "the program was restarted and the call broke off; call again"};
    }
    return {"", ""};
}

}  // namespace

std::vector<TerminalRow> terminal_rows(store::Rows& rows, const MeetingFacts& meeting, Instant now) {
    std::vector<TerminalRow> made;
    for (const auto& each : terminals_of(rows, meeting.id)) {
        const auto until_now = each.joined_at ? now - *each.joined_at : Milliseconds{0};
        TerminalRow row{
            each.terminal,
            each.name,
            each.place,
            each.state,
            each.muted,
            each.called_at,
            each.first_joined,
            each.left_at,
            (each.millis + until_now.count()) / 1000,
            {},
            {}};
        if (each.how) {
            const auto words = told_of(*each.how);
            row.zh = words.zh, row.en = words.en;
        }
        made.push_back(std::move(row));
    }
    return made;
}

TerminalLineAnswer terminal_line_of(store::Rows& rows, const Hall* hall) {
    TerminalLineAnswer made;
    if (hall != nullptr) {
        made.line = hall->terminal_line();
        made.address = hall->terminal_address();
    }
    if (made.line == TerminalLine::missing) {
        made.zh = "本站没有配置 SIP 线路，不能接入会议终端；其余功能不受影响。请在配置中填写 [node.sip]。";
        made.en = "This station has no SIP line, so no conference set can join; all else works. Fill in [node.sip].";
    } else if (made.line == TerminalLine::down) {
        made.zh = "SIP 线路暂时打不开，正在重试；请检查网络和 [node.sip]。";
        made.en = "The SIP line does not open at the moment; it is tried again. See the network and [node.sip].";
    }
    const auto busy = terminals_on_the_line(rows);
    for (const auto& each : devices::devices(rows))
        if (each.kind == devices::DeviceKind::conference_set)
            made.terminals.push_back(
                {each.id,
                 each.name,
                 each.place,
                 is_dialled(each.number),
                 std::ranges::any_of(busy, [&](const TerminalFacts& one) { return one.terminal == each.id; })}
            );
    return made;
}

}  // namespace anlan::meetings

#include <fmt/format.h>

#include "response/part.hpp"
#include "response/project.hpp"
#include "response/timeline.hpp"

namespace anlan::response {

namespace {

struct Words {
    const char *zh, *en;
};

Words role_words(calls::RungRole role) {
    switch (role) {
        case calls::RungRole::primary:
            return {"本人", "the person"};
        case calls::RungRole::repeat:
            return {"再次呼叫本人", "the person again"};
        case calls::RungRole::deputy:
            return {"副手", "the deputy"};
        case calls::RungRole::next:
            return {"下一联系人", "the next in the chain"};
        case calls::RungRole::leader:
            return {"带班领导", "the leader on duty"};
        case calls::RungRole::door_knock:
            return {"上门责任人", "the helper at the door"};
    }
    return {"", ""};
}

Words channel_words(calls::AnswerChannel channel) {
    switch (channel) {
        case calls::AnswerChannel::app:
            return {"手机", "by app"};
        case calls::AnswerChannel::telephone:
            return {"电话", "by telephone"};
        case calls::AnswerChannel::radio:
            return {"对讲机", "by radio"};
        case calls::AnswerChannel::satellite:
            return {"卫星电话", "by satellite telephone"};
        case calls::AnswerChannel::door:
            return {"上门", "at the door"};
        case calls::AnswerChannel::sms:
            return {"短信回复", "by SMS"};
        case calls::AnswerChannel::voice:
            return {"语音按键", "by a key in a voice call"};
    }
    return {"", ""};
}

Words outcome_words(calls::KnockOutcome outcome) {
    switch (outcome) {
        case calls::KnockOutcome::waiting:
            return {"等待上门", "waiting"};
        case calls::KnockOutcome::informed:
            return {"已当面告知", "informed in person"};
        case calls::KnockOutcome::moved:
            return {"已转移", "moved to safety"};
        case calls::KnockOutcome::refused:
            return {"拒绝转移", "refused to move"};
        case calls::KnockOutcome::absent:
            return {"家中无人", "nobody at home"};
    }
    return {"", ""};
}

Line line_of(const Part& part) {
    Line line;
    line.response = part.response;
    line.person = part.person;
    line.area = part.area;
    line.colour = part.colour;
    return line;
}

/// The night rule of the calls: the log says that somebody is to telephone.
void add_voice(Line& line, bool voice) {
    if (!voice) return;
    line.zh += "（夜间：响铃并加拨电话）";
    line.en += " (night: rings aloud, telephone as well)";
}

}  // namespace

void note(store::Rows& rows, const Entry& entry, const calls::CallPlaced& placed) {
    const Part part{
        response_of_origin(rows, placed.origin),
        "call",
        placed.post_title,
        placed.person,
        placed.area,
        placed.colour,
        placed.due};
    // The leader's call asks for a decision; it is told, but it is not one of the response's own calls.
    keep_part(rows, entry, part, placed.origin == part.response);
    auto line = line_of(part);
    line.zh = fmt::format("叫应{{person}}（{}，{{area}}）：{}", placed.post_title, placed.headline);
    line.en = fmt::format("Called {{person}} ({}, {{area}}): {}", placed.post_title, placed.headline);
    add_voice(line, placed.voice);
    write_line(rows, entry, {}, line);
}

void note(store::Rows& rows, const Entry& entry, const calls::CallEscalated& escalated) {
    const auto part = part_of(rows, entry.subject);
    auto line = line_of(part);
    const auto role = role_words(escalated.role);
    line.person = escalated.person;
    line.late = true;
    line.zh = fmt::format("{}未应答，升级呼叫：{{person}}（{}）", part.title, role.zh);
    line.en = fmt::format("No answer from {}; now calling {{person}} ({})", part.title, role.en);
    add_voice(line, escalated.voice);
    write_line(rows, entry, {}, line);
}

void note(store::Rows& rows, const Entry& entry, const calls::CallAnswered& answered) {
    const auto part = part_of(rows, entry.subject);
    auto line = line_of(part);
    const auto channel = channel_words(answered.channel);
    line.person = answered.by;
    line.late = part.due_at < entry.at;
    line.zh = fmt::format(
        "{{person}}{}应答（{}，{}），用时{}秒", answered.on_behalf ? "代" : "", part.title, channel.zh, answered.seconds
    );
    line.en = fmt::format(
        "{{person}} answered{} ({}, {}) after {} s",
        answered.on_behalf ? " for another" : "",
        part.title,
        channel.en,
        answered.seconds
    );
    write_line(rows, entry, {}, line);
}

void note(store::Rows& rows, const Entry& entry, const calls::DoorKnockRequested& requested) {
    auto line = line_of(part_of(rows, entry.subject));
    line.person = requested.helper;
    line.late = true;
    line.zh = fmt::format("派{{person}}上门叫应（{}户）", std::max<std::size_t>(1, requested.households.size()));
    line.en = fmt::format(
        "{{person}} is sent to the door ({} households)", std::max<std::size_t>(1, requested.households.size())
    );
    write_line(rows, entry, {}, line);
}

void note(store::Rows& rows, const Entry& entry, const calls::DoorKnocked& knocked) {
    auto line = line_of(part_of(rows, entry.subject));
    const auto outcome = outcome_words(knocked.outcome);
    line.person = {};
    line.zh = fmt::format("上门结果：{}", outcome.zh);
    line.en = fmt::format("At the door: {}", outcome.en);
    write_line(rows, entry, {}, line);
}

void note(store::Rows& rows, const Entry& entry, const calls::CallUnreachable& unreachable) {
    auto line = line_of(part_of(rows, entry.subject));
    line.person = unreachable.person;
    line.late = true;
    line.zh = fmt::format("{{person}}联系不上：{}；下一步：{}", unreachable.reason, unreachable.next);
    line.en = fmt::format("{{person}} cannot be reached: {}; next: {}", unreachable.reason, unreachable.next);
    write_line(rows, entry, {}, line);
}

void note(store::Rows& rows, const Entry& entry, const calls::CallExhausted&) {
    const auto part = part_of(rows, entry.subject);
    auto line = line_of(part);
    line.late = true;
    line.zh = fmt::format("{}的叫应名单已到头仍无人应答，请值班台另行设法", part.title);
    line.en = fmt::format("Nobody on the ladder of {} has answered; the desk must find another way", part.title);
    write_line(rows, entry, {}, line);
}

void note(store::Rows& rows, const Entry& entry, const calls::CallClosed& closed) {
    const auto part = part_of(rows, entry.subject);
    auto line = line_of(part);
    line.zh = fmt::format("{}的叫应结束：{}", part.title, closed.reason);
    line.en = fmt::format("The call to {} ended: {}", part.title, closed.reason);
    write_line(rows, entry, {}, line);
}

}  // namespace anlan::response

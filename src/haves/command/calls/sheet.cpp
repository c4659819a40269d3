#include "calls/sheet.hpp"

#include <fmt/format.h>

namespace anlan::calls {

using documents::Cell;
using documents::Side;

namespace {

const char* word_of(CallState state, bool late) {
    switch (state) {
        case CallState::ringing:
            return late ? "超时" : "待应";
        case CallState::answered:
            return "已应";
        case CallState::door_knock:
            return "上门中";
        case CallState::closed:
            return "已结束";
    }
    return "";
}

const char* word_of(AnswerChannel channel) {
    switch (channel) {
        case AnswerChannel::app:
            return "手机页面";
        case AnswerChannel::telephone:
            return "电话";
        case AnswerChannel::radio:
            return "对讲机";
        case AnswerChannel::satellite:
            return "卫星电话";
        case AnswerChannel::door:
            return "上门";
        case AnswerChannel::sms:
            return "短信回复";
        case AnswerChannel::voice:
            return "语音按键";
    }
    return "";
}

std::string outcome_word(const std::string& outcome) {
    if (outcome == "ringing") return "正在叫";
    if (outcome == "answered") return "已应";
    if (outcome == "no_answer") return "未应";
    if (outcome == "unreachable") return "联系不上";
    if (outcome == "closed") return "已结束";
    return "未轮到";
}

std::string time_or_blank(const std::optional<Instant>& at) {
    return at ? documents::short_time(*at) : "";
}

documents::Sheet summary(const std::vector<CallAnswerBody>& calls, const std::string& note) {
    documents::Sheet sheet{
        "叫应",
        "叫应记录表",
        note,
        {{"村（社区）", 2},
         {"责任人", 1.5, Side::centre},
         {"岗位", 2},
         {"事由", 4},
         {"叫出时间", 2, Side::centre},
         {"应答时限", 2, Side::centre},
         {"状态", 1, Side::centre},
         {"应答时间", 2, Side::centre},
         {"应答人", 1.5, Side::centre},
         {"方式", 1, Side::centre},
         {"用时（秒）", 1, Side::right},
         {"升级次数", 1, Side::right}},
        {}};
    for (const auto& each : calls)
        sheet.rows.push_back(
            {each.area_name,
             each.person_name,
             each.post_title,
             each.headline,
             documents::short_time(each.placed_at),
             documents::short_time(each.due_at),
             word_of(each.state, each.late),
             time_or_blank(each.answered_at),
             each.answered_by_name.value_or(""),
             each.answer_channel ? word_of(*each.answer_channel) : "",
             each.seconds ? Cell::of(static_cast<double>(*each.seconds)) : Cell(),
             Cell::of(static_cast<double>(each.escalations))}
        );
    return sheet;
}

documents::Sheet attempts(const std::vector<CallAnswerBody>& calls, const std::string& note) {
    documents::Sheet sheet{
        "逐次叫应",
        "逐次叫应记录",
        note,
        {{"村（社区）", 2},
         {"事由", 4},
         {"次序", 1, Side::right},
         {"被叫人", 1.5, Side::centre},
         {"岗位", 2},
         {"叫出时间", 2, Side::centre},
         {"时限", 2, Side::centre},
         {"结果", 1, Side::centre}},
        {}};
    for (const auto& each : calls)
        for (const auto& rung : each.ladder)
            if (rung.attempt > 0)
                sheet.rows.push_back(
                    {each.area_name,
                     each.headline,
                     Cell::of(static_cast<double>(rung.attempt)),
                     rung.name,
                     rung.post_title,
                     time_or_blank(rung.placed_at),
                     time_or_blank(rung.due_at),
                     outcome_word(rung.outcome)}
                );
    return sheet;
}

}  // namespace

documents::Workbook table_of(const std::vector<CallAnswerBody>& calls, const std::string& made_by, Instant now) {
    const auto note = documents::short_time(now) + " " + made_by + " 导出";
    return {{summary(calls, note), attempts(calls, note)}};
}

}  // namespace anlan::calls

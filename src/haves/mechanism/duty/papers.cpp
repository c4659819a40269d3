#include "duty/papers.hpp"

#include <fmt/format.h>

#include "organisation/queries.hpp"

namespace anlan::duty {

using documents::Rank;
using documents::Side;

namespace {

std::string zh(CheckKey key) {
    switch (key) {
        case CheckKey::telephones:
            return "电话传真";
        case CheckKey::satellite:
            return "卫星电话";
        case CheckKey::video:
            return "视频会议";
        case CheckKey::broadcast:
            return "应急广播";
        case CheckKey::power:
            return "电源";
        case CheckKey::keys:
            return "钥匙印章";
        default:
            return "车辆";
    }
}

std::string kind_in_words(const std::string& kind) {
    static const std::map<std::string, std::string> words{
        {"response", "响应"},
        {"incident", "事件"},
        {"call", "叫应"},
        {"order", "指令"},
        {"resolution", "议决"},
        {"grid", "网格"},
        {"public", "举报"},
        {"note", "拟办"}};
    const auto found = words.find(kind);
    return found == words.end() ? kind : found->second;
}

std::string signed_by(const std::string& name, Instant at) {
    return (name.empty() ? "—" : name) + "，" + documents::chinese_time(at);
}

struct Place {
    DutyPost post;
    std::string shift, title;
};

/// The columns in the order people read them: leader, officers through the day, stand-by, driver.
std::vector<Place> places_of(const Pattern& pattern) {
    std::vector<Place> places;
    for (const auto post : {DutyPost::leader, DutyPost::officer, DutyPost::standby, DutyPost::driver})
        for (const auto& rule : pattern.posts) {
            if (rule.post != post) continue;
            if (rule.whole_day) places.push_back({post, "", zh(post)});
            for (const auto& shift : pattern.shifts)
                if (!rule.whole_day) places.push_back({post, shift.key, zh(post) + " " + shift.zh});
        }
    return places;
}

std::string who(const Month& month, const std::vector<Duty>& duties, const std::string& day, const Place& place) {
    std::string names;
    for (const auto& duty : duties)
        if (duty.day == day && duty.post == place.post && duty.shift == place.shift)
            names += (names.empty() ? "" : "、") + month.name_of(duty.person);
    return names;
}

}  // namespace

documents::Official handover_paper(store::Rows& rows, const HandoverFacts& handover, const std::string& node) {
    documents::Official paper;
    paper.frame = documents::Frame::plain;
    paper.title = (handover.drill.empty() ? "" : "【演练】") + node + "值班交接班记录";
    paper.seal_place = false;
    paper.say("交班人：" + signed_by(organisation::person_name(rows, handover.giver), handover.offered_at));
    paper.say(
        handover.taken_at ? "接班人：" + signed_by(organisation::person_name(rows, handover.taker), *handover.taken_at)
                          : "接班人：尚未签名，应在" + documents::chinese_time(handover.take_by) + "前接班"
    );
    paper.say(fmt::format("一、未结事项（{} 项）", handover.open.size()), Rank::first);
    if (handover.open.empty()) paper.say("无。");
    for (std::size_t i = 0; i < handover.open.size(); ++i)
        paper.say(fmt::format("{}. 【{}】{}", i + 1, kind_in_words(handover.open[i].kind), handover.open[i].words));
    paper.say("二、设备、钥匙和车辆", Rank::first);
    documents::Table table{"", {{"项目", 2}, {"状态", 1, Side::centre}, {"情况", 5}}, {}};
    for (const auto& each : handover.checks)
        table.rows.push_back({zh(each.key), each.fine ? "正常" : "异常", each.words});
    paper.show(std::move(table));
    paper.say("三、交代事项", Rank::first);
    paper.say("交班：" + (handover.words.empty() ? "无" : handover.words));
    if (handover.taken_at) paper.say("接班：" + (handover.taker_words.empty() ? "无" : handover.taker_words));
    paper.say("交接双方各用本人账号签名，时间由系统记录。");
    paper.signature = node + "值班室";
    paper.date = documents::chinese_date(handover.taken_at.value_or(handover.offered_at));
    return paper;
}

Result<documents::Workbook> rota_workbook(store::Rows& rows, const std::string& name, const std::string& node) {
    BOOST_OUTCOME_TRY(const auto month, month_facts(rows, name));
    const auto duties = duties_of(rows, name, Edition::published);
    const auto places = places_of(month.pattern);
    documents::Sheet sheet{
        "值班表",
        fmt::format("{}值班表（{}年{}月）", node, name.substr(0, 4), std::stoi(name.substr(5))),
        duties.empty() ? "本月尚未发布值班表" : "",
        {{"日期", 2}},
        {}};
    for (const auto& place : places) sheet.columns.push_back({place.title, 2, Side::centre});
    for (const auto& day : month.days) {
        std::vector<documents::Cell> cells{spoken_zh(parse_day(day.day, "day").value()) + day.name};
        for (const auto& place : places) cells.emplace_back(who(month, duties, day.day, place));
        sheet.rows.push_back(std::move(cells));
    }
    return documents::Workbook{{std::move(sheet)}};
}

}  // namespace anlan::duty

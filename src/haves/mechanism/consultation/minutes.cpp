#include "consultation/minutes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace anlan::consultation {

using documents::Rank;

namespace {

std::string person_words(const SeatAnswer& seat) {
    return seat.title.empty() ? seat.name : seat.title + seat.name;
}

/// Headings are counted here, for parts that are empty are left out.
class Headings {
  public:
    explicit Headings(documents::Official& paper) : paper_(paper) {}
    void next(const std::string& title) { paper_.say(documents::chinese_number(++count_) + "、" + title, Rank::first); }

  private:
    documents::Official& paper_;
    int count_ = 0;
};

void say_lines(documents::Official& paper, const std::string& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (!line.empty()) paper.say(line);
}

void say_people(documents::Official& paper, const std::vector<SeatAnswer>& people) {
    std::vector<std::string> present, absent, unknown;
    for (const auto& seat : people) {
        if (!seat.presence)
            unknown.push_back(person_words(seat));
        else if (*seat.presence == Presence::present)
            present.push_back(person_words(seat));
        else if (*seat.presence == Presence::deputy)
            present.push_back(fmt::format("{}（代{}）", seat.deputy_name, person_words(seat)));
        else
            absent.push_back(fmt::format("{}（{}）", person_words(seat), seat.reason));
    }
    const auto say = [&](const char* word, const std::vector<std::string>& names) {
        if (!names.empty()) paper.say(fmt::format("{}：{}", word, fmt::join(names, "、")));
    };
    say("出席", present);
    say("请假", absent);
    say("未签到", unknown);
}

void say_terminals(documents::Official& paper, const std::vector<TerminalSeat>& terminals) {
    std::vector<std::string> sets;
    for (const auto& each : terminals)
        sets.push_back(fmt::format("{}（{} 分钟）", each.name, std::max<std::int64_t>(1, (each.seconds + 30) / 60)));
    if (!sets.empty()) paper.say(fmt::format("会议终端：{}", fmt::join(sets, "、")));
}

std::string result_of(const ResolutionAnswer& each) {
    if (!each.outcome) return "办理中";
    const auto word = *each.outcome == ResolutionOutcome::done ? "已落实" : "终止：";
    return *each.outcome == ResolutionOutcome::done ? word : word + each.words;
}

documents::Table resolutions_of(const std::vector<ResolutionAnswer>& resolutions) {
    using documents::Side;
    documents::Table table{
        "",
        {{"序号", 1, Side::centre},
         {"议决事项", 5},
         {"责任人（单位）", 3},
         {"完成时限", 3, Side::centre},
         {"落实情况", 2, Side::centre}},
        {}};
    for (const auto& each : resolutions) {
        auto owner = each.owner_title;
        if (!each.owner_name.empty()) owner += (owner.empty() ? "" : " ") + each.owner_name;
        table.rows.push_back(
            {std::to_string(each.number), each.text, owner, documents::short_time(each.due), result_of(each)}
        );
    }
    return table;
}

}  // namespace

documents::Official minutes_of(const ConsultationDetail& detail, const std::string& node_name) {
    const auto& head = detail.consultation;
    documents::Official paper;
    paper.frame = documents::Frame::minutes;
    paper.issuer = node_name + "应急会商纪要";
    paper.made_at = documents::chinese_date(head.starts_at);
    paper.urgency = head.drill.empty() ? "" : "演练";
    paper.title = head.title;
    paper.seal_place = false;  // 纪要不加盖印章
    paper.say(fmt::format(
        "时间：{}{}",
        documents::chinese_time(head.starts_at),
        head.concluded_at ? "至" + documents::chinese_time(*head.concluded_at) : "（未结束，以下为记录稿）"
    ));
    if (!head.place.empty()) paper.say("地点：" + head.place);
    paper.say("主持：" + head.chair_title + head.chair_name);
    say_people(paper, detail.people);
    say_terminals(paper, detail.terminals);
    Headings headings(paper);
    if (!detail.agenda.empty()) headings.next("会商议题");
    for (std::size_t i = 0; i < detail.agenda.size(); ++i)
        paper.say(fmt::format("{}. {}", i + 1, detail.agenda[i].text));
    if (!detail.words.empty()) headings.next("研判意见");
    for (const auto& word : detail.words) paper.say(fmt::format("{}{}：{}", word.title, word.speaker, word.text));
    if (!head.conclusion.empty()) headings.next("会商结论");
    say_lines(paper, head.conclusion);
    if (!detail.resolutions.empty()) {
        headings.next("议决事项");
        paper.show(resolutions_of(detail.resolutions));
    }
    if (detail.recording)
        paper.attachments.push_back(fmt::format(
            "会议录像（{}分{}秒，SHA-256：{}）",
            detail.recording->seconds / 60,
            detail.recording->seconds % 60,
            detail.recording->digest
        ));
    paper.signature = node_name;
    paper.date = documents::chinese_date(head.concluded_at.value_or(head.starts_at));
    return paper;
}

}  // namespace anlan::consultation

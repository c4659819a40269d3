#include "incident/forms.hpp"

#include <fmt/format.h>

#include "base/ensure.hpp"
#include "incident/grading.hpp"
#include "incident/stages.hpp"

namespace anlan::incident {

std::string_view forms_json();

namespace {

constexpr std::size_t kLongestMessage = 500;  ///< characters

std::size_t characters(std::string_view text) {
    std::size_t count = 0;
    for (const auto byte : text) count += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
    return count;
}

std::string cut(std::string_view text, std::size_t most) {
    if (characters(text) <= most) return std::string(text);
    if (most == 0) return {};
    std::size_t at = 0, count = 0;
    while (at < text.size()) {
        const auto start = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
        if (start && count++ == most - 1) break;
        ++at;
    }
    return std::string(text.substr(0, at)) + "…";
}

std::string ended(std::string text) {
    if (text.empty() || text.ends_with("。") || text.ends_with("；") || text.ends_with("！")) return text;
    return text + "。";
}

std::string place_in_words(const ReportFacts& report, const Sender& sender) {
    const auto& words = report.body.place.words;
    if (words.find(sender.area_name) != std::string::npos) return words;
    return sender.area_name + words;
}

std::string changes_in_words(const ReportSent& sent) {
    std::string words;
    for (const auto& change : sent.changes) {
        if (!words.empty()) words += "，";
        words += change_in_words(change, sent.stage == Stage::correction ? "更正为" : "变为");
    }
    return words;
}

/// The part that must not be cut: what, when, where, how many.
std::string core_of(const ReportFacts& report, const Sender& sender) {
    const auto& sent = report.body;
    auto text = fmt::format(
        "{}【{}{}】{}。{}，{}发生{}，初判{}。",
        sender.drill ? "【演练】" : "",
        sender.node_name,
        stage_in_words(sent.stage, sent.number),
        cut(sent.account.title, 60),
        time_in_words(sent.happened_at),
        cut(place_in_words(report, sender), 60),
        sender.kind_name,
        grade_in_words(sent.grade)
    );
    const auto figures = figures_in_words(sent.account.figures);
    text += figures.empty() ? "伤亡、损失情况正在核实。" : figures + "。";
    const auto changes = changes_in_words(sent);
    if (!changes.empty()) text += (sent.stage == Stage::correction ? "更正：" : "较上报：") + changes + "。";
    return text;
}

/// The headings count only what is there.
class Chapters {
  public:
    explicit Chapters(documents::Official& paper) : paper_(paper) {}
    void add(const std::string& head, const std::string& text) {
        if (text.empty()) return;
        paper_.say(documents::chinese_number(++count_) + "、" + head, documents::Rank::first);
        paper_.say(ended(text));
    }

  private:
    documents::Official& paper_;
    int count_ = 0;
};

std::string amount_or_blank(const std::optional<double>& value) {
    return value ? fmt::format("{:.10g}", *value) : "不详";
}

documents::Table table_of(const ReportSent& sent) {
    using documents::Side;
    documents::Table table{
        "主要数字",
        {{"项目", 2, Side::left}, {"单位", 1, Side::centre}, {"本次", 1, Side::right}, {"上次", 1, Side::right}},
        {}};
    for (const auto& name : figure_names()) {
        const auto now = figure(sent.account.figures, name.key);
        std::string was = now ? amount_or_blank(now) : "";
        for (const auto& change : sent.changes)
            if (change.key == name.key) was = amount_or_blank(change.from);
        if (sent.number == 1) was = "—";
        if (now || !was.empty()) table.rows.push_back({name.zh, name.unit_zh, amount_or_blank(now), was});
    }
    return table;
}

json::value at_path(json::value value, std::string path) {
    while (!path.empty()) {
        const auto dot = path.find('.');
        const auto* object = value.if_object();
        if (object == nullptr) return nullptr;
        const auto* next = object->if_contains(path.substr(0, dot));
        if (next == nullptr) return nullptr;
        auto copy = *next;
        value = std::move(copy);
        path = dot == std::string::npos ? std::string() : path.substr(dot + 1);
    }
    return value;
}

}  // namespace

std::string time_in_words(Instant at) {
    const auto local = to_local(at);  // 2023-07-28T08:37:00+08:00
    const auto number = [&](std::size_t from) { return std::stoi(local.substr(from, 2)); };
    return fmt::format("{}月{}日{}时{:02}分", number(5), number(8), number(11), number(14));
}

std::string message_of(const ReportFacts& report, const Sender& sender) {
    const auto& account = report.body.account;
    auto text = core_of(report, sender);
    const auto tail = "报告：" + report.body.by_title + "，" + time_in_words(report.at) + "。";
    for (const auto& [head, words] :
         {std::pair{std::string(), account.course},
          std::pair{std::string("已采取："), account.measures},
          std::pair{std::string("请求："), account.request},
          std::pair{std::string("下一步："), account.next}}) {
        if (words.empty()) continue;
        const auto used = characters(text) + characters(tail) + characters(head) + 1;
        if (used + 10 > kLongestMessage) break;
        text += head + ended(cut(words, kLongestMessage - used));
    }
    return text + tail;
}

documents::Official paper_of(const ReportFacts& report, const Sender& sender) {
    const auto& sent = report.body;
    const auto& account = sent.account;
    documents::Official paper;
    paper.frame = documents::Frame::duty_report;
    paper.issuer = sender.drill ? "【演练】值班信息" : "值班信息";
    paper.number = fmt::format("第{}期", sent.number);
    paper.urgency = sent.grade >= Grade::larger || sent.sensitive ? "特急" : "加急";
    paper.signer = sent.by_title;
    paper.made_at = documents::chinese_time(report.at);
    paper.title = fmt::format(
        "{}{}关于{}的{}",
        sender.drill ? "【演练】" : "",
        sender.node_name,
        account.title,
        stage_in_words(sent.stage, sent.number)
    );
    for (const auto& to : sent.to) paper.addressee += (paper.addressee.empty() ? "" : "、") + to;
    paper.say(fmt::format(
        "{}，{}发生{}（{}），初步判定为{}级别。{}于{}得知。",
        time_in_words(sent.happened_at),
        place_in_words(report, sender),
        sender.kind_name,
        sender.class_name,
        grade_in_words(sent.grade),
        sender.node_name,
        time_in_words(sent.known_at)
    ));
    const auto changes = changes_in_words(sent);
    if (!changes.empty()) paper.say((sent.stage == Stage::correction ? "更正事项：" : "数字变化：") + changes + "。");
    Chapters chapters(paper);
    chapters.add("基本情况", account.course);
    chapters.add("初步原因", account.cause);
    chapters.add("处置情况", account.measures);
    chapters.add("领导到位情况", account.leaders);
    chapters.add("发展趋势", account.trend);
    chapters.add("下一步措施", account.next);
    chapters.add("建议和请求", account.request);
    if (sent.late) paper.say("迟报说明：" + ended(sent.late_reason));
    auto table = table_of(sent);
    if (!table.rows.empty()) paper.show(std::move(table));
    paper.signature = sender.node_name + "值班室";
    paper.date = documents::chinese_date(report.at);
    return paper;
}

const std::vector<Mapping>& mappings() {
    static const auto all = [] {
        auto read = from_json_text<std::vector<Mapping>>(std::string(forms_json()));
        ensure(read.has_value(), "the mappings of forms read");
        return std::move(read.value());
    }();
    return all;
}

json::object mapped(const Mapping& mapping, const ReportFacts& report, const Sender& sender) {
    auto whole = to_json(report.body).as_object();
    whole["sent_at"] = to_local(report.at);
    whole["happened_local"] = to_local(report.body.happened_at);
    whole["known_local"] = to_local(report.body.known_at);
    whole["stage_name"] = stage_in_words(report.body.stage, report.body.number);
    whole["grade_name"] = grade_in_words(report.body.grade);
    whole["node_name"] = sender.node_name;
    whole["area_name"] = sender.area_name;
    whole["kind_name"] = sender.kind_name;
    whole["class_name"] = sender.class_name;
    whole["drill"] = sender.drill;
    json::object form;
    for (const auto& field : mapping.fields) form[field.name] = at_path(whole, field.from);
    return form;
}

}  // namespace anlan::incident

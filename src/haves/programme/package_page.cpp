#include <fmt/format.h>

#include "documents/html.hpp"
#include "documents/official.hpp"
#include "programme/opinion_paper.hpp"
#include "programme/package.hpp"
#include "seal/seal.hpp"

namespace anlan::programme {

using documents::escaped;
using documents::html_heads;
using documents::html_row;

namespace {

std::string num(const std::optional<double>& value) {
    return value ? fmt::format("{:g}", *value) : "—";
}

/// Too wide for a telephone: pushed sideways by itself, not the whole page.
std::string wide(const std::string& table) {
    return "<div class=\"wide\" tabindex=\"0\">" + table + "</div>\n";
}

std::string time(Instant at) {
    return "<span class=\"time\">" + documents::short_time(at) + "</span>";
}

std::string both(const std::string& zh, const std::string& en) {
    return escaped(zh) + "<small>" + escaped(en) + "</small>";
}

std::string facts_of(const PackagedSheet& sheet) {
    std::string made = "<table>\n";
    made += html_row(
        {both("站", "Station"), escaped(sheet.station_name) + " <code>" + escaped(sheet.station.text) + "</code>"}
    );
    made += html_row(
        {both("验收单位", "Accepted by"),
         escaped(sheet.county_name) + " <code>" + escaped(sheet.county.text) + "</code>"}
    );
    made += html_row({both("申请", "Applied"), time(sheet.applied_at) + " " + escaped(sheet.applied_by)});
    made += html_row({both("出具意见", "Concluded"), time(sheet.concluded_at) + " " + escaped(sheet.concluded_by)});
    made += html_row(
        {both("结果", "Result"), "<b>" + both(result_zh(sheet.result), result_en(sheet.result)) + "</b>"},
        sheet.result == AcceptanceResult::rectify
    );
    made += html_row(
        {both("总分（百分制）", "Total of 100"),
         fmt::format("{:g}（动态检验 / tried {:g}）", sheet.total, sheet.dynamic)}
    );
    if (!sheet.gates.empty())
        made += html_row(
            {both("一票否决项", "Knock-outs"), escaped(fmt::format("{}", fmt::join(sheet.gates, "、")))}, true
        );
    made += html_row({both("意见", "Opinion"), escaped(sheet.opinion)});
    made += html_row(
        {both("意见书", "The opinion as issued"), "<a href=\"opinion.pdf\">PDF</a> · <a href=\"opinion.docx\">Word</a>"}
    );
    made += html_row({both("评分表版本", "Sheet"), escaped(sheet.sheet)});
    return made + "</table>\n";
}

std::string fixes_of_page(const std::vector<FixFacts>& fixes) {
    if (fixes.empty()) return "<p>" + both("没有需要整改的事项。", "Nothing had to be put right.") + "</p>\n";
    auto made = "<table>\n" + html_heads({"项目 Item", "整改什么 What", "限期 Until", "怎么整改 How", "通过 Accepted"});
    for (const auto& fix : fixes)
        made += html_row(
            {escaped(fix.item) + fmt::format("<small>{}</small>", fix.round),
             escaped(fix.what),
             escaped(fix.until),
             escaped(fix.note) + (fix.reported_at ? "<small>" + time(*fix.reported_at) + "</small>" : ""),
             fix.accepted_at ? time(*fix.accepted_at) : "—"},
            !fix.accepted_at
        );
    return made + "</table>\n";
}

std::string sheet_table(const PackagedSheet& sheet) {
    auto made = "<table>\n" + html_heads(
                                  {"",
                                   "项目 Item",
                                   "满分 Of",
                                   "记录 Records",
                                   "自评 Own",
                                   "评审 Reviewer",
                                   "得分 Points",
                                   "记录说明、评审意见 What was found",
                                   "证据 Evidence"}
                              );
    for (const auto& item : sheet.items) {
        std::string evidence;
        for (const auto& name : item.evidence)
            evidence += "<a href=\"#" + escaped(name) + "\"><code>" +
                        escaped(name.size() == 64 ? name.substr(0, 8) + "…" : name) + "</code></a> ";
        made += html_row(
            {escaped(item.id),
             both(item.title_zh, item.title_en),
             num(item.out_of),
             num(item.records),
             num(item.self),
             num(item.reviewer),
             item.not_applicable ? both("不适用", "does not apply") : "<b>" + num(item.final_points) + "</b>",
             both(item.records_zh, item.records_en) + escaped(item.self_note) + "<b>" + escaped(item.opinion) +
                 "</b> " + escaped(item.reviewer_title),
             evidence}
        );
    }
    return made + "</table>\n";
}

std::string state_word(ProofState state) {
    switch (state) {
        case ProofState::intact:
            return both("完好", "intact");
        case ProofState::altered:
            return both("已损坏：被改动过", "broken: altered");
        case ProofState::missing:
            return both("已损坏：不见了", "broken: missing");
        case ProofState::elsewhere:
            break;
    }
    return both("存于报送单位", "kept by whoever told of it");
}

std::string picture(const std::string& path) {
    if (path.ends_with(".pdf")) return {};
    return "<img src=\"" + escaped(path) + "\" alt=\"\" width=\"160\" loading=\"lazy\"> ";
}

std::string evidence_table(const std::vector<Evidence>& evidence, const std::vector<documents::ArchiveFile>& files) {
    auto made = "<table>\n" + html_heads({"证据 Evidence", "项目 Item", "单位 Node", "状态 State"});
    for (const auto& each : evidence) {
        const auto path = path_of(each, files);
        const auto name = "<code id=\"" + escaped(each.name()) + "\">" + escaped(each.name()) + "</code>";
        made += html_row(
            {path.empty() ? name : "<a href=\"" + escaped(path) + "\">" + picture(path) + name + "</a>",
             escaped(each.item),
             escaped(each.node.text),
             state_word(each.state)},
            !each.sound()
        );
    }
    return made + "</table>\n";
}

std::string entry_row(const std::string& node, const journal::Entry& entry) {
    return html_row(
        {escaped(node) + "#" + std::to_string(entry.seq),
         time(entry.at),
         escaped(entry.kind),
         escaped(entry.actor),
         "<code>" + escaped(entry.hash) + "</code>"}
    );
}

std::string journal_table(const AcceptanceExtract& extract, const AreaCode& here) {
    auto made = "<table>\n" + html_heads({"条目 Entry", "时间 Time", "种类 Kind", "人员编号 Who", "SM3"});
    for (const auto& told : extract.told) made += entry_row(told.origin.text, told.entry);
    for (const auto& entry : extract.own) made += entry_row(here.text, entry);
    return made + "</table>\n";
}

std::string contents_table(const std::vector<documents::ArchiveFile>& files) {
    auto made = "<table>\n" + html_heads({"文件 File", "字节 Bytes", "SM3"});
    for (const auto& file : files)
        made += html_row(
            {"<a href=\"" + escaped(file.path) + "\">" + escaped(file.path) + "</a>",
             std::to_string(file.content.size()),
             "<code>" + seal::sm3(file.content) + "</code>"}
        );
    return made + "</table>\n";
}

std::string how_to_check() {
    return "<p>" +
           both(
               "manifest.json 列出每个文件的字节数和 SM3 摘要；signature.sm2 是验收单位用 SM2 私钥（GB/T "
               "32918，默认用户标识）"
               "对 manifest.json 的签名（base64），public.pem 是公钥。报备和备案回执所说的摘要是 manifest.json 全文的 "
               "SM3。"
               "命令：anlan archive verify 文件名。journal.json 和 told.json 是日志原文：每条的 SM3 由 "
               "prev、seq、at（毫秒）、"
               "actor、drill、kind、subject、cause、body 各占一行（之间换行，末尾不换行）算出。",
               "manifest.json lists size and SM3 digest of every file; signature.sm2 is the accepting unit's SM2 "
               "signature (GB/T 32918, default user id, base64) over manifest.json, public.pem its key. The digest "
               "named "
               "in the submission and the receipt is the SM3 of manifest.json as it stands. Command: anlan archive "
               "verify FILE. journal.json and told.json are the journal's own entries: the SM3 of each is reckoned "
               "over "
               "prev, seq, at (in milliseconds), actor, drill, kind, subject, cause and body, one per line, joined by "
               "newlines."
           ) +
           "</p>\n";
}

}  // namespace

std::string package_page(
    const PackagedSheet& sheet,
    const std::vector<FixFacts>& fixes,
    const std::vector<Evidence>& evidence,
    const AcceptanceExtract& extract,
    const std::vector<documents::ArchiveFile>& files
) {
    const auto title = sheet.station_name + "标准化应急管理站验收档案";
    auto page = documents::html_begin(title);
    page += "<h1>" + both(title, "Acceptance file of " + sheet.station_name) + "</h1>\n" + facts_of(sheet);
    page += "<h2>整改 Put right</h2>\n" + wide(fixes_of_page(fixes));
    page += "<h2>评审表 The sheet</h2>\n" + wide(sheet_table(sheet));
    page += "<h2>证据 Evidence</h2>\n" + wide(evidence_table(evidence, files));
    page += "<h2>日志摘录 Journal extract</h2>\n" + wide(journal_table(extract, sheet.county));
    page += "<h2>卷内目录 Contents</h2>\n" + wide(contents_table(files));
    page += "<h2>怎么核对 How to check</h2>\n" + how_to_check();
    return page + documents::html_end();
}

}  // namespace anlan::programme

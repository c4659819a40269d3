#include "enforcement/paper_words.hpp"

#include <fmt/format.h>

#include "base/day.hpp"
#include "organisation/queries.hpp"

namespace anlan::enforcement {

documents::Official form_of(const PaperFacts& paper, const std::string& authority) {
    documents::Official made;
    made.frame = documents::Frame::duty_report;
    made.issuer = authority;
    made.number = paper.text;
    made.title = title_of(paper.kind);
    made.signature = authority;
    made.date = documents::chinese_date(paper.issued_at);
    return made;
}

documents::Table field_table(std::vector<std::vector<std::string>> rows) {
    return {"", {{"项目", 2, documents::Side::centre}, {"内容", 7}}, std::move(rows)};
}

std::string officers_text(store::Rows& rows, const std::vector<Officer>& officers) {
    std::string text;
    for (const auto& officer : officers)
        text += (text.empty() ? "" : "、") +
                fmt::format("{}（{}）", organisation::person_name(rows, officer.person), officer.certificate);
    return text;
}

std::string day_text(const std::string& day) {
    const auto read = parse_day(day, "");
    return read ? documents::chinese_date(start_of(read.value())) : day;
}

std::string remedy_text(const std::string& what, const std::string& review) {
    return fmt::format(
        "如不服本{0}，可以自收到本{0}之日起六十日内依法向{1}"
        "申请行政复议，或者六个月内依法向有管辖权的人民法院提起行政诉讼，"
        "但复议、诉讼期间本{0}不停止执行，法律另有规定的除外。",
        what,
        review
    );
}

void sign_lines(documents::Official& paper, const std::vector<const char*>& who) {
    for (const auto* each : who) paper.say(fmt::format("{}：＿＿＿＿＿＿＿＿＿＿　　　　年　　月　　日", each));
}

}  // namespace anlan::enforcement

#include "organisation/import.hpp"

#include <algorithm>
#include <set>

#include "journal/vault.hpp"
#include "organisation/lookups.hpp"
#include "organisation/queries.hpp"
#include "organisation/rules.hpp"

namespace anlan::organisation {

namespace {

using registers::ImportReport;
using registers::ImportRow;

registers::Register people_columns() {
    return {
        "people",
        "人员",
        "People",
        {{.name = "name", .title_zh = "姓名", .title_en = "Name", .required = true},
         {.name = "phone", .title_zh = "电话", .title_en = "Telephone"},
         {.name = "area", .title_zh = "区划", .title_en = "Area", .type = "area", .required = true},
         {.name = "full_time", .title_zh = "专职", .title_en = "Full-time", .type = "bool"},
         {.name = "lines", .title_zh = "条线", .title_en = "Lines"}}};
}

registers::Register post_columns() {
    return {
        "posts",
        "岗位",
        "Posts",
        {{.name = "code", .title_zh = "岗位代码", .title_en = "Code"},
         {.name = "title", .title_zh = "岗位", .title_en = "Title", .required = true},
         {.name = "area", .title_zh = "区划", .title_en = "Area", .type = "area", .required = true},
         {.name = "duties", .title_zh = "职责", .title_en = "Duties"},
         {.name = "required", .title_zh = "必设", .title_en = "Required", .type = "bool"},
         {.name = "full_time", .title_zh = "专职", .title_en = "Full-time", .type = "bool"},
         {.name = "line", .title_zh = "条线", .title_en = "Line"},
         {.name = "holder", .title_zh = "任职人", .title_en = "Holder", .type = "person"},
         {.name = "deputy", .title_zh = "副手", .title_en = "Deputy", .type = "person"}}};
}

std::string text_of(const ImportRow& row, const char* name) {
    const auto* value = row.values.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

bool truth_of(const ImportRow& row, const char* name) {
    const auto* value = row.values.if_contains(name);
    return value != nullptr && value->is_bool() && value->as_bool();
}

/// "防汛防台风、综合执法" or ids; what is no line stays as it is and is refused.
std::vector<std::string> lines_in(std::string text) {
    for (const auto* mark : {"、", "，", "；", ";", " ", "/"})
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1))
            text.replace(at, std::string_view(mark).size(), ",");
    std::vector<std::string> all;
    for (std::size_t from = 0; from <= text.size();) {
        const auto end = std::min(text.find(',', from), text.size());
        auto word = text.substr(from, end - from);
        from = end + 1;
        if (word.empty()) continue;
        for (const auto& line : lines_of_duty())
            if (word == line.zh || word == line.en) word = line.id;
        all.push_back(std::move(word));
    }
    return all;
}

AddPerson person_in(const ImportRow& row) {
    return {
        text_of(row, "name"),
        text_of(row, "phone"),
        AreaCode{text_of(row, "area")},
        truth_of(row, "full_time"),
        lines_in(text_of(row, "lines"))};
}

CreatePost post_in(const ImportRow& row) {
    const auto lines = lines_in(text_of(row, "line"));
    return {
        text_of(row, "code"),
        text_of(row, "title"),
        AreaCode{text_of(row, "area")},
        text_of(row, "duties"),
        truth_of(row, "required"),
        truth_of(row, "full_time"),
        lines.empty() ? std::string() : lines.front(),
        0};
}

void note(ImportRow& row, const Result<void>& checked) {
    if (!checked) row.errors.push_back({checked.error().field, checked.error().zh, checked.error().en});
}

void count(ImportReport& report) {
    report.bad =
        std::count_if(report.rows.begin(), report.rows.end(), [](const auto& row) { return !row.errors.empty(); });
    report.good = static_cast<std::int64_t>(report.rows.size()) - report.bad;
}

std::set<std::pair<std::string, std::string>> listed_people(store::Rows& rows) {
    std::set<std::pair<std::string, std::string>> all;
    for (const auto& id : rows.list<std::string>("SELECT id FROM person WHERE erased = 0"))
        all.emplace(
            journal::vault::reveal(rows, id, "name").value_or(""),
            journal::vault::reveal(rows, id, "phone").value_or("")
        );
    return all;
}

/// Adds the report to whatever the decision answers.
journal::Wish answering(ImportReport report, std::string actor, std::function<Result<Decision>(const Desk&)> decide) {
    report.committed = true;
    auto answer = to_json(report).as_object();
    auto both = [decide = std::move(decide), answer = std::move(answer)](const Desk& desk) -> Result<Decision> {
        BOOST_OUTCOME_TRY(auto decision, decide(desk));
        decision.answer = answer;
        return decision;
    };
    return {World::real(), std::move(actor), std::move(both), {}};
}

Result<Decision> create_and_fill(const std::vector<ImportRow>& rows, const Desk& desk) {
    Decision all;
    all.subject = "posts";
    std::int64_t sort = 0;
    for (const auto& row : rows) {
        auto wish = post_in(row);
        const PersonId holder{text_of(row, "holder")}, deputy{text_of(row, "deputy")};
        BOOST_OUTCOME_TRY(auto created, decide(wish, desk));
        auto& event = created.events.front();
        sort =
            std::max(sort + 10, event.body.at("sort").as_int64());  // the views do not see the rows before this one yet
        event.body["sort"] = sort;
        const auto id = created.subject;
        all.events.push_back(std::move(event));
        if (holder.empty()) continue;
        BOOST_OUTCOME_TRYV(person_is_active(desk, holder, "holder"));
        all.events.push_back(journal::event(id, PostFilled{holder, deputy, ""}));
    }
    return all;
}

}  // namespace

ImportReport judge_people(store::Rows& rows, const registers::Table& table, const AreaCode& node) {
    auto report = registers::judge(table, people_columns(), node, lookups(), rows);
    auto listed = listed_people(rows);
    for (auto& row : report.rows) {
        const auto person = person_in(row);
        note(row, phone_is_sound(person.phone));
        for (const auto& line : person.lines) note(row, line_is_known(line, "lines", false));
        if (!person.name.empty() && !listed.emplace(person.name, person.phone).second)
            row.errors.push_back({"name", "这个人已经登记过（姓名和电话相同）", "this person is listed already"});
    }
    count(report);
    return report;
}

ImportReport judge_posts(store::Rows& rows, const registers::Table& table, const AreaCode& node) {
    auto report = registers::judge(table, post_columns(), node, lookups(), rows);
    for (auto& row : report.rows) {
        note(row, line_is_known(post_in(row).line, "line", true));
        const auto holder = text_of(row, "holder"), deputy = text_of(row, "deputy");
        if (!deputy.empty() && (holder.empty() || holder == deputy))
            row.errors.push_back(
                {"deputy", "副手应与任职人不同，且须先有任职人", "a deputy is another person than the holder"}
            );
    }
    count(report);
    return report;
}

journal::Wish commit_people(ImportReport report, std::string actor) {
    if (report.bad > 0 || report.good == 0) return registers::preview(std::move(report), std::move(actor));
    AddPeople wish;
    for (const auto& row : report.rows) wish.people.push_back(person_in(row));
    return answering(std::move(report), std::move(actor), [wish = std::move(wish)](const Desk& desk) {
        return decide(wish, desk);
    });
}

journal::Wish commit_posts(ImportReport report, std::string actor) {
    if (report.bad > 0 || report.good == 0) return registers::preview(std::move(report), std::move(actor));
    auto rows = report.rows;
    return answering(std::move(report), std::move(actor), [rows = std::move(rows)](const Desk& desk) {
        return create_and_fill(rows, desk);
    });
}

}  // namespace anlan::organisation

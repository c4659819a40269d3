#include <algorithm>

#include "app/shelf.hpp"
#include "app/system_api.hpp"
#include "journal/vault.hpp"
#include "organisation/queries.hpp"
#include "registers/commands.hpp"
#include "registers/queries.hpp"

namespace anlan::app {

namespace {

constexpr std::size_t kTextBytesMax = 6'000;

struct Suggestion {
    std::string text, contact;
};
BOOST_DESCRIBE_STRUCT(Suggestion, (), (text, contact))

constexpr const char* kList = "suggestions";

/// A row as the list keeps it.
struct Kept {
    std::string text, said_on, by, answer, answered_on, answered_by;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (text, said_on, by, answer, answered_on, answered_by))

struct SuggestionAnswer {
    std::string id, text, said_on, by_name, contact;
    std::optional<std::string> answer, answered_on;
    std::string answered_by_name;
};
BOOST_DESCRIBE_STRUCT(
    SuggestionAnswer, (), (id, text, said_on, by_name, contact, answer, answered_on, answered_by_name)
)

struct Reply {
    std::string answer;
};
BOOST_DESCRIBE_STRUCT(Reply, (), (answer))

std::string today(const http::Call& call) {
    return to_local(call.now).substr(0, 10);
}

std::string name_of(store::Rows& rows, const std::string& person) {
    return person.empty() ? std::string() : organisation::person_name(rows, PersonId{person});
}

SuggestionAnswer answer_of(store::Rows& rows, const std::string& id, Kept kept) {
    SuggestionAnswer made{id, std::move(kept.text), std::move(kept.said_on), name_of(rows, kept.by), {}, {}, {}, {}};
    if (kept.answer.empty()) return made;
    made.answer = std::move(kept.answer);
    made.answered_on = std::move(kept.answered_on);
    made.answered_by_name = name_of(rows, kept.answered_by);
    return made;
}

/// Unanswered ones first, each group with the newest first.
Result<http::Page<SuggestionAnswer>> list(const http::Call& call, store::Rows& rows, bool mine) {
    http::Page<SuggestionAnswer> page;
    auto all = registers::read_rows<Kept>(registers::kept_rows(rows, kList));
    std::reverse(all.begin(), all.end());
    std::stable_partition(all.begin(), all.end(), [](const auto& each) { return each.second.answer.empty(); });
    for (auto& [id, kept] : all) {
        if (mine && kept.by != call.caller.person.text) continue;
        page.items.push_back(answer_of(rows, id, std::move(kept)));
        const auto contact = journal::vault::reveal(rows, id, "contact").value_or("");
        const bool whole = mine || contact.empty() || call.caller.may("registers.edit");
        page.items.back().contact = whole ? contact : registers::masked(contact);
    }
    return page;
}

Result<journal::Wish> reply(const http::Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(auto said, http::Endpoints::body_of<Reply>(call));
    if (said.answer.empty()) return refuse("text_empty", "answer", "请写答复", "write the answer");
    if (said.answer.size() > kTextBytesMax)
        return refuse("text_too_long", "answer", "请控制在 2000 字以内", "keep it under 2,000 characters");
    const auto id = call.path("suggestion");
    if (!registers::kept_row(rows, kList, id))
        return refuse("suggestion_unknown", "suggestion", "没有这条意见", "there is no such suggestion");
    const auto& by = call.caller.person.text;
    return registers::put_row(
        *shelf().find(kList), by, id, {{"answer", said.answer}, {"answered_on", today(call)}, {"answered_by", by}}
    );
}

Result<journal::Wish> keep(const http::Call& call) {
    BOOST_OUTCOME_TRY(auto said, http::Endpoints::body_of<Suggestion>(call));
    if (said.text.empty()) return refuse("text_empty", "text", "请写下意见或投诉", "write down what you want to say");
    if (said.text.size() > kTextBytesMax)
        return refuse("text_too_long", "text", "请控制在 2000 字以内", "keep it under 2,000 characters");
    const auto* list = shelf().find(kList);
    ensure(list != nullptr, "suggestions have a list");
    const auto& by = call.caller.person.text;
    return registers::put_row(
        *list, by, "", {{"text", said.text}, {"contact", said.contact}, {"said_on", today(call)}, {"by", by}}
    );
}

}  // namespace

registers::Register suggestions() {
    return {
        "suggestions",
        "投诉与建议",
        "Complaints and suggestions",
        {{.name = "text", .title_zh = "内容", .title_en = "What was said", .required = true},
         {.name = "contact", .title_zh = "联系方式", .title_en = "Contact", .personal = true},
         {.name = "said_on", .title_zh = "日期", .title_en = "Date", .type = "date"},
         {.name = "by", .title_zh = "提出人编号", .title_en = "Who said it"},
         {.name = "answer", .title_zh = "答复", .title_en = "Answer"},
         {.name = "answered_on", .title_zh = "答复日期", .title_en = "Answered on", .type = "date"},
         {.name = "answered_by", .title_zh = "答复人编号", .title_en = "Answered by"}}};
}

void add_suggestion_endpoint(http::Endpoints& table) {
    auto& post = table.add(http::Method::post, "/api/v1/suggestions", "", "投诉与建议", "a complaint or a suggestion");
    post.takes = schema_of<Suggestion>();
    post.answers<http::Written>();
    post.creates = true;
    post.write = [](const http::Call& call, store::Rows&) { return keep(call); };
    table.list<SuggestionAnswer>(
        "/api/v1/suggestions",
        "registers.view",
        "收到的投诉与建议",
        "complaints and suggestions received",
        [](const http::Call& call, store::Rows& rows) { return list(call, rows, false); }
    );
    table.list<SuggestionAnswer>(
        "/api/v1/suggestions/mine",
        "",
        "我提的意见和答复",
        "what I said and the answers",
        [](const http::Call& call, store::Rows& rows) { return list(call, rows, true); }
    );
    auto& answering = table.add(
        http::Method::post,
        "/api/v1/suggestions/{suggestion}/answer",
        "registers.edit",
        "答复意见",
        "answer a suggestion"
    );
    answering.takes = schema_of<Reply>();
    answering.answers<http::Written>();
    answering.write = [](const http::Call& call, store::Rows& rows) { return reply(call, rows); };
}

}  // namespace anlan::app

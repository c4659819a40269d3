#include "app/shelf.hpp"
#include "app/system_api.hpp"
#include "registers/commands.hpp"

namespace anlan::app {

namespace {

constexpr std::size_t kTextBytesMax = 6'000;

struct Suggestion {
    std::string text, contact;
};
BOOST_DESCRIBE_STRUCT(Suggestion, (), (text, contact))

Result<journal::Wish> keep(const http::Call& call) {
    BOOST_OUTCOME_TRY(auto said, http::Endpoints::body_of<Suggestion>(call));
    if (said.text.empty()) return refuse("text_empty", "text", "请写下意见或投诉", "write down what you want to say");
    if (said.text.size() > kTextBytesMax)
        return refuse("text_too_long", "text", "请控制在 2000 字以内", "keep it under 2,000 characters");
    const auto* list = shelf().find("suggestions");
    ensure(list != nullptr, "suggestions have a list");
    return registers::put_row(
        *list,
        call.caller.person.text,
        "",
        {{"text", said.text}, {"contact", said.contact}, {"said_on", to_local(call.now).substr(0, 10)}}
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
         {.name = "answer", .title_zh = "答复", .title_en = "Answer"}}};
}

void add_suggestion_endpoint(http::Endpoints& table) {
    auto& post = table.add(http::Method::post, "/api/v1/suggestions", "", "投诉与建议", "a complaint or a suggestion");
    post.takes = schema_of<Suggestion>();
    post.answers<http::Written>();
    post.creates = true;
    post.write = [](const http::Call& call, store::Rows&) { return keep(call); };
}

}  // namespace anlan::app

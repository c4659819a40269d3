#include "search/api.hpp"

#include <charconv>

#include "search/queries.hpp"

namespace anlan::search {

namespace {

struct FoundAnswer {
    std::string kind, subject, title, text, state, drill;
    AreaCode area;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(FoundAnswer, (), (kind, subject, title, text, state, drill, area, at))

constexpr const char* kCursor = "cursor";

Result<http::Page<FoundAnswer>> ask(const http::Call& call, store::Rows& rows) {
    Question question;
    question.text = call.query("q");
    question.world = call.scope();
    question.area = call.caller.area;
    question.permissions = call.caller.permissions;
    question.kind = call.query("kind");
    question.limit = call.limit(60, 200);
    const auto cursor = call.query(kCursor);
    std::from_chars(cursor.data(), cursor.data() + cursor.size(), question.before);
    BOOST_OUTCOME_TRY(auto answer, find(rows, question));
    http::Page<FoundAnswer> page;
    for (auto& each : answer.found)
        page.items.push_back(
            {each.kind, each.subject, each.title, each.text, each.state, each.drill, each.area, each.at}
        );
    if (answer.before) page.cursor = std::to_string(*answer.before);
    return page;
}

}  // namespace

void add_endpoints(http::Endpoints& table) {
    table.list<FoundAnswer>("/api/v1/search", "desk.view", "全站检索", "Search everything", &ask)
        .asks({"q", "kind", "drill", "cursor", http::asked_limit()});
}

}  // namespace anlan::search

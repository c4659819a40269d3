#include "organisation/api.hpp"
#include "organisation/contacts.hpp"
#include "organisation/import.hpp"
#include "registers/table.hpp"

namespace anlan::organisation {

namespace {

using Judge = registers::ImportReport (*)(store::Rows&, const registers::Table&, const AreaCode&);
using Commit = journal::Wish (*)(registers::ImportReport, std::string);

void add_import(
    http::Endpoints& table,
    const char* path,
    const char* zh,
    const char* en,
    const registers::SheetReader* sheets,
    Judge judge,
    Commit commit
) {
    auto& made = table.add(http::Method::post, path, "organisation.edit", zh, en);
    made.takes = {{"type", "string"}, {"contentMediaType", "text/csv"}};
    made.answers<registers::ImportReport>().asks({http::asked_flag("commit")});
    made.write = [sheets, judge, commit](const http::Call& call, store::Rows& rows) -> Result<journal::Wish> {
        const auto& body = call.request.body;
        BOOST_OUTCOME_TRY(
            const auto read, is_vcard(body) ? contacts_table(body, call.node.area) : registers::read_table(body, sheets)
        );
        auto report = judge(rows, read, call.node.area);
        const auto& actor = call.caller.person.text;
        if (call.query("commit") == "1") return commit(std::move(report), actor);
        return registers::preview(std::move(report), actor);
    };
    made.answer = [](const http::Call&, const journal::Outcome& outcome) {
        return http::json_answer(200, outcome.answer);
    };
}

}  // namespace

void add_import_endpoints(http::Endpoints& table, const registers::SheetReader* sheets) {
    add_import(
        table,
        "/api/v1/people/import",
        "导入人员：先预览，commit=1 时写入",
        "imports people: a preview, or with commit=1 the rows",
        sheets,
        &judge_people,
        &commit_people
    );
    add_import(
        table,
        "/api/v1/posts/import",
        "导入岗位：先预览，commit=1 时写入",
        "imports posts: a preview, or with commit=1 the rows",
        sheets,
        &judge_posts,
        &commit_posts
    );
}

}  // namespace anlan::organisation

#include "calls/api.hpp"

#include <algorithm>

#include "calls/answers.hpp"
#include "calls/commands.hpp"
#include "calls/sheet.hpp"
#include "documents/download.hpp"

namespace anlan::calls {

namespace {

using http::Call;
using http::Page;

/// Calls of a response are closed with it; others (roll-calls, shifts) stay answered and leave the board after this.
constexpr std::chrono::hours kAnsweredShown{72};

Result<Page<CallAnswerBody>> list(const Call& call, store::Rows& rows) {
    const auto response = call.query("response");
    const auto state = call.query("state");
    const auto after = call.query("cursor");
    const auto limit = call.limit(1'000, 2'000);
    Page<CallAnswerBody> page;
    CallPages pages(rows, call.now);
    // A condition that does not hold is written as one that is always true, so that those that do are plain and find
    // their index among ten years of calls.
    const auto where = [](bool holds, const char* condition, const char* always) { return holds ? condition : always; };
    const auto asked = std::string("WHERE drill = :d AND ") + where(!response.empty(), "origin = :r", ":r = ''") +
                       " AND " + where(!state.empty(), "state = :s", ":s = ''") + " AND " +
                       where(
                           call.query("open") == "1",
                           "(state IN ('ringing', 'door_knock') OR (state = 'answered' AND placed_at > :t))",
                           "CAST(:t AS BIGINT) > 0"
                       ) +
                       " AND id > :a AND area LIKE :w ORDER BY id LIMIT :l";
    for (const auto& row : rows.select<CallRow>(
             kCallRows + asked,
             call.scope().text(),
             response,
             state,
             call.now - kAnsweredShown,
             after,
             std::string(call.caller.area.prefix()) + "%",
             limit
         ))
        page.items.push_back(pages.answer(row));
    if (static_cast<std::int64_t>(page.items.size()) == limit) page.cursor = page.items.back().id;
    return page;
}

/// What is open and has rung for me, and what I answered in the last day; in every world, for a phone does not choose
/// one.
Result<Page<CallAnswerBody>> mine(const Call& call, store::Rows& rows) {
    Page<CallAnswerBody> page;
    CallPages pages(rows, call.now);
    const auto& me = call.caller.person;
    for (const auto& row : rows.select<CallRow>(
             kCallRows +
                 "WHERE (state IN ('ringing', 'door_knock') AND id IN (SELECT call FROM call_rung WHERE person = :m1)) "
                 "OR (answered_by = :m2 AND answered_at > :since) ORDER BY state DESC, placed_at DESC LIMIT 100",
             me,
             me,
             call.now - std::chrono::hours{24}
         ))
        page.items.push_back(pages.answer(row));
    return page;
}

Result<CallAnswerBody> one(const Call& call, store::Rows& rows) {
    const auto row = call_row(rows, CallId{call.path("call")});
    if (!row) return refuse("call_unknown", "call", "没有这次叫应", "there is no such call");
    const auto& me = call.caller.person;
    const bool concerned =
        row->answered_by == me ||
        std::any_of(row->ladder.begin(), row->ladder.end(), [&](const Rung& rung) { return rung.person == me; });
    if (!concerned && !(call.caller.may("desk.view") && call.caller.area.contains(row->area)))
        return refuse("not_permitted", "call", "只能查看自己的叫应", "you may see your own calls only");
    return CallPages(rows, call.now).answer(*row);
}

Result<documents::Workbook> sheet(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(const auto page, list(call, rows));
    return table_of(page.items, call.caller.name, call.now);
}

}  // namespace

void add_endpoints(http::Endpoints& table, const documents::Writer* writer) {
    using http::Method;
    documents::add_workbook(
        table,
        writer,
        "/api/v1/calls",
        "desk.view",
        "叫应记录表",
        "calls as a table",
        &sheet,
        {"drill",
         "response",
         http::asked_choice<CallState>("state"),
         http::asked_flag("open"),
         "cursor",
         http::asked_limit()}
    );
    table.list<CallAnswerBody>("/api/v1/calls", "desk.view", "叫应", "calls", &list)
        .asks(
            {"drill",
             "response",
             http::asked_choice<CallState>("state"),
             http::asked_flag("open"),
             "cursor",
             http::asked_limit()}
        );
    table.list<CallAnswerBody>("/api/v1/calls/mine", "", "我的叫应", "calls for me", &mine);
    table.get<CallAnswerBody>("/api/v1/calls/{call}", "", "一次叫应", "one call", &one);
    table.command<AnswerCall>(Method::post, "/api/v1/calls/{call}/answer", "", "本人应答", "answer it oneself");
    table.command<RecordAnswer>(
        Method::post,
        "/api/v1/calls/{call}/answer-for",
        "call.record",
        "登记电话等应答",
        "record an answer heard by telephone, radio or satellite"
    );
    table.command<GiveUpOnPerson>(
        Method::post,
        "/api/v1/calls/{call}/unreachable",
        "call.record",
        "登记联系不上，转下一人",
        "give up on the person on turn"
    );
    table.command<RecordKnock>(
        Method::post, "/api/v1/calls/{call}/door-knocks", "", "登记一户上门结果", "record what was found at a door"
    );
}

}  // namespace anlan::calls

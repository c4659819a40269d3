#include "warning/api.hpp"

#include <charconv>

#include "warning/commands.hpp"
#include "warning/feeds.hpp"
#include "warning/typhoons.hpp"

namespace anlan::warning {

namespace {

using http::Call;
using http::Page;

/// What POST /drills takes; the id is ours to give.
struct NewDrill {
    std::string name, scenario;
};
BOOST_DESCRIBE_STRUCT(NewDrill, (), (name, scenario))

WarningFilter filter_of(const Call& call) {
    WarningFilter filter;
    filter.world = call.scope();
    filter.all = call.query("state", "active") == "all";
    filter.hazard = call.query("hazard");
    filter.limit = call.limit();
    const auto cursor = call.query("cursor");
    std::from_chars(cursor.data(), cursor.data() + cursor.size(), filter.before);
    return filter;
}

/// A wish that writes nothing and carries what is wrong with the message to the answer.
journal::Wish report_faults(const Call& call, const std::vector<AlertFault>& faults) {
    journal::Wish wish{World::real(), call.caller.person.text, {}, {}};
    wish.decide = [faults](const Desk&) -> Result<Decision> {
        Decision decision;
        decision.answer = {{"errors", to_json(faults)}};
        return decision;
    };
    return wish;
}

Result<journal::Wish> read_and_receive(const Call& call, const Surroundings& outside) {
    auto reading = outside.reader.read(call.request.body);
    if (reading.verdict == Verdict::refused || reading.alerts.empty()) return report_faults(call, reading.faults);
    return receive(
        outside.matcher,
        call.caller.person.text,
        ReceiveWarnings{
            .alerts = std::move(reading.alerts),
            .source = "http",
            .via = {},
            .drill = call.scope().text(),
            .verdict = to_text(reading.verdict)}
    );
}

http::Answer answer_receipt(const Call& call, const journal::Outcome& outcome) {
    if (const auto* errors = outcome.answer.if_contains("errors"))
        return http::problem(
            422,
            refuse(
                "warning_invalid",
                "",
                "这份文件不能作为预警接收，问题见 errors",
                "this file cannot be received as a warning; see errors"
            ),
            call.caller.english,
            {{"errors", *errors}, {"verdict", "refused"}}
        );
    json::object body{{"id", outcome.subject}};
    for (const auto& pair : outcome.answer) body.insert_or_assign(pair.key(), pair.value());
    return http::json_answer(outcome.first_seq != 0 ? 201 : 200, body);
}

void add_reading(http::Endpoints& table, const ResponsesOf& responses_of) {
    table
        .list<WarningAnswer>(
            "/api/v1/warnings",
            "desk.view",
            "预警列表（state=active|all，hazard=）",
            "Warnings (state=active|all, hazard=)",
            [responses_of](const Call& call, store::Rows& rows) -> Result<Page<WarningAnswer>> {
                const auto filter = filter_of(call);
                const auto found = find_warnings(rows, filter);
                Page<WarningAnswer> page;
                for (const auto& each : found)
                    page.items.push_back(answer_of(rows, each, responses_of, call.caller.english));
                if (static_cast<std::int64_t>(found.size()) == filter.limit)
                    page.cursor = std::to_string(found.back().seq);
                return page;
            }
        )
        .asks(
            {"drill",
             {"state", {{"type", "string"}, {"enum", json::array{"active", "all"}}}},
             "hazard",
             "cursor",
             http::asked_limit()}
        );
    table.get<WarningDetail>(
        "/api/v1/warnings/{warning}",
        "desk.view",
        "一条预警，含原文与经过",
        "One warning with its original and its history",
        [responses_of](const Call& call, store::Rows& rows) -> Result<WarningDetail> {
            const auto found = find_warning(rows, {call.path("warning")});
            if (!found) return refuse("warning_unknown", "warning", "没有这条预警", "there is no such warning");
            return detail_of(rows, *found, responses_of, call.caller.english);
        }
    );
}

void add_feeds(http::Endpoints& table) {
    table.list<FeedState>(
        "/api/v1/feeds",
        "desk.view",
        "预警订阅源及其状态",
        "Feeds of alerts and whether they answer",
        [](const Call&, store::Rows& rows) -> Result<Page<FeedState>> {
            return Page<FeedState>{feeds(rows), {}};
        }
    );
}

void add_receiving(http::Endpoints& table, const Surroundings& outside) {
    auto& receiving = table.add(
        http::Method::post,
        "/api/v1/warnings",
        "warning.receive",
        "接收预警（CAP 或国家格式 XML）",
        "Receive a warning (CAP or national XML)"
    );
    receiving.takes = {{"type", "string"}, {"contentMediaType", "application/cap+xml"}};
    receiving.answers<WarningReceipt>().asks({"drill"});
    receiving.write = [outside](const Call& call, store::Rows&) { return read_and_receive(call, outside); };
    receiving.answer = &answer_receipt;
    auto& issuing = table.add(
        http::Method::post,
        "/api/v1/warnings/issue",
        "warning.issue",
        "发布预警（县级以上）",
        "Issue a warning (county and above)"
    );
    issuing.takes = schema_of<IssueWarning>();
    issuing.answers<http::Written>().asks({"drill"});
    issuing.creates = true;
    issuing.write = [outside](const Call& call, store::Rows&) -> Result<journal::Wish> {
        BOOST_OUTCOME_TRY(auto wish, http::Endpoints::body_of<IssueWarning>(call));
        return issue(outside.matcher, outside.writer, call.scope(), call.caller.person.text, std::move(wish));
    };
}

void add_typhoons(http::Endpoints& table) {
    table
        .list<Typhoon>(
            "/api/v1/typhoons",
            "desk.view",
            "活动台风",
            "Active typhoons",
            [](const Call& call, store::Rows& rows) -> Result<Page<Typhoon>> {
                return Page<Typhoon>{typhoons(rows, call.scope(), call.node, call.now), {}};
            }
        )
        .asks({"drill"});
    table
        .command<PositionTyphoon>(
            http::Method::post,
            "/api/v1/typhoons/{number}/positions",
            "warning.receive",
            "录入台风位置",
            "Enter a typhoon position"
        )
        .creates = true;
}

void add_drills(http::Endpoints& table) {
    table.list<DrillAnswer>(
        "/api/v1/drills",
        "desk.view",
        "演练列表",
        "Drills",
        [](const Call&, store::Rows& rows) -> Result<Page<DrillAnswer>> {
            Page<DrillAnswer> page;
            for (const auto& each : drills(rows))
                page.items.push_back(
                    {each.id, each.name, each.scenario, each.started_at, each.ended_at ? "ended" : "running", each.ours}
                );
            return page;
        }
    );
    auto& starting = table.add(http::Method::post, "/api/v1/drills", "drill.start", "开始演练", "Start a drill");
    starting.takes = schema_of<NewDrill>();
    starting.answers<http::Written>();
    starting.creates = true;
    starting.write = [](const Call& call, store::Rows&) -> Result<journal::Wish> {
        BOOST_OUTCOME_TRY(auto wanted, http::Endpoints::body_of<NewDrill>(call));
        const auto id = new_drill_id(call.node, call.now);
        return journal::wish(World::drill(id), call.caller.person.text, StartDrill{id, wanted.name, wanted.scenario});
    };
    table.command<EndDrill>(http::Method::post, "/api/v1/drills/{drill}/end", "drill.start", "结束演练", "End a drill");
}

}  // namespace

void add_endpoints(http::Endpoints& table, const Surroundings& surroundings) {
    add_reading(table, surroundings.responses_of);
    add_receiving(table, surroundings);
    add_feeds(table);
    add_typhoons(table);
    add_drills(table);
}

}  // namespace anlan::warning

#include "response/api.hpp"

#include <charconv>

#include "documents/download.hpp"
#include "response/answers.hpp"
#include "response/archive.hpp"
#include "response/commands.hpp"
#include "response/ladders.hpp"
#include "response/progress.hpp"
#include "response/retention.hpp"
#include "response/review.hpp"
#include "response/summary.hpp"
#include "warning/commands.hpp"
#include "warning/queries.hpp"

namespace anlan::response {

namespace {

using http::Call;
using http::Page;

/// What POST /responses takes; `drill` is true, false or the id of a drill.
struct NewResponse {
    std::optional<std::string> warning, incident;
    std::string plan;
    std::int64_t level = 0;
    json::value drill;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(NewResponse, (), (warning, incident, plan, level, drill, reason))

struct Led {
    std::string id;
    std::optional<Instant> activated_at;
};
BOOST_DESCRIBE_STRUCT(Led, (), (id, activated_at))

std::int64_t cursor_of(const Call& call) {
    const auto text = call.query("cursor");
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

Result<ResponseFacts> asked(const Call& call, store::Rows& rows) {
    auto found = find_response(rows, {call.path("response")});
    if (!found) return refuse("response_unknown", "response", "没有这次响应", "there is no such response");
    return std::move(*found);
}

/// In which world a response by hand begins: the drill named; for `true` the drill of the page or of the warning, else
/// a new one; without a word the warning's own.
Result<World> world_wanted(const NewResponse& wanted, const Call& call, store::Rows& rows) {
    const auto warning = warning::find_warning(rows, {wanted.warning.value_or("")});
    const auto scope = call.scope();
    if (const auto* id = wanted.drill.if_string(); id != nullptr && !id->empty())
        return World::drill({std::string(id->data(), id->size())});
    if (wanted.drill.is_bool() && !wanted.drill.as_bool()) return World::real();
    if (wanted.drill.is_bool()) {
        if (scope.is_drill()) return scope;
        if (warning && !warning->drill.empty()) return World::stored(warning->drill);
        return World::drill(warning::new_drill_id(call.node, call.now));
    }
    if (!wanted.drill.is_null() && !wanted.drill.is_string())
        return refuse(
            "field_wrong", "drill", "drill 应为 true、false 或演练编号", "drill is true, false or the id of a drill"
        );
    return warning && !scope.is_drill() ? World::stored(warning->drill) : scope;
}

Result<journal::Wish> start_by_hand(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(auto wanted, http::Endpoints::body_of<NewResponse>(call));
    BOOST_OUTCOME_TRY(auto world, world_wanted(wanted, call, rows));
    return journal::wish(
        std::move(world),
        call.caller.person.text,
        StartResponse{
            wanted.warning.value_or(""), wanted.incident.value_or(""), wanted.plan, wanted.level, wanted.reason}
    );
}

Result<Page<ResponseAnswer>> list(const Call& call, store::Rows& rows) {
    const ResponseFilter filter{call.scope(), call.query("state"), cursor_of(call), call.limit()};
    const auto found = find_responses(rows, filter);
    Page<ResponseAnswer> page;
    for (const auto& each : found) page.items.push_back(answer_of(rows, each, call.now, call.caller.english));
    if (static_cast<std::int64_t>(found.size()) == filter.limit) page.cursor = std::to_string(found.back().seq);
    return page;
}

Result<Page<TimelineLine>> timeline(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(auto response, asked(call, rows));
    const auto limit = call.limit(1'000, 20'000);
    Page<TimelineLine> page{timeline_of(rows, response.id, cursor_of(call), limit), {}};
    if (static_cast<std::int64_t>(page.items.size()) == limit) page.cursor = std::to_string(page.items.back().seq);
    return page;
}

Result<http::Answer> archive(const Call& call, store::Rows& rows, const documents::ArchiveWriter* writer) {
    if (writer == nullptr)
        return refuse(
            "archive_unavailable",
            "",
            "本站没有装配档案打包，请联系管理员",
            "this station cannot pack archives; call the administrator"
        );
    BOOST_OUTCOME_TRY(auto response, asked(call, rows));
    BOOST_OUTCOME_TRY(auto bytes, writer->pack(build_archive(rows, response, call.node, call.now)));
    return http::Answer{
        .status = 200,
        .content_type = "application/zip",
        .body = std::move(bytes),
        .headers = {{"Content-Disposition", "attachment; filename=\"response-" + response.id.text + ".zip\""}}};
}

Result<documents::Official> summary(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(auto response, asked(call, rows));
    return summary_of(review_of(rows, response, call.now, false), call.node, call.now);
}

void add_reading(http::Endpoints& table, const documents::ArchiveWriter* writer) {
    table.list<ResponseAnswer>("/api/v1/responses", "desk.view", "响应列表", "Responses", &list)
        .asks({"drill", http::asked_choice<ResponseState>("state", {"open"}), "cursor", http::asked_limit()});
    table.get<ResponseAnswer>(
        "/api/v1/responses/{response}",
        "desk.view",
        "一次响应",
        "One response",
        [](const Call& call, store::Rows& rows) -> Result<ResponseAnswer> {
            BOOST_OUTCOME_TRY(auto response, asked(call, rows));
            return answer_of(rows, response, call.now, call.caller.english);
        }
    );
    table
        .list<TimelineLine>(
            "/api/v1/responses/{response}/timeline", "desk.view", "响应经过", "What happened", &timeline
        )
        .asks({"cursor", http::asked_limit()});
    table.get<Review>(
        "/api/v1/responses/{response}/review",
        "desk.view",
        "响应复盘",
        "After-action review",
        [](const Call& call, store::Rows& rows) -> Result<Review> {
            BOOST_OUTCOME_TRY(auto response, asked(call, rows));
            return review_of(rows, response, call.now, call.caller.english);
        }
    );
    auto& packing = table.add(
        http::Method::get, "/api/v1/responses/{response}/archive", "desk.view", "响应档案（zip）", "The archive (zip)"
    );
    packing.gives = {{"type", "string"}, {"contentMediaType", "application/zip"}};
    packing.read = [writer](const Call& call, store::Rows& rows) { return archive(call, rows, writer); };
}

void add_deciding(http::Endpoints& table) {
    using http::Method;
    auto& starting =
        table.add(Method::post, "/api/v1/responses", "response.confirm", "人工启动响应", "Start a response by hand");
    starting.takes = schema_of<NewResponse>();
    starting.answers<http::Written>().asks({"drill"});
    starting.creates = true;
    starting.write = &start_by_hand;
    table.command<ConfirmResponse>(
        Method::post, "/api/v1/responses/{response}/confirm", "response.confirm", "确认启动", "Confirm"
    );
    table.command<DeclineResponse>(
        Method::post, "/api/v1/responses/{response}/decline", "response.confirm", "不启动", "Decline"
    );
    table.command<ChangeLevel>(
        Method::post, "/api/v1/responses/{response}/level", "response.confirm", "调整级别", "Change the level"
    );
    table.command<CloseResponse>(
        Method::post, "/api/v1/responses/{response}/close", "response.close", "终止响应", "End it"
    );
}

void add_overview(http::Endpoints& table, const LinkUp& link_up) {
    table
        .list<Ladder>(
            "/api/v1/ladders",
            "desk.view",
            "各灾种的预警与响应级别",
            "Warning and response levels per hazard",
            [](const Call& call, store::Rows& rows) -> Result<Page<Ladder>> {
                return Page<Ladder>{ladders(rows, call.scope(), call.caller.english), {}};
            }
        )
        .asks({"drill"});
    table
        .list<Progress>(
            "/api/v1/progress",
            "desk.view",
            "下级进展",
            "Progress below",
            [link_up](const Call& call, store::Rows& rows) -> Result<Page<Progress>> {
                return Page<Progress>{progress(rows, call.scope(), call.node, call.now, link_up), {}};
            }
        )
        .asks({"drill"});
    table
        .list<TimelineLine>(
            "/api/v1/duty-log",
            "desk.view",
            "值班日志",
            "Duty log",
            [](const Call& call, store::Rows& rows) -> Result<Page<TimelineLine>> {
                auto page = duty_log(rows, call.scope(), call.limit(), call.query("cursor"));
                Page<TimelineLine> answer{std::move(page.lines), {}};
                if (!page.before.empty()) answer.cursor = std::move(page.before);
                return answer;
            }
        )
        .asks({"drill", "cursor", http::asked_limit()});
}

}  // namespace

void add_endpoints(http::Endpoints& table, const Surroundings& surroundings) {
    documents::add_official(
        table,
        surroundings.writer,
        "/api/v1/responses/{response}/summary",
        "desk.view",
        "复盘小结",
        "After-action summary",
        &summary
    );
    add_reading(table, surroundings.archive_writer);
    add_deciding(table);
    add_overview(table, surroundings.link_up);
    add_retention_endpoint(table);
}

warning::LedTo responses_of(store::Rows& rows, const warning::WarningId& warning) {
    warning::LedTo led_to;
    for (const auto& each : rows.select<Led>(
             "SELECT r.id, r.activated_at FROM response r JOIN response_warning w ON w.response = r.id "
             "WHERE w.warning = :w ORDER BY r.seq",
             warning
         )) {
        led_to.responses.push_back(each.id);
        if (each.activated_at && (!led_to.first_at || *each.activated_at < *led_to.first_at))
            led_to.first_at = each.activated_at;
    }
    return led_to;
}

}  // namespace anlan::response

#include "narrow/answers.hpp"

#include <algorithm>

#include "organisation/queries.hpp"
#include "response/queries.hpp"

namespace anlan::narrow {

namespace {

struct FactRow {
    AreaCode node;
    std::int64_t seq = 0;
    std::uint32_t thing = 0;
    std::string drill;
    ToldKind told = ToldKind::help;
    std::string body;
    Instant at{}, received_at{};
    std::string bearer;
};
BOOST_DESCRIBE_STRUCT(FactRow, (), (node, seq, thing, drill, told, body, at, received_at, bearer))

struct ReportRow {
    AreaCode node;
    std::int64_t seq = 0;
    std::string drill;
    ToldKind told = ToldKind::help;
    std::string body;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(ReportRow, (), (node, seq, drill, told, body, at))

std::string within(const AreaCode& area) {
    return std::string(area.prefix()) + "%";
}

std::vector<FactRow> fact_rows(store::Rows& rows, const std::string& drill, const AreaCode& below, std::int64_t limit) {
    return rows.select<FactRow>(
        "SELECT node, seq, thing, drill, told, body, at, received_at, bearer FROM narrow_fact "
        "WHERE drill = :d AND (node LIKE :w OR node = :p) ORDER BY received_at DESC, node, seq DESC LIMIT :l",
        drill,
        within(below),
        below.parent(),
        limit
    );
}

std::pair<std::string, std::string> mark(const std::string& bearer) {
    if (bearer == "satellite") return {"经卫星收到", "received by satellite"};
    return {"经短信收到", "received by SMS"};
}

std::string about(store::Rows& rows, const std::string& drill, const json::object& body) {
    const auto* order = body.if_contains("order");
    if (order == nullptr || !order->is_int64() || order->as_int64() == 0) return {};
    for (const auto& response : response::find_responses(rows, {World::stored(drill), "", 0, 200}))
        if (mark_of(response.id.text) == order->to_number<std::uint32_t>()) return response.id.text;
    return {};
}

bool is_report(ToldKind kind) {
    return kind == ToldKind::situation || kind == ToldKind::casualties || kind == ToldKind::help ||
           kind == ToldKind::words;
}

}  // namespace

std::vector<HeardAnswer> heard(store::Rows& rows, const std::string& drill, const AreaCode& below, std::int64_t limit) {
    std::vector<HeardAnswer> all;
    for (const auto& row : fact_rows(rows, drill, below, limit)) {
        const auto [zh, en] = mark(row.bearer);
        auto body = json::parse(row.body).as_object();
        auto of = about(rows, drill, body);
        all.push_back(
            {row.node,
             organisation::area_name(rows, row.node),
             row.seq,
             row.drill,
             row.told,
             std::move(body),
             row.at,
             row.received_at,
             row.bearer,
             zh,
             en,
             came_in_full(rows, row.node, row.seq, row.thing),
             std::move(of)}
        );
    }
    return all;
}

std::vector<ReportAnswer> reports(
    store::Rows& rows, const AreaCode& here, const std::string& drill, const AreaCode& below, std::int64_t limit
) {
    std::vector<ReportAnswer> all;
    for (const auto& row : rows.select<ReportRow>(
             "SELECT node, seq, drill, told, body, at FROM report WHERE drill = :d AND (node = '' OR node LIKE :w OR "
             "node = :p) "
             "ORDER BY at DESC, node, seq DESC LIMIT :l",
             drill,
             within(below),
             below.parent(),
             limit
         )) {
        const bool own = row.node.text.empty();
        const auto& node = own ? here : row.node;
        all.push_back(
            {node,
             organisation::area_name(rows, node),
             row.seq,
             row.drill,
             row.told,
             json::parse(row.body).as_object(),
             row.at,
             own ? "own" : "link",
             {},
             {}}
        );
    }
    for (auto& each : heard(rows, drill, below, limit))
        if (is_report(each.told) && !each.in_full)
            all.push_back(
                {each.node,
                 each.name,
                 each.seq,
                 each.drill,
                 each.told,
                 std::move(each.body),
                 each.at,
                 each.bearer,
                 each.mark_zh,
                 each.mark_en}
            );
    std::stable_sort(all.begin(), all.end(), [](const auto& one, const auto& other) { return one.at > other.at; });
    if (all.size() > static_cast<std::size_t>(limit)) all.resize(static_cast<std::size_t>(limit));
    return all;
}

std::vector<SentRow> told(store::Rows& rows, const std::string& drill, std::int64_t limit) {
    return rows.select<SentRow>(
        "SELECT neighbour, number, seq, thing, told, drill, bytes, bearer, state, sent_at, settled_at FROM narrow_sent "
        "WHERE drill = :d AND state <> 'renumbered' ORDER BY sent_at DESC, number DESC LIMIT :l",
        drill,
        limit
    );
}

}  // namespace anlan::narrow

#include "programme/queries.hpp"

#include <algorithm>

#include "programme/commands.hpp"

namespace anlan::programme {

namespace {

struct Row {
    AreaCode node;
    Instant at{};
    std::int64_t to_do = 0;
    std::string content;
};
BOOST_DESCRIBE_STRUCT(Row, (), (node, at, to_do, content))

std::optional<Told> read(const Row& row) {
    auto readiness = from_json_text<Readiness>(row.content);
    if (!readiness) return std::nullopt;
    return Told{row.node, row.at, row.to_do, std::move(readiness.value())};
}

}  // namespace

bool is_station(const journal::NodeFacts& node) {
    return node.level() == Level::town;
}

bool gathering(store::Rows& rows, Instant now) {
    const auto due = rows.value<Instant>("SELECT due FROM deadline WHERE key = :k", kReadiness);
    return due && *due <= now + kReadinessGather;
}

std::vector<Told> all_told(store::Rows& rows) {
    std::vector<Told> all;
    for (const auto& row : rows.select<Row>("SELECT node, at, to_do, summary FROM readiness ORDER BY node"))
        if (auto told = read(row)) all.push_back(std::move(*told));
    return all;
}

std::optional<Told> told_of(store::Rows& rows, const AreaCode& node) {
    const auto row = rows.first<Row>("SELECT node, at, to_do, content FROM readiness WHERE node = :n", node);
    return row ? read(*row) : std::nullopt;
}

std::vector<DayScore> trend_of(store::Rows& rows, const AreaCode& node) {
    auto days = rows.select<DayScore>(
        "SELECT day, points, out_of FROM readiness_day WHERE node = :n ORDER BY day DESC LIMIT 60", node
    );
    std::ranges::reverse(days);
    return days;
}

}  // namespace anlan::programme

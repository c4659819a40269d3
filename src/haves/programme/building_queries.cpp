#include "programme/building_queries.hpp"

namespace anlan::programme {

namespace {

struct BuildRow {
    std::string task;
    BuildState state = BuildState::waiting;
    std::string day, note;
};
BOOST_DESCRIBE_STRUCT(BuildRow, (), (task, state, day, note))

}  // namespace

std::optional<BuildPlan> build_plan(store::Rows& rows, std::int64_t year) {
    const auto content = rows.value<std::string>(
        "SELECT content FROM build_plan WHERE :y1 = 0 OR year = :y2 ORDER BY year DESC, own DESC LIMIT 1", year, year
    );
    if (!content) return std::nullopt;
    auto plan = from_json_text<BuildPlan>(*content);
    if (!plan) return std::nullopt;
    return std::move(plan.value());
}

std::map<std::string, TaskProgress> progress_of(store::Rows& rows, const AreaCode& node, std::int64_t year) {
    std::map<std::string, TaskProgress> all;
    for (auto& row : rows.select<BuildRow>(
             "SELECT task, state, day, note FROM build_progress WHERE node = :n AND year = :y", node, year
         ))
        all.emplace(row.task, TaskProgress{row.state, row.day, row.note});
    return all;
}

std::vector<AreaCode> builders(store::Rows& rows, std::int64_t year) {
    return rows.list<AreaCode>("SELECT DISTINCT node FROM build_progress WHERE year = :y ORDER BY node", year);
}

}  // namespace anlan::programme

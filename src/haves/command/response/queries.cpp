#include "response/queries.hpp"

namespace anlan::response {

namespace {

constexpr const char* kColumns =
    "SELECT id, drill, seq, hazard, level, plan, plan_title, plan_title_en, plan_version, state, warning, incident, "
    "ordered_by, colour, area, reason_zh, reason_en, proposed_at, confirm_by, activated_at, activated_by, measures_zh, "
    "measures_en, expected_end, closed_at, closed_by, close_reason, declined, suggested_level FROM response ";

std::string columns_and(std::string_view rest) {
    return kColumns + std::string(rest);
}

std::string state_clause(const std::string& state) {
    if (state == "open") return "AND state <> 'closed' ";
    if (const auto one = enum_from<ResponseState>(state)) return "AND state = '" + to_text(*one) + "' ";
    return "";
}

}  // namespace

std::optional<ResponseFacts> find_response(store::Rows& rows, const ResponseId& id) {
    return rows.first<ResponseFacts>(columns_and("WHERE id = :i"), id);
}

std::vector<ResponseFacts> find_responses(store::Rows& rows, const ResponseFilter& filter) {
    const auto before = filter.before > 0 ? filter.before : INT64_MAX;
    return rows.select<ResponseFacts>(
        columns_and("WHERE drill = :d AND seq < :b " + state_clause(filter.state) + "ORDER BY seq DESC LIMIT :l"),
        filter.world.text(),
        before,
        filter.limit
    );
}

std::optional<ResponseFacts> open_response(
    store::Rows& rows, const World& world, const std::string& hazard, const std::string& plan
) {
    return rows.first<ResponseFacts>(
        columns_and("WHERE drill = :d AND hazard = :h AND plan = :p AND state <> 'closed' ORDER BY seq LIMIT 1"),
        world.text(),
        hazard,
        plan
    );
}

std::vector<ResponseFacts> open_responses(store::Rows& rows, const World& world) {
    return rows.select<ResponseFacts>(columns_and("WHERE drill = :d AND state <> 'closed' ORDER BY seq"), world.text());
}

std::optional<World> world_of_response(store::Rows& rows, const ResponseId& id) {
    const auto drill = rows.value<std::string>("SELECT drill FROM response WHERE id = :i", id);
    if (!drill) return std::nullopt;
    return World::stored(*drill);
}

std::vector<std::string> warnings_of(store::Rows& rows, const ResponseId& id) {
    return rows.list<std::string>("SELECT warning FROM response_warning WHERE response = :r ORDER BY warning", id);
}

std::vector<std::string> parts_of(store::Rows& rows, const ResponseId& id, const std::string& kind) {
    return rows.list<std::string>(
        "SELECT id FROM response_part WHERE response = :r AND kind = :k ORDER BY id", id, kind
    );
}

}  // namespace anlan::response

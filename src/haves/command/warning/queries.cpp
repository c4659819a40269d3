#include "warning/queries.hpp"

#include <algorithm>
#include <set>

#include "warning/ladder.hpp"

namespace anlan::warning {

namespace {

constexpr const char* kColumns =
    "SELECT id, drill, seq, identifier, sender, sender_name, standard, source, via, status, msg_type, action, hazard, "
    "colour, weather_level, event, headline, description, instruction, sent, received_at, effective, onset, expires, "
    "state, replaced_by, replaces, covers_us, areas, notes FROM warning ";

std::string columns_and(std::string_view rest) {
    return kColumns + std::string(rest);
}

/// Stronger first; between equals the newer.
bool outranks(const WarningFacts& one, const std::optional<WarningFacts>& other) {
    if (!other) return true;
    if (one.colour != other->colour) return one.colour > other->colour;
    return one.sent >= other->sent;
}

bool higher(const WarningFacts& one, const std::optional<WarningFacts>& other) {
    if (!other) return true;
    if (one.weather_level != other->weather_level) return one.weather_level < other->weather_level;
    return one.sent >= other->sent;
}

}  // namespace

std::optional<WarningFacts> find_warning(store::Rows& rows, const WarningId& id) {
    return rows.first<WarningFacts>(columns_and("WHERE id = :i"), id);
}

std::vector<WarningFacts> find_warnings(store::Rows& rows, const WarningFilter& filter) {
    const auto before = filter.before > 0 ? filter.before : INT64_MAX;
    const std::string from =
        columns_and("WHERE drill = :d AND seq < :b ") + (filter.all ? "" : "AND state = 'active' ");
    const std::string newest = "ORDER BY seq DESC LIMIT :l";
    if (filter.hazard.empty())
        return rows.select<WarningFacts>(from + newest, filter.world.text(), before, filter.limit);
    return rows.select<WarningFacts>(
        from + "AND hazard = :h " + newest, filter.world.text(), before, filter.hazard, filter.limit
    );
}

std::string original_of(store::Rows& rows, const WarningId& id) {
    return rows.value<std::string>("SELECT original FROM warning WHERE id = :i", id).value_or("");
}

std::vector<AlertInfo> infos_of(store::Rows& rows, const WarningId& id) {
    return rows.value<std::vector<AlertInfo>>("SELECT infos FROM warning WHERE id = :i", id)
        .value_or(std::vector<AlertInfo>{});
}

std::vector<WarningFacts> history_of(store::Rows& rows, const WarningFacts& warning) {
    std::vector<WarningFacts> chain{warning};
    std::set<std::string> known{warning.id.text};
    const auto follow = [&](const WarningId& id) {
        if (!known.insert(id.text).second) return;
        if (auto next = find_warning(rows, id)) chain.push_back(std::move(*next));
    };
    for (std::size_t i = 0; i < chain.size(); ++i) {
        const auto replaces = chain[i].replaces;
        const auto replaced_by = chain[i].replaced_by;
        for (const auto& id : replaces) follow(id);
        if (replaced_by) follow(*replaced_by);
    }
    std::sort(chain.begin(), chain.end(), [](const auto& one, const auto& other) {
        return std::tie(one.sent, one.seq) < std::tie(other.sent, other.seq);
    });
    return chain;
}

std::vector<InForce> in_force(store::Rows& rows, const World& world) {
    std::vector<InForce> all;
    const auto active = rows.select<WarningFacts>(
        columns_and("WHERE drill = :d AND state = 'active' AND covers_us = 1 ORDER BY hazard, seq"), world.text()
    );
    for (const auto& each : active) {
        if (!calls_for_action(each.status)) continue;
        if (all.empty() || all.back().hazard != each.hazard) all.push_back({each.hazard, {}, {}});
        auto& last = all.back();
        if (each.weather_level > 0 && higher(each, last.weather)) last.weather = each;
        if (each.weather_level == 0 && outranks(each, last.signal)) last.signal = each;
    }
    return all;
}

std::vector<DrillFacts> drills(store::Rows& rows) {
    return rows.select<DrillFacts>(
        "SELECT id, name, scenario, started_at, ended_at, CASE WHEN node = '' THEN 1 ELSE 0 END AS ours FROM drill "
        "ORDER BY started_at DESC, id"
    );
}

std::optional<DrillFacts> find_drill(store::Rows& rows, const DrillId& id) {
    return rows.first<DrillFacts>(
        "SELECT id, name, scenario, started_at, ended_at, CASE WHEN node = '' THEN 1 ELSE 0 END AS ours FROM drill "
        "WHERE id = :i ORDER BY node LIMIT 1",
        id
    );
}

}  // namespace anlan::warning

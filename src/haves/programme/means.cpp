#include "programme/means.hpp"

#include <map>

#include "journal/deadline.hpp"
#include "rescue/queries.hpp"
#include "shelter/queries.hpp"
#include "warehouse/queries.hpp"

namespace anlan::programme {

namespace {

constexpr const char* kMeans = "means";  ///< subject, and key of the deadline

using Shelf = std::map<std::pair<std::string, std::string>, double>;

bool gathering_means(store::Rows& rows) {
    return rows.value<std::int64_t>("SELECT 1 FROM deadline WHERE key = :k", std::string(kMeans)).has_value();
}

/// The one place where stock is read.
void add_stock(Shelf& into, store::Rows& rows) {
    for (const auto& each : warehouse::stock_rows(rows)) into[{each.item, each.unit}] += each.quantity;
}

void keep(store::Rows& rows, const journal::Entry& entry, const AreaCode& node, const Means& means) {
    rows.run(
        "INSERT INTO means(node, at, content) VALUES(:n, :a, :c) ON CONFLICT(node) DO UPDATE SET at = excluded.at, "
        "content = excluded.content",
        node,
        entry.at,
        to_json(means).as_object()
    );
}

struct MeansRow {
    AreaCode node;
    Instant at{};
    std::string content;
};
BOOST_DESCRIBE_STRUCT(MeansRow, (), (node, at, content))

}  // namespace

std::vector<ToldMeans> told_means(store::Rows& rows) {
    std::vector<ToldMeans> all;
    for (const auto& row : rows.select<MeansRow>("SELECT node, at, content FROM means ORDER BY node")) {
        auto means = from_json_text<Means>(row.content);
        if (means) all.push_back({row.node, row.at, std::move(means.value())});
    }
    return all;
}

Means means_of(store::Rows& rows, const AreaCode& here) {
    Means sum;
    Shelf shelf;
    add_stock(shelf, rows);
    for (const auto& team : rescue::teams_of(rows)) ++sum.teams, sum.members += team.members;
    for (const auto& shelter : shelter::shelters_of(rows, here)) ++sum.shelters, sum.capacity += shelter.capacity;
    for (const auto& below : told_means(rows)) {
        if (below.node.text.empty()) continue;
        for (const auto& each : below.means.stock) shelf[{each.item, each.unit}] += each.quantity;
        sum.teams += below.means.teams, sum.members += below.means.members;
        sum.shelters += below.means.shelters, sum.capacity += below.means.capacity;
    }
    for (const auto& [what, quantity] : shelf) sum.stock.push_back({what.first, what.second, quantity});
    return sum;
}

Result<journal::Decision> decide(const StirMeans&, const journal::Desk& desk) {
    if (gathering_means(desk.views)) return journal::Decision{};
    return journal::decided(journal::event(kMeans, MeansStirred{}));
}

Result<journal::Decision> decide(const TellMeans&, const journal::Desk& desk) {
    auto now = means_of(desk.views, desk.node.area);
    const auto told = told_means(desk.views);
    if (!told.empty() && told.front().node.text.empty() && told.front().means == now) return journal::Decision{};
    return journal::decided(journal::event(kMeans, MeansTold{std::move(now)}));
}

void project(store::Rows& rows, const journal::Entry& entry, const MeansStirred&) {
    journal::set_deadline(
        rows, entry, kMeans, journal::after(entry, kMeansGather), "programme.tell_means", TellMeans{}
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const MeansTold& told) {
    journal::clear_deadline(rows, kMeans);
    keep(rows, entry, {}, told.means);
}

void mirror(store::Rows& rows, const journal::Entry& entry, const MeansTold& told, const AreaCode& from) {
    keep(rows, entry, from, told.means);
}

journal::Wishes stir_means(const journal::Cause& cause) {
    const bool told = cause.entry.kind == MeansTold::kKind.text();
    if (!cause.entry.drill.empty() || cause.mine == told || gathering_means(cause.views)) return {};
    return {journal::wish(World::real(), "system:programme", StirMeans{})};
}

}  // namespace anlan::programme

#include "response/totals.hpp"

#include "calls/queries.hpp"
#include "journal/deadline.hpp"
#include "tasks/queries.hpp"

namespace anlan::response {

namespace {

std::string name_of(const std::string& drill) {
    return drill.empty() ? "totals" : "totals/" + drill;
}

bool tells_totals(const journal::NodeFacts& node) {
    return node.level() == Level::county || node.level() == Level::prefecture;
}

bool gathering(store::Rows& rows, const std::string& drill) {
    return rows.value<std::int64_t>("SELECT 1 FROM deadline WHERE key = :k", name_of(drill)).has_value();
}

template <class Counted>
void add(Totals& to, const Counted& from) {
    to.calls_total += from.calls_total;
    to.calls_answered += from.calls_answered;
    to.calls_open += from.calls_open;
    to.calls_late += from.calls_late;
    to.tasks_total += from.tasks_total;
    to.tasks_done += from.tasks_done;
    to.tasks_late += from.tasks_late;
}

void keep(store::Rows& rows, const journal::Entry& entry, const AreaCode& node, const Totals& totals) {
    rows.run(
        "INSERT INTO totals(node, drill, at, content) VALUES(:n, :d, :a, :c) ON CONFLICT(node, drill) DO UPDATE SET "
        "at = excluded.at, content = excluded.content",
        node,
        entry.drill,
        entry.at,
        to_json(totals).as_object()
    );
}

}  // namespace

std::optional<Totals> told_by(store::Rows& rows, const AreaCode& unit, const World& world) {
    const auto content =
        rows.value<std::string>("SELECT content FROM totals WHERE node = :n AND drill = :d", unit, world.text());
    if (!content) return std::nullopt;
    auto read = from_json_text<Totals>(*content);
    if (!read) return std::nullopt;
    return std::move(read.value());
}

Totals totals_of(store::Rows& rows, const World& world, const journal::NodeFacts& node, Instant now) {
    Totals sum;
    for (const auto& unit : progress(rows, world, node, now, {})) {
        ++sum.units;
        if (!unit.responses.empty()) ++sum.units_responding;
        add(sum, unit);
    }
    const auto calls = calls::counts_of_area(rows, node.area, world.text(), now);
    const auto tasks = tasks::counts_of_area(rows, node.area, world.text(), now);
    sum.calls_total += calls.total, sum.calls_answered += calls.answered;
    sum.calls_open += calls.open, sum.calls_late += calls.late;
    sum.tasks_total += tasks.total, sum.tasks_done += tasks.done, sum.tasks_late += tasks.late;
    return sum;
}

Result<journal::Decision> decide(const StirTotals&, const journal::Desk& desk) {
    const auto drill = desk.world.text();
    if (!tells_totals(desk.node) || gathering(desk.views, drill)) return journal::Decision{};
    return journal::decided(journal::event(name_of(drill), TotalsStirred{}));
}

Result<journal::Decision> decide(const TellTotals&, const journal::Desk& desk) {
    const auto now = totals_of(desk.views, desk.world, desk.node, desk.now);
    if (told_by(desk.views, {}, desk.world) == now) return journal::Decision{};
    return journal::decided(journal::event(name_of(desk.world.text()), TotalsTold{now}));
}

void project(store::Rows& rows, const journal::Entry& entry, const TotalsStirred&) {
    journal::set_deadline(
        rows, entry, name_of(entry.drill), journal::after(entry, kTotalsGather), "response.tell_totals", TellTotals{}
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const TotalsTold& told) {
    journal::clear_deadline(rows, name_of(entry.drill));
    keep(rows, entry, {}, told.totals);
}

void mirror(store::Rows& rows, const journal::Entry& entry, const TotalsTold& told, const AreaCode& from) {
    keep(rows, entry, from, told.totals);
}

journal::Wishes stir(const journal::Cause& cause) {
    if (!tells_totals(cause.node) || gathering(cause.views, cause.entry.drill)) return {};
    return {cause.wish("system:response", StirTotals{})};
}

}  // namespace anlan::response

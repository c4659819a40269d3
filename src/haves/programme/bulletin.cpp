#include "programme/bulletin.hpp"

#include <algorithm>

#include "organisation/queries.hpp"
#include "programme/funds_queries.hpp"
#include "programme/queries.hpp"

namespace anlan::programme {

namespace {

struct Books {
    std::vector<FundRow> rows;
    std::vector<ContractFacts> contracts;
    std::vector<PaymentFacts> payments;
    std::vector<StationReuse> reuse;
};

BulletinMoney money_of(const Books& books, const AreaCode& kept, const std::string& from, const std::string& until) {
    BulletinMoney money;
    for (const auto& row : books.rows)
        if (row.node == kept) money.budget_fen += row.budget_fen;
    for (const auto& contract : books.contracts)
        if (contract.node == kept && contract.day <= until) money.bound_fen += contract.amount_fen;
    for (const auto& payment : books.payments) {
        if (payment.node != kept || !payment.reversed.empty() || payment.day > until) continue;
        money.paid_fen += payment.amount_fen;
        if (payment.day >= from) money.paid_in_week_fen += payment.amount_fen;
    }
    return money;
}

void sort_tasks(
    BulletinStation& station, const BuilderAnswer& builder, const BuildPlan& plan, const Bulletin& bulletin
) {
    const auto from = to_text(bulletin.week.monday);
    const auto next = to_text(bulletin.week.sunday() + std::chrono::days{7});
    const auto last = to_text(bulletin.week.sunday());
    for (const auto& line : builder.tasks) {
        const auto task = std::ranges::find(plan.tasks, line.id, &BuildTask::id);
        const bool done = line.state == to_text(BuildState::done);
        BulletinTask told{line.id, task->title_zh, done ? line.day : task->end, line.note, line.late_days};
        if (done && line.day >= from) station.finished.push_back(told);
        if (!done && task->end < bulletin.as_of) station.delayed.push_back(told);
        if (!done && task->end > last && task->end <= next) station.coming.push_back(told);
    }
}

BulletinStation station_of(
    const BuilderAnswer& builder,
    const AreaCode& here,
    const Books& books,
    const Bulletin& bulletin,
    const BuildPlan& plan
) {
    BulletinStation station;
    station.name = builder.name;
    station.done = builder.done;
    station.tasks = static_cast<std::int64_t>(builder.tasks.size());
    station.ready_on = builder.ready_on;
    station.late_days = builder.late_days;
    sort_tasks(station, builder, plan, bulletin);
    const auto kept = builder.node == here ? AreaCode{} : builder.node;
    station.money = money_of(books, kept, to_text(bulletin.week.monday), bulletin.as_of);
    const auto reuse = std::ranges::find(books.reuse, builder.node, &StationReuse::node);
    if (reuse != books.reuse.end()) station.reuse = *reuse;
    return station;
}

std::vector<std::string> silent_below(store::Rows& rows, const AreaCode& here, const WallChart& chart) {
    std::vector<std::string> names;
    for (const auto& area : organisation::areas_below(rows, here))
        if (area.code.level() == Level::town &&
            std::ranges::count(chart.stations, area.code, &BuilderAnswer::node) == 0)
            names.push_back(area.name);
    return names;
}

}  // namespace

Result<Bulletin> bulletin_of(store::Rows& rows, const journal::NodeFacts& here, const Week& week, Instant now) {
    Bulletin bulletin{week, to_text(std::min(week.sunday(), day_at(now))), {}, {}};
    auto chart = wall_chart(rows, here, week.year, bulletin.as_of);
    if (!chart) chart = wall_chart(rows, here, 0, bulletin.as_of);
    if (!chart) return refuse("plan_unknown", "week", "还没有下达建设方案", "no building plan has been adopted yet");
    const Books books{
        fund_rows(rows), all_contracts(rows), all_payments(rows), reuse_seen(rows, here.area, bulletin.as_of)};
    for (const auto& builder : chart->stations)
        bulletin.stations.push_back(station_of(builder, here.area, books, bulletin, chart->plan));
    if (!is_station(here)) bulletin.silent = silent_below(rows, here.area, *chart);
    return bulletin;
}

}  // namespace anlan::programme

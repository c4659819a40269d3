#include "app/drill.hpp"

#include <fmt/format.h>

#include <fstream>
#include <thread>

#include "app/demo_seed.hpp"
#include "app/drill_callouts.hpp"
#include "app/drill_incidents.hpp"
#include "app/drill_stage.hpp"
#include "app/drill_supplies.hpp"
#include "app/maintenance.hpp"
#include "journal/deadline.hpp"

namespace anlan::app {

namespace {

std::optional<Instant> earliest(std::initializer_list<std::optional<Instant>> times) {
    std::optional<Instant> first;
    for (const auto& time : times)
        if (time && (!first || *time < *first)) first = time;
    return first;
}

std::optional<Instant> next_deadline(County& county) {
    std::optional<Instant> first;
    for (auto& node : county.nodes()) first = earliest({first, journal::next_deadline(node->writer().rows())});
    return first;
}

void wait_as_fast_as(double speed, Milliseconds span) {
    if (speed <= 0) return;
    const auto real = std::chrono::duration<double, std::milli>(static_cast<double>(span.count()) / speed);
    if (real > std::chrono::milliseconds{1}) std::this_thread::sleep_for(real);
}

struct Tally {
    std::int64_t open_quiet = 0;  ///< open calls that nobody was asked about again: there must be none
    std::int64_t answered = 0, open = 0;
};

/// Every call is answered, closed with its response, or was escalated.
Tally tally(County& county) {
    Tally sum;
    for (auto& node : county.nodes()) {
        auto& rows = node->writer().rows();
        const auto count = [&](const char* where) {
            return rows.value<std::int64_t>(std::string("SELECT COUNT(*) FROM call WHERE ") + where).value_or(0);
        };
        sum.answered += count("state = 'answered'");
        sum.open += count("state NOT IN ('answered', 'closed')");
        sum.open_quiet += count("state NOT IN ('answered', 'closed') AND stage = 0");
    }
    return sum;
}

void write_report(
    const DrillOrder& order,
    const DrillPeopleAtWork::Counts& counts,
    const Tally& sum,
    const ReportTally& told,
    const TurnoutTally& turned,
    const MovingTally& moved,
    bool whole
) {
    if (order.report.empty()) return;
    json::object report{
        {"drill", order.name},
        {"seed", order.seed},
        {"calls", counts.called},
        {"answered", counts.answered},
        {"escalated", counts.escalated},
        {"exhausted", counts.exhausted},
        {"open", sum.open},
        {"tasks", counts.tasks},
        {"confirmed", counts.confirmed},
        {"incidents", told.incidents},
        {"reports", told.reports},
        {"reports_late", told.late},
        {"callouts", turned.callouts},
        {"teams_called", turned.teams},
        {"teams_turned_out", turned.turned_out},
        {"turnout_in_time", turned.in_time},
        {"turnout_slowest_seconds", turned.slowest_seconds},
        {"callouts_without_end", turned.without_end},
        {"transfer_orders", moved.orders},
        {"people_listed", moved.listed},
        {"people_moved", moved.moved},
        {"people_in_shelters", moved.in_shelters},
        {"people_home", moved.home},
        {"people_balance", moved.closes()},
        {"journals_verify", whole}};
    std::ofstream(order.report) << json::serialize(report) << '\n';
}

}  // namespace

int play_drill(const DrillOrder& order) {
    const auto folder = order.project / "data/drills";
    auto script = read_drill(folder, order.name);
    if (!script) {
        fmt::print(stderr, "{} / {}\n", script.error().zh, script.error().en);
        return 2;
    }
    ManualClock clock(script.value().starts);
    seal::SeededDice dice(order.seed);
    County county(demonstration(order.data, order.project, 0), clock, dice);
    for (auto& node : county.nodes()) seed_demonstration(*node);
    county.settle();
    DrillStage stage(county, script.value(), folder);
    DrillPeopleAtWork people(
        [&](const AreaCode& area) { return &county.node(area); }, script.value().people, order.seed
    );
    for (auto& node : county.nodes()) people.follow(*node);
    fmt::print("演练 drill {} seed={} {}\n", order.name, order.seed, script.value().title);
    stage.begin();
    county.settle();
    for (auto next = earliest({stage.next(), people.next(), next_deadline(county)});
         next && *next <= script.value().ends;
         next = earliest({stage.next(), people.next(), next_deadline(county)})) {
        const auto at = std::max(*next, clock.now());
        wait_as_fast_as(order.speed, at - clock.now());
        clock.set(at);
        stage.perform(at, true);
        county.recall();
        people.act(at);
        county.settle();
    }
    stage.end();
    county.settle();
    const auto counts = people.counts();
    const auto sum = tally(county);
    const auto told = tally_reports(county);
    const auto turned = tally_turnouts(county, stage.world());
    const auto supplies = tally_supplies(county);
    const auto moved = stage.moved();
    fmt::print(
        "calls={} answered={} escalated={} exhausted={} open={} tasks={} confirmed={}\n",
        counts.called,
        counts.answered,
        counts.escalated,
        counts.exhausted,
        sum.open,
        counts.tasks,
        counts.confirmed
    );
    fmt::print("incidents={} reports={} late={} unreported={}\n", told.incidents, told.reports, told.late, told.open);
    fmt::print(
        "callouts={} teams={} turned_out={} in_time={} slowest={}s without_end={}\n",
        turned.callouts,
        turned.teams,
        turned.turned_out,
        turned.in_time,
        turned.slowest_seconds,
        turned.without_end
    );
    fmt::print(
        "dispatches={} out={} back={} used={} balances {}\n",
        supplies.dispatches,
        supplies.pieces_out,
        supplies.pieces_back,
        supplies.pieces_used,
        supplies.closes ? "close" : "DO NOT CLOSE"
    );
    fmt::print(
        "transfers={} households={} people={} moved={} in_shelters={} refused={} not_found={} over={} home={} balances "
        "{}\n",
        moved.orders,
        moved.households,
        moved.listed,
        moved.moved,
        moved.in_shelters,
        moved.refused,
        moved.not_found,
        moved.over,
        moved.home,
        moved.closes() ? "close" : "DO NOT CLOSE"
    );
    county.close();
    const bool whole = verify_nodes(order.data) == 0;
    write_report(order, counts, sum, told, turned, moved, whole);
    const bool told_in_time = told.late == 0 && told.open == 0;
    const bool good = whole && supplies.closes && moved.closes() && counts.called > 0 && sum.open_quiet == 0 &&
                      turned.without_end == 0 && told_in_time;
    fmt::print("{}\n", good ? "通过 passed" : "未通过 failed");
    return good ? 0 : 1;
}

void play_into(
    County& county,
    const DrillScript& script,
    const std::filesystem::path& folder,
    const Clock& clock,
    const std::function<bool()>& stop
) {
    DrillStage stage(county, script, folder);
    DrillPeopleAtWork people([&](const AreaCode& area) { return &county.node(area); }, script.people, 1);
    for (auto& node : county.nodes()) people.follow(*node);
    stage.begin();
    while (!stop() && clock.now() <= script.ends) {
        stage.perform(clock.now(), true);
        people.act(clock.now());
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
}

}  // namespace anlan::app

#include "app/drill_supplies.hpp"

#include <set>

#include "app/grant.hpp"
#include "cbc/cbc_solver.hpp"
#include "dispatch/commands.hpp"
#include "dispatch/propose.hpp"
#include "dispatch/records.hpp"
#include "response/queries.hpp"
#include "warehouse/catalogue.hpp"
#include "warehouse/commands.hpp"
#include "warehouse/records.hpp"

namespace anlan::app {

namespace {

constexpr const char* kKeeper = "drill:store_keeper";

struct Seen {
    std::vector<dispatch::Sending> sendings;
    std::vector<dispatch::LegRow> legs;
};

Seen seen_at(Node& node, const dispatch::DispatchId& id) {
    Seen seen;
    node.read([&](store::Rows& rows) {
        const auto row = dispatch::dispatch_row(rows, id);
        if (!row) return;
        seen.sendings = row->sendings;
        seen.legs = dispatch::legs_of(rows, *row);
    });
    return seen;
}

}  // namespace

void DrillSupplies::act(const DrillStep& step, const World& world) {
    if (step.event == "ask") return ask(step, world);
    const auto found = ids_.find(step.id);
    if (found == ids_.end()) return;
    const auto& id = found->second;
    if (step.event == "decide") decide(id, world);
    if (step.event == "hand_over") hand_over(id, world);
    if (step.event == "receipt") receipt(AreaCode{step.area}, id, world);
    if (step.event == "return") bring_back(id, world);
    if (step.event == "close")
        grant_in(*county_.nodes().front(), world, dispatch::CloseDispatch{id, step.description, 0});
}

void DrillSupplies::ask(const DrillStep& step, const World& world) {
    dispatch::AskSupplies wish;
    wish.title = step.headline;
    wish.site = step.source;
    wish.needed_by = step.at + std::chrono::hours{3};
    for (const auto& [item, quantity] : step.figures) wish.needs.push_back({item, quantity});
    if (step.lon != 0) wish.lon = step.lon, wish.lat = step.lat;
    auto& node = county_.node(AreaCode{step.area});
    // For the response in force there, so that its summary says what it took.
    node.read([&](store::Rows& rows) {
        const auto open = response::open_responses(rows, world);
        if (!open.empty()) wish.origin = open.front().id.text;
    });
    const auto id = grant_in(node, world, std::move(wish));
    if (!id.empty()) ids_[step.id] = dispatch::DispatchId{id};
}

/// At the county, as the program proposes.
void DrillSupplies::decide(const dispatch::DispatchId& id, const World& world) {
    static const cbc::CbcSolver solver;
    auto& node = *county_.nodes().front();
    dispatch::DecideDispatch wish{id, {}, false, ""};
    node.read([&](store::Rows& rows) {
        const auto row = dispatch::dispatch_row(rows, id);
        if (!row) return;
        const auto proposal =
            dispatch::propose(rows, *row, node.settings().facts, node.writer().clock().now(), false, solver);
        for (const auto& each : proposal.sendings)
            wish.sends.push_back({each.store, each.item, each.quantity, each.team});
    });
    grant_in(node, world, std::move(wish));
}

void DrillSupplies::hand_over(const dispatch::DispatchId& id, const World& world) {
    for (auto& node : county_.nodes()) {
        std::set<std::string> stores;
        for (const auto& each : seen_at(*node, id).sendings)
            if (each.node == node->settings().facts.area) stores.insert(each.store);
        for (const auto& store : stores) grant_in(*node, world, dispatch::HandOverSupplies{id, store, "", ""}, kKeeper);
    }
}

void DrillSupplies::receipt(const AreaCode& area, const dispatch::DispatchId& id, const World& world) {
    auto& node = county_.node(area);
    for (const auto& leg : seen_at(node, id).legs)
        if (leg.handed_at && !leg.receipted_at)
            grant_in(node, world, dispatch::ReceiptSupplies{id, leg.store, {}, "", ""});
}

/// What is returnable comes back whole but for one piece of each that broke; the rest was used.
void DrillSupplies::bring_back(const dispatch::DispatchId& id, const World& world) {
    for (auto& node : county_.nodes()) {
        std::vector<warehouse::ReturnStock> wishes;
        node->read([&](store::Rows& rows) {
            for (const auto& slip : warehouse::slips_of_dispatch(rows, id.text)) {
                if (!slip.node.empty() || slip.closed_at) continue;
                warehouse::ReturnStock wish{{slip.id}, {}, true};
                for (const auto& line : warehouse::slip_lines(rows, slip.id)) {
                    const auto item = warehouse::item_facts(rows, line.item);
                    if (!item || !item->returnable || line.out() == 0) continue;
                    const std::int64_t broken = line.out() > 1 ? 1 : 0;
                    wish.pieces.push_back({{line.batch}, line.item, line.out() - broken, broken, 0});
                }
                wishes.push_back(std::move(wish));
            }
        });
        for (auto& wish : wishes) grant_in(*node, world, std::move(wish), kKeeper);
    }
}

SupplyTally tally_supplies(County& county) {
    SupplyTally sum;
    for (auto& node : county.nodes()) {
        auto& rows = node->writer().rows();
        const auto count = [&](const char* sql) { return rows.value<std::int64_t>(sql).value_or(0); };
        sum.dispatches += count("SELECT COUNT(*) FROM dispatch_decision WHERE node = ''");
        sum.pieces_out += count(
            "SELECT CAST(COALESCE(SUM(l.issued), 0) AS BIGINT) FROM stock_slip_line l JOIN stock_slip s ON s.id = "
            "l.slip WHERE s.node = '' AND s.dispatch <> ''"
        );
        sum.pieces_back += count(
            "SELECT CAST(COALESCE(SUM(l.usable + l.damaged), 0) AS BIGINT) FROM stock_slip_line l JOIN stock_slip s ON "
            "s.id = l.slip WHERE s.node = '' AND s.dispatch <> ''"
        );
        // No account differs from the sum of its movements, in any world, here or as told from below.
        sum.closes =
            sum.closes &&
            count(
                "SELECT COUNT(*) FROM stock_balance b WHERE b.usable <> (SELECT COALESCE(SUM(m.delta), 0) FROM "
                "stock_movement m WHERE m.batch = b.batch AND m.store = b.store AND m.drill = b.drill)"
            ) == 0;
    }
    sum.pieces_used = sum.pieces_out - sum.pieces_back;
    return sum;
}

}  // namespace anlan::app

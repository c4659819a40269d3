#include <array>
#include <cmath>
#include <set>

#include "policy/queries.hpp"
#include "registers/queries.hpp"
#include "warehouse/rules.hpp"

namespace anlan::warehouse {

namespace {

constexpr double kPeopleAKey = 10'000;

/// What the policy wants a town's station to have: by the station, or by every 10,000 people.
std::int64_t policy_minimum(const Desk& desk, const ItemFacts& item) {
    if (item.minimum_key.empty() || !policy::defined(desk.views, item.minimum_key)) return 0;
    double wanted = policy::number(desk.views, item.minimum_key);
    if (item.minimum_key.starts_with("stock.per_10000."))
        wanted *= policy::number(desk.views, "stock.population") / kPeopleAKey;
    return in_grains(std::ceil(wanted), item.grain).value_or(0);
}

void add_changes(
    const Desk& desk, const std::string& basis, const std::map<std::string, std::int64_t>& now, journal::Events& events
) {
    std::map<std::string, std::int64_t> before;
    for (const auto& each : desk.views.select<Least>(
             "SELECT item, quantity FROM stock_minimum WHERE node = '' AND basis = :b AND quantity > 0", basis
         ))
        before[each.item] = each.quantity;
    for (const auto& [item, quantity] : now)
        if (quantity > 0 && (!before.contains(item) || before[item] != quantity))
            events.push_back(journal::event(desk.new_id(), MinimumSet{item, basis, quantity}));
    for (const auto& [item, quantity] : before)
        if (!now.contains(item)) events.push_back(journal::event(desk.new_id(), MinimumSet{item, basis, 0}));
}

void watch_policy(const Desk& desk, journal::Events& events) {
    if (desk.node.level() != Level::town) return;
    std::map<std::string, std::int64_t> wanted;
    for (const auto& item : shipped_items())
        if (const auto least = policy_minimum(desk, item); least > 0) wanted[item.name] = least;
    add_changes(desk, "policy", wanted, events);
}

std::int64_t watch_minimums(const Desk& desk, journal::Events& events) {
    // A station that has not opened its books yet is not told thirty times that it has nothing.
    if (!desk.views.value<std::int64_t>("SELECT 1 FROM stock_batch WHERE node = '' LIMIT 1")) return 0;
    const auto have = own_totals(desk.views, desk.world, today(desk));
    std::set<std::string> told;
    for (const auto& each : shorts(desk.views, desk.world))
        if (each.node.empty()) told.insert(each.item);
    std::int64_t below = 0;
    const auto least = minimums(desk.views, "");
    for (const auto& [item, minimum] : least) {
        const auto found = have.find(item);
        const auto now = found == have.end() ? 0 : found->second;
        below += now < minimum;
        const bool was = told.contains(item);
        if (now < minimum && !was) {
            const auto facts = item_facts(desk.views, item).value_or(ItemFacts{item, {}, "", "", 1, false, 0, ""});
            events.push_back(
                journal::event(desk.new_id(), FellBelowMinimum{item, facts.unit, facts.grain, now, minimum})
            );
        }
        if (now >= minimum && was) events.push_back(journal::event(desk.new_id(), MinimumMet{item}));
    }
    for (const auto& item : told)
        if (!least.contains(item)) events.push_back(journal::event(desk.new_id(), MinimumMet{item}));
    return below;
}

std::int64_t days_between(const std::string& from, const std::string& until) {
    const auto day = [](const std::string& text) {
        return std::chrono::floor<std::chrono::days>(parse_time(text + "T12:00:00Z").value());
    };
    return (day(until) - day(from)).count();
}

/// Which notice a batch is due for that expires in so many days; 4: it has expired; 0: none yet.
std::int64_t notice_for(const Desk& desk, std::int64_t days) {
    static constexpr std::array kKeys{"store.expiry_warn", "store.expiry_warn.second", "store.expiry_warn.last"};
    if (days < 0) return 4;
    for (std::int64_t notice = 3; notice > 0; --notice)
        if (days <= policy::seconds(desk.views, kKeys[static_cast<std::size_t>(notice - 1)]).count() / 86'400)
            return notice;
    return 0;
}

std::int64_t watch_expiry(const Desk& desk, journal::Events& events) {
    std::int64_t expiring = 0;
    for (const auto& row : balances(desk.views, desk.world, {.store = {}, .item = {}, .batch = {}, .own = true})) {
        if (row.expires_on.empty() || row.usable == 0) continue;
        const auto days = days_between(today(desk), row.expires_on);
        const auto notice = notice_for(desk, days);
        expiring += notice > 0;
        const auto batch = batch_row(desk.views, BatchId{row.batch});
        if (batch && notice > batch->notice)
            events.push_back(
                journal::event(row.batch, BatchExpiring{row.item, row.store, row.expires_on, row.usable, days, notice})
            );
    }
    return expiring;
}

std::int64_t watch_loans(const Desk& desk, journal::Events& events) {
    std::int64_t overdue = 0;
    for (const auto& slip : slips(desk.views, desk.world, true, 10'000)) {
        if (!slip.node.empty() || !slip.return_by || *slip.return_by > desk.now) continue;
        ++overdue;
        if (!slip.overdue) events.push_back(journal::event(slip.id, LoanOverdue{slip.store, slip.receiver}));
    }
    return overdue;
}

}  // namespace

namespace {

/// What a station must hold, and what it calls things, does not change with a drill.
Result<void> not_in_a_drill(const Desk& desk) {
    if (!desk.world.is_drill()) return done();
    return refuse(
        "not_in_drill",
        "",
        "演练中不能修改最低储备和品目表，请先退出演练",
        "leave the drill first: this is about what is real"
    );
}

}  // namespace

Result<Decision> decide(const LookOver& wish, const Desk& desk) {
    Decision decision;
    decision.subject = "stock";
    StockLookedOver over;
    if (wish.daily && !desk.world.is_drill()) {
        watch_policy(desk, decision.events);
        over.expiring = watch_expiry(desk, decision.events);
        over.overdue = watch_loans(desk, decision.events);
    }
    over.below = watch_minimums(desk, decision.events);
    if (wish.daily && !desk.world.is_drill()) decision.events.push_back(journal::event("stock", over));
    return decision;
}

Result<Decision> decide(const SetMinimums& wish, const Desk& desk) {
    std::map<std::string, std::int64_t> wanted;
    for (const auto& least : wish.least) {
        if (least.quantity < 0 || least.quantity > kMostQuantity) return quantity_invalid("least");
        if (const auto item = item_facts(desk.views, least.item))
            wanted[item->name] = std::max(wanted[item->name], least.quantity);
    }
    Decision decision;
    decision.subject = "stock";
    add_changes(desk, wish.basis, wanted, decision.events);
    return decision;
}

Result<Decision> decide(const SetMinimum& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(not_in_a_drill(desk));
    const auto item = item_facts(desk.views, wish.item);
    if (!item) return refuse("item_unknown", "item", "品目表里没有“" + wish.item + "”", "no such item: " + wish.item);
    if (wish.quantity < 0 || wish.quantity > kMostQuantity) return quantity_invalid("quantity");
    return journal::decided(journal::event(desk.new_id(), MinimumSet{item->name, "set", wish.quantity}));
}

Result<Decision> decide(const NameItem& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(not_in_a_drill(desk));
    if (wish.name.empty()) return refuse("name_missing", "name", "请写品目名称", "give the item a name");
    if (item_facts(desk.views, wish.name))
        return refuse("already_named", "name", "品目表里已有“" + wish.name + "”", "this item is already on the list");
    if (wish.unit.empty()) return refuse("unit_missing", "unit", "请写计量单位", "say what it is counted in");
    if (wish.grain != 1 && wish.grain != 10 && wish.grain != 100 && wish.grain != 1000)
        return refuse(
            "grain_invalid",
            "grain",
            "最小单位为 1（整件）或十、百、千分之一",
            "the smallest unit is 1 (whole pieces), a tenth, a hundredth or a thousandth"
        );
    if (!wish.class_code.empty() && (wish.class_code.front() < '1' || wish.class_code.front() > '3'))
        return refuse("class_invalid", "class_code", "大类为 1、2 或 3", "the main class is 1, 2 or 3");
    return journal::decided(
        journal::event(desk.new_id(), ItemNamed{wish.name, wish.unit, wish.class_code, wish.grain, wish.returnable})
    );
}

namespace {

/// A row of the list that was kept before the books.
struct OldRow {
    std::string item, unit, store, expires;
    double quantity = 0;
};
BOOST_DESCRIBE_STRUCT(OldRow, (), (item, unit, store, expires, quantity))

}  // namespace

Result<Decision> decide(const OpenBooks&, const Desk& desk) {
    Decision decision;
    decision.subject = "stock";
    if (desk.views.value<std::int64_t>("SELECT 1 FROM stock_batch WHERE node = '' LIMIT 1")) return decision;
    std::map<std::string, std::string> stores;
    std::set<std::string> named;
    for (const auto& each : own_stores(desk.views)) stores[each.name] = each.id;
    for (const auto& [id, row] : registers::read_rows<OldRow>(registers::kept_rows(desk.views, "stock"))) {
        const auto store = stores.find(row.store);
        const auto known = item_facts(desk.views, row.item);
        const auto item = known.value_or(ItemFacts{row.item, {}, "", row.unit, 1, false, 0, ""});
        const auto quantity = in_grains(row.quantity, item.grain);
        if (store == stores.end() || !quantity || *quantity <= 0) continue;
        if (!known && named.insert(item.name).second)
            decision.events.push_back(journal::event(desk.new_id(), ItemNamed{item.name, item.unit, "", 1, false}));
        StockReceived received;
        received.store = store->second;
        received.item = item.name;
        received.unit = item.unit;
        received.grain = item.grain;
        received.class_code = item.class_code;
        received.quantity = *quantity;
        received.source = StockSource::opening;
        received.expires_on = row.expires;
        decision.events.push_back(journal::event(desk.new_id(), received));
    }
    return decision;
}

}  // namespace anlan::warehouse

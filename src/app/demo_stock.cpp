#include "app/demo_stock.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "app/grant.hpp"
#include "organisation/queries.hpp"
#include "warehouse/commands.hpp"
#include "warehouse/queries.hpp"
#include "warehouse/records.hpp"

namespace anlan::app {

namespace {

struct SeedBatch {
    std::string store, item;
    std::int64_t quantity = 0;
    std::string location, maker, supplier, fund, made_on, expires_on;
    warehouse::StockSource source = warehouse::StockSource::purchase;
};
BOOST_DESCRIBE_STRUCT(
    SeedBatch, (), (store, item, quantity, location, maker, supplier, fund, made_on, expires_on, source)
)

struct SeedStock {
    AreaCode area;
    std::vector<SeedBatch> batches;
};
BOOST_DESCRIBE_STRUCT(SeedStock, (), (area, batches))

/// "today+22"
std::string day_of(Node& node, const std::string& text) {
    constexpr std::string_view kToday = "today";
    if (!text.starts_with(kToday)) return text;
    const std::chrono::days away{std::stoi(text.substr(kToday.size()))};
    return to_local(node.writer().clock().now() + away).substr(0, 10);
}

struct Ground {
    std::vector<warehouse::StoreFacts> stores;
    PersonId keeper, second;
    const warehouse::StoreFacts* named(const std::string& name) const {
        for (const auto& each : stores)
            if (each.name == name) return &each;
        return nullptr;
    }
};

Ground ground_of(Node& node) {
    Ground ground;
    node.read([&](store::Rows& rows) { ground.stores = warehouse::own_stores(rows); });
    if (ground.stores.empty()) return ground;
    ground.keeper = ground.stores.front().keeper;
    ground.second = ground.stores.front().second;
    return ground;
}

void add_line(Node& node, const Ground& ground, const SeedBatch& batch, warehouse::ReceiveDelivery& delivery) {
    const auto* store = ground.named(batch.store);
    if (store == nullptr) return spdlog::error("data/demo/stock.json: no store {}", batch.store);
    warehouse::ReceiveStock wish;
    wish.store = store->id;
    wish.item = batch.item;
    wish.quantity = batch.quantity;
    wish.source = batch.source;
    wish.location = batch.location;
    wish.maker = batch.maker;
    wish.supplier = batch.supplier;
    wish.fund = batch.fund;
    wish.made_on = day_of(node, batch.made_on);
    wish.expires_on = day_of(node, batch.expires_on);
    delivery.lines.push_back(std::move(wish));
}

/// The one with the life jackets; the others are village points.
const warehouse::StoreFacts& main_store(Node& node, const Ground& ground) {
    const auto* main = &ground.stores.front();
    node.read([&](store::Rows& rows) {
        for (const auto& each : ground.stores)
            if (!warehouse::balances(rows, World::real(), {.store = each.id, .item = "救生衣", .batch = {}}).empty())
                main = &each;
    });
    return *main;
}

/// What a store's books look like on an ordinary day.
void live_a_little(Node& node, const Ground& ground) {
    const auto& main = main_store(node, ground);
    const auto now = node.writer().clock().now();
    warehouse::IssueStock loan;
    loan.store = main.id;
    loan.use = warehouse::IssueUse::loan;
    loan.purpose = "社区防汛演练";
    loan.ordered_by = "站长批准";
    loan.receiver = "测试社区";
    loan.wanted = {{{}, "救生衣", 10}, {{}, "对讲机", 2}};
    loan.return_by = now + std::chrono::hours{72};
    grant(node, std::move(loan), ground.keeper.text);
    warehouse::IssueStock used;
    used.store = main.id;
    used.use = warehouse::IssueUse::daily;
    used.purpose = "低洼路段排水口防护";
    used.ordered_by = "值班领导批准";
    used.receiver = "测试抢险队";
    used.wanted = {{{}, "编织袋", 200}};
    grant(node, std::move(used), ground.keeper.text);
    std::vector<warehouse::Balance> torches;
    node.read([&](store::Rows& rows) {
        torches = warehouse::balances(rows, World::real(), {.store = main.id, .item = "手电", .batch = {}});
    });
    if (torches.empty()) return;
    grant(
        node,
        warehouse::AskScrap{
            main.id,
            warehouse::BatchId{torches.front().batch},
            3,
            warehouse::ScrapKind::damaged,
            "进水，充电后不亮，建议报废"},
        ground.keeper.text
    );
}

std::vector<warehouse::Balance> lying_in(Node& node, const warehouse::StoreFacts& store) {
    std::vector<warehouse::Balance> lying;
    node.read([&](store::Rows& rows) {
        lying = warehouse::balances(rows, World::real(), {.store = store.id, .item = {}, .batch = {}});
    });
    return lying;
}

/// The smallest store has been counted: two pieces are missing, and the second person has not yet looked.
void count_a_store(Node& node, const Ground& ground) {
    if (ground.stores.size() < 2) return;
    const auto& store = *std::ranges::min_element(ground.stores, {}, [&](const warehouse::StoreFacts& each) {
        return lying_in(node, each).size();
    });
    const warehouse::CountId count{grant(node, warehouse::BeginCount{store.id}, ground.keeper.text)};
    const auto lying = lying_in(node, store);
    std::vector<warehouse::Explained> reasons;
    for (const auto& each : lying) {
        const bool short_of = reasons.empty() && each.usable > 100;
        const auto counted = each.usable - (short_of ? 2 : 0);
        const warehouse::BatchId batch{each.batch};
        grant(node, warehouse::CountBatch{count, batch, counted, 0, false}, ground.keeper.text);
        if (short_of) reasons.push_back({batch, "上次演练用掉 2 件，没有开单"});
    }
    grant(node, warehouse::EndCount{count, std::move(reasons)}, ground.keeper.text);
}

}  // namespace

void seed_stock(Node& node) {
    std::ostringstream text;
    text << std::ifstream(node.settings().shared_data / "demo/stock.json").rdbuf();
    const auto all = from_json_text<std::vector<SeedStock>>(text.str(), Unknown::refused);
    if (!all) return spdlog::error("data/demo/stock.json: {}", all.error().en);
    const auto ground = ground_of(node);
    if (ground.stores.empty()) return;
    warehouse::ReceiveDelivery delivery;
    for (const auto& books : all.value())
        if (books.area == node.settings().facts.area)
            for (const auto& batch : books.batches) add_line(node, ground, batch, delivery);
    grant(node, std::move(delivery), ground.keeper.text);
    live_a_little(node, ground);
    count_a_store(node, ground);
    grant(node, warehouse::LookOver{true});
}

}  // namespace anlan::app

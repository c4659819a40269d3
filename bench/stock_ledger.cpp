#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <random>

#include "bench/report.hpp"
#include "store/database.hpp"
#include "warehouse/project.hpp"
#include "warehouse/records.hpp"
#include "warehouse/room.hpp"

namespace anlan::bench {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::int64_t kMovements = 1'000'000;
constexpr int kStores = 40, kItems = 300;

double ms_since(Clock::time_point from) {
    return std::chrono::duration<double, std::milli>(Clock::now() - from).count();
}

/// A county's books of many years: one batch of each item in each store, and slips without end.
class Years {
  public:
    explicit Years(store::Rows& rows) : rows_(rows) {}
    double fill() {
        const auto begun = Clock::now();
        rows_.begin();
        for (int s = 0; s < kStores; ++s)
            for (int i = 0; i < kItems; ++i) receive(s, i);
        while (entry_.seq < kMovements) issue();
        rows_.commit();
        return ms_since(begun);
    }

  private:
    void next(const std::string& subject) {
        ++entry_.seq;
        entry_.at += std::chrono::minutes{4};
        entry_.actor = "p-keeper";
        entry_.subject = subject;
        if (entry_.seq % 20'000 == 0) rows_.commit(), rows_.begin();
    }
    void receive(int store, int item) {
        warehouse::StockReceived received;
        received.store = fmt::format("s{}", store);
        received.item = fmt::format("物资{}", item);
        received.unit = "件";
        received.quantity = 1'000'000'000;
        next(fmt::format("b{}-{}", store, item));
        project(rows_, entry_, received);
    }
    void issue() {
        const auto store = random_() % kStores, item = random_() % kItems;
        warehouse::StockIssued issued;
        issued.store = fmt::format("s{}", store);
        issued.purpose = "日常";
        issued.ordered_by = "站长";
        issued.receiver = "测试队";
        issued.pieces = {
            {{fmt::format("b{}-{}", store, item)},
             fmt::format("物资{}", item),
             static_cast<std::int64_t>(1 + random_() % 9)}};
        next(fmt::format("slip{}", entry_.seq));
        project(rows_, entry_, issued);
    }
    store::Rows& rows_;
    journal::Entry entry_;
    std::mt19937_64 random_{2026};
};

/// What the pages ask for when they are opened.
std::vector<double> open_pages(store::Rows& rows) {
    std::mt19937_64 random{7};
    std::vector<double> all;
    for (int round = 0; round < 100; ++round) {
        const auto store = fmt::format("s{}", random() % kStores);
        const auto item = fmt::format("物资{}", random() % kItems);
        const auto begun = Clock::now();
        warehouse::balances(rows, World::real(), {.store = store, .item = {}, .batch = {}});
        const auto first = warehouse::movements(rows, World::real(), {.store = store, .item = {}, .batch = {}}, "", 30);
        warehouse::movements(
            rows, World::real(), {.store = store, .item = {}, .batch = {}}, warehouse::cursor_of(first.back()), 30
        );
        warehouse::movements(rows, World::real(), {.store = {}, .item = item, .batch = {}}, "", 30);
        all.push_back(ms_since(begun));
    }
    return all;
}

}  // namespace

Figures stock_ledger() {
    const auto folder = fs::temp_directory_path() / "anlan_bench_stock";
    fs::remove_all(folder);
    fs::create_directories(folder);
    const store::Place place{.sqlite_file = (folder / "stock.db").string(), .postgresql = {}};
    double filling = 0, opening = 0, everything = 0;
    std::vector<double> pages;
    {
        const auto rows = store::connect(place, store::Use::writing);
        rows->script(
            "CREATE TABLE deadline (key TEXT PRIMARY KEY, due BIGINT, set_at BIGINT, command TEXT, body TEXT, drill "
            "TEXT)"
        );
        rows->script(std::string(warehouse::make_room().views_sql));
        filling = Years(*rows).fill();
    }
    {
        const auto begun = Clock::now();
        const auto rows = store::connect(place, store::Use::writing);
        warehouse::movements(*rows, World::real(), {}, "", 30);
        opening = ms_since(begun);
        const auto all = Clock::now();
        warehouse::balances(*rows, World::real());
        everything = ms_since(all);
        pages = open_pages(*rows);
    }
    fs::remove_all(folder);
    return {
        {"stock ledger of 1,000,000 movements, opened, newest page",
         fmt::format("{:.1f} ms", opening),
         fmt::format("filled at {:.0f} movements/s", 1'000 * static_cast<double>(kMovements) / filling),
         "–",
         "< 100 ms",
         opening < 100},
        {"the same, a store's page with its batches, two pages of movements and an item's (p99 of 100)",
         fmt::format("{:.1f} ms", percentile(pages, 0.99)),
         fmt::format("all 12,000 balances: {:.0f} ms", everything),
         "–",
         "< 100 ms",
         percentile(pages, 0.99) < 100}};
}

}  // namespace anlan::bench

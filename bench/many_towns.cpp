#include <fmt/format.h>

#include <fstream>
#include <thread>

#include "bench/desk_client.hpp"
#include "bench/report.hpp"
#include "bench/simulated_towns.hpp"
#include "bench/station.hpp"
#include "policy/commands.hpp"
#include "registers/commands.hpp"
#include "warehouse/registers.hpp"

namespace anlan::bench {

namespace {

using Clock = std::chrono::steady_clock;

const AreaCode kTown{"350581106000"};
constexpr int kSlices = 10;  ///< of a second: towns do not speak all at once
constexpr std::chrono::seconds kGreetingMost{120};
constexpr const char* kPages[] = {"/api/v1/progress", "/api/v1/responses?state=open", "/api/v1/warnings?state=active"};

/// A row of a list as a real town hands it over.
journal::Entry row_told(const std::filesystem::path& folder) {
    SystemClock clock;
    seal::SystemDice dice;
    app::NodeSettings settings;
    settings.facts = {kTown, "永宁镇"};
    settings.folder = folder;
    settings.shared_data = std::filesystem::current_path() / "data";
    app::Node node(settings, {clock, dice});
    node.writer().submit(
        registers::put_row(
            warehouse::agreements(),
            "p-storekeeper",
            "",
            {{"supplier", "测试企业"},
             {"items", "编织袋"},
             {"quantity", "420"},
             {"minutes", 60},
             {"valid_to", "2030-01-01"}}
        ),
        [](const Result<journal::Outcome>&) {}
    );
    node.writer().run_pending();
    auto& rows = node.writer().rows();
    auto parcels = journal::outgoing(rows, node.writer().rooms(), kTown, "up/2", {1, 0, journal::kNoHash}, 1);
    if (parcels.empty()) throw std::runtime_error("the row does not leave the town");
    return std::move(parcels.front().entry);
}

/// The parent with its towns in one process: says its port and token, then, once everybody has spoken for `seconds`,
/// how many entries were said, how many of them were committed at that moment, and after how long all were.
void serve_parent(Wire& wire, const std::filesystem::path& folder, int towns, int seconds) {
    const auto model = row_told(folder / "model");
    SimulatedTowns line(towns, seconds, model, kProvince);
    SystemClock clock;
    seal::SystemDice dice;
    app::Node parent(parent_settings(folder), {clock, dice, {}, &line});
    run(parent, policy::AdoptPack{});
    const auto token = log_in(parent, "bench_desk", PersonId{"p-desk"}, "zhiban");
    http::Threads threads(2);
    for (const auto& area : line.areas()) parent.meet({area, "测试镇", line.key().public_pem});
    parent.open(threads);
    line.speak_to(parent.key().public_pem, clock.now(), told_down(parent));
    wire.tell(std::to_string(parent.port()));
    wire.tell(token);

    line.greet();
    const auto greeted = Clock::now();
    while (line.answers() < towns && Clock::now() - greeted < kGreetingMost)
        std::this_thread::sleep_for(std::chrono::milliseconds{100});
    const auto start = Clock::now();
    long long said = 0;
    for (int slice = 0; slice < seconds * kSlices; ++slice) {
        for (std::size_t town = static_cast<std::size_t>(slice % kSlices); town < line.areas().size(); town += kSlices)
            said += line.say(town) ? 1 : 0;
        std::this_thread::sleep_until(start + std::chrono::milliseconds{(slice + 1) * 1000 / kSlices});
    }
    const auto at_the_end = arrived(parent);
    while (arrived(parent) < said && Clock::now() - start < std::chrono::seconds{seconds * 10})
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    const auto took = std::chrono::duration<double>(Clock::now() - start).count();
    wire.tell(fmt::format("{} {} {} {:.2f}", said, at_the_end, arrived(parent), took));
    wire.hear();
    parent.close();
    threads.stop();
}

struct Held {
    long long said = 0, at_the_end = 0, at_last = 0;
    double seconds = 0, megabytes = 0;
    std::vector<double> pages;
};

Held hold(const std::filesystem::path& folder, int towns, int seconds) {
    Held held;
    Child parent([&](Wire& wire) { serve_parent(wire, folder, towns, seconds); });
    const auto port = std::stoi(parent.hear());
    const auto token = parent.hear();
    std::atomic<bool> over = false;
    std::thread officer([&] {
        DeskClient desk(port, token);
        while (!over)
            for (const auto* page : kPages) {
                const auto asked = Clock::now();
                desk.get(page);
                held.pages.push_back(std::chrono::duration<double, std::milli>(Clock::now() - asked).count());
                std::this_thread::sleep_for(std::chrono::milliseconds{20});
            }
    });
    std::istringstream(parent.hear()) >> held.said >> held.at_the_end >> held.at_last >> held.seconds;
    held.megabytes = static_cast<double>(resident_bytes(parent.pid())) / 1e6;
    over = true;
    officer.join();
    return held;
}

}  // namespace

Figures many_towns() {
    Figures figures;
    for (const auto& [towns, seconds] : {std::pair{1'170, 30}, {38'000, 10}}) {
        const auto folder = fresh_folder("towns");
        const auto held = hold(folder, towns, seconds);
        std::filesystem::remove_all(folder);
        const auto rate = static_cast<double>(held.at_last) / held.seconds;
        const bool holds = held.at_last == held.said && held.said - held.at_the_end <= towns;
        figures.push_back(
            {fmt::format("one parent, {} simulated towns, one entry a second each for {} s", towns, seconds),
             fmt::format("{:.0f} entries/s taken in", rate),
             fmt::format(
                 "{} said, {} held when they fell silent, all after {:.1f} s; {:.0f} MB with the towns' own frames",
                 held.said,
                 held.at_the_end,
                 held.seconds,
                 held.megabytes
             ),
             "",
             "holds",
             holds}
        );
        figures.push_back(
            {fmt::format("its pages meanwhile, p99, {} towns", towns),
             fmt::format("{:.1f} ms", percentile(held.pages, 0.99)),
             fmt::format("p50 {:.1f} ms, {} answers", percentile(held.pages, 0.5), held.pages.size()),
             "",
             "< 50 ms",
             percentile(held.pages, 0.99) < 50}
        );
    }
    return figures;
}

}  // namespace anlan::bench

#include <fmt/format.h>

#include <algorithm>

#include "bench/bare_beast.hpp"
#include "bench/report.hpp"
#include "bench/station.hpp"
#include "bench/ws_clients.hpp"

namespace anlan::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kListeners = 10'000;
constexpr int kPeople = 100;  ///< each with a hundred windows open
constexpr int kRounds = 5;

struct Measured {
    double kilobytes_each = 0, last_ms = 0;
    long long heard = 0;  ///< of kListeners × kRounds
};

/// A message of 1 kB, told apart from the others by its number.
std::string message(int round) {
    return "round-" + std::to_string(round) + "-" + std::string(1'000, 'm');
}

Measured measure(Child& server, const std::vector<std::string>& tokens, int port, bool greeted) {
    Measured measured;
    const auto before = resident_bytes(server.pid());
    WsClients clients(port, tokens);
    if (greeted) clients.wait_for("hello", Clock::now(), std::chrono::seconds{20});
    measured.kilobytes_each = static_cast<double>(resident_bytes(server.pid()) - before) / kListeners / 1'000;
    std::vector<double> lasts;
    for (int round = 0; round < kRounds; ++round) {
        const auto start = Clock::now();
        server.tell("tell " + message(round));
        const auto times = clients.wait_for("round-" + std::to_string(round), start, std::chrono::seconds{20});
        for (const auto time : times) measured.heard += time >= 0;
        lasts.push_back(*std::max_element(times.begin(), times.end()));
    }
    measured.last_ms = median(lasts);
    return measured;
}

Measured measure_station() {
    const auto folder = fresh_folder("listeners");
    Measured measured;
    {
        Child child([&](Wire& wire) { serve_station(wire, folder, kPeople); });
        const auto port = std::stoi(child.hear());
        std::vector<std::string> people;
        for (int i = 0; i <= kPeople; ++i) people.push_back(child.hear());
        std::vector<std::string> tokens;
        for (int i = 0; i < kListeners; ++i) tokens.push_back(people[static_cast<std::size_t>(i % kPeople)]);
        measured = measure(child, tokens, port, true);
    }
    std::filesystem::remove_all(folder);
    return measured;
}

Measured measure_bare() {
    Child child(&serve_bare);
    const auto port = std::stoi(child.hear());
    return measure(child, std::vector<std::string>(kListeners, "x"), port, false);
}

}  // namespace

Figures idle_listeners() {
    const auto bare = measure_bare();
    const auto own = measure_station();
    const auto ratio = own.last_ms / bare.last_ms;
    const bool all = own.heard == static_cast<long long>(kListeners) * kRounds;
    return {
        {"10,000 idle listeners, memory each",
         fmt::format("{:.1f} kB", own.kilobytes_each),
         fmt::format("{:.1f} kB bare Beast", bare.kilobytes_each),
         fmt::format("{:.2f}×", own.kilobytes_each / bare.kilobytes_each),
         "< 20 kB",
         own.kilobytes_each < 20},
        {"1 kB to all of them, the last one (p50 of 5)",
         fmt::format("{:.0f} ms", own.last_ms),
         fmt::format("{:.0f} ms bare Beast", bare.last_ms),
         fmt::format("{:.2f}×", ratio),
         "< 500 ms, ≤ 2×",
         all && own.last_ms < 500 && ratio <= 2}};
}

}  // namespace anlan::bench

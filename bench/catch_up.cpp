#include <fmt/format.h>

#include <thread>

#include "bench/desk_client.hpp"
#include "bench/linked_pair.hpp"
#include "bench/report.hpp"
#include "bench/station.hpp"

namespace anlan::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kWaiting = 100'000;
constexpr std::chrono::seconds kLimit{60};
constexpr const char* kPages[] = {
    "/api/v1/progress", "/api/v1/links", "/api/v1/responses?state=open", "/api/v1/warnings?state=active"};

double milliseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Every page of a duty desk in turn, until all has come; how long each answer took.
std::vector<double> watch_pages(LinkedPair& pair, long long wanted, Clock::time_point& first, Clock::time_point& last) {
    DeskClient desk(pair.county_port(), pair.token());
    std::vector<double> took;
    const auto began = Clock::now();
    for (long long seen = 0; seen < wanted && Clock::now() - began < kLimit;) {
        for (const auto* page : kPages) {
            const auto asked = Clock::now();
            desk.get(page);
            if (seen > 0) took.push_back(milliseconds_since(asked));
        }
        const auto now = pair.arrived();
        if (seen == 0 && now > 0) first = Clock::now();
        if (now > seen) last = Clock::now();
        seen = now;
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return took;
}

}  // namespace

Figures catch_up() {
    const auto folder = fresh_folder("catch-up");
    Figures figures;
    {
        LinkedPair pair(folder, kWaiting);
        const auto wanted = pair.waiting();
        const auto before = pair.arrived();
        const auto linked = Clock::now();
        pair.link();
        auto first = linked, last = linked;
        const auto pages = watch_pages(pair, wanted, first, last);
        const auto came = pair.arrived();
        const auto seconds = std::chrono::duration<double>(last - first).count();
        const auto rate = static_cast<double>(came - before) / std::max(seconds, 0.001);
        figures.push_back(
            {fmt::format("catch-up over two nats-servers on loopback, {} entries waiting", wanted),
             fmt::format("{:.0f} entries/s", rate),
             fmt::format(
                 "{} came; the first {:.1f} s after the town started",
                 came,
                 std::chrono::duration<double>(first - linked).count()
             ),
             "",
             "≥ 20,000/s",
             came >= wanted && rate >= 20'000}
        );
        figures.push_back(
            {"the county's pages meanwhile, p99",
             fmt::format("{:.1f} ms", percentile(pages, 0.99)),
             fmt::format("p50 {:.1f} ms, {} answers", percentile(pages, 0.5), pages.size()),
             "",
             "< 50 ms",
             percentile(pages, 0.99) < 50}
        );
    }
    std::filesystem::remove_all(folder);
    return figures;
}

}  // namespace anlan::bench

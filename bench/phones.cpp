#include <fmt/format.h>

#include <algorithm>

#include "bench/cap_text.hpp"
#include "bench/desk_client.hpp"
#include "bench/report.hpp"
#include "bench/station.hpp"
#include "bench/ws_clients.hpp"

namespace anlan::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kPhones = 1'000;
constexpr int kRounds = 5;

struct Round {
    double proposed_ms = 0, first_ms = 0, p99_ms = 0, last_ms = 0;
    int missing = 0;
};

/// The warning comes in, the officer confirms as soon as the proposal can be seen, every phone rings.
Round play(DeskClient& desk, WsClients& phones, int number) {
    Round round;
    const auto start = Clock::now();
    const auto since = [start] { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); };
    desk.post(
        "/api/v1/warnings",
        cap_text("phones-" + std::to_string(number), "Extreme", "350581106000"),
        "application/cap+xml"
    );
    std::string response;
    while (response.empty()) {
        const auto responses = desk.get("/api/v1/responses?state=proposed");
        for (const auto& each : responses.at("items").as_array())
            if (each.at("plan").as_string() == "bench_town") response = each.at("id").as_string().c_str();
        if (response.empty() && since() > 5'000)
            throw std::runtime_error("no response was proposed: " + boost::json::serialize(responses));
    }
    round.proposed_ms = since();
    desk.post("/api/v1/responses/" + response + "/confirm", "{}");
    const auto times = phones.wait_for("call.placed", start, std::chrono::seconds{20});
    round.missing = static_cast<int>(std::count_if(times.begin(), times.end(), [](double time) { return time < 0; }));
    round.first_ms = *std::min_element(times.begin(), times.end());
    round.p99_ms = percentile(times, 0.99);
    round.last_ms = percentile(times, 1);
    desk.post("/api/v1/responses/" + response + "/close", R"({"reason":"测速结束"})");
    return round;
}

}  // namespace

Figures warning_to_phones() {
    const auto folder = fresh_folder("phones");
    std::vector<double> p99, last, proposed;
    int missing = 0;
    {
        Child child([&](Wire& wire) { serve_station(wire, folder, kPhones); });
        const auto port = std::stoi(child.hear());
        std::vector<std::string> tokens;
        for (int i = 0; i < kPhones; ++i) tokens.push_back(child.hear());
        DeskClient desk(port, child.hear());
        WsClients phones(port, tokens);
        for (int number = 0; number < kRounds; ++number) {
            const auto round = play(desk, phones, number);
            missing += round.missing;
            proposed.push_back(round.proposed_ms);
            p99.push_back(round.p99_ms);
            last.push_back(round.last_ms);
        }
    }
    std::filesystem::remove_all(folder);
    const auto own = median(p99);
    return {
        {"red warning in, confirmed, 1,000 phones ring, p99 (p50 of 5)",
         fmt::format("{:.0f} ms", own),
         fmt::format(
             "proposed after {:.0f} ms, last phone {:.0f} ms, {} unheard", median(proposed), median(last), missing
         ),
         "–",
         "< 250 ms",
         missing == 0 && own < 250}};
}

}  // namespace anlan::bench

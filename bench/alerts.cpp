#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <future>

#include "base/time.hpp"
#include "bench/cap_text.hpp"
#include "bench/report.hpp"
#include "bench/station.hpp"
#include "warning/commands.hpp"

namespace anlan::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kAlerts = 5'000;

/// Different alerts, each read, judged by the schema, matched to the area, decided and stored; answered after the
/// commit.
double accepted_a_second(Station& station) {
    auto& node = station.node();
    std::atomic<int> open{kAlerts};
    std::atomic<int> granted{0};
    std::promise<void> over;
    const auto start = Clock::now();
    for (int i = 0; i < kAlerts; ++i) {
        auto reading = node.alert_reader().read(cap_text(fmt::format("alert-{}", i), "Minor", "350582000000"));
        if (reading.verdict == warning::Verdict::refused) throw std::runtime_error(reading.faults.front().message);
        warning::ReceiveWarnings wish{
            .alerts = std::move(reading.alerts), .source = "bench", .via = {}, .drill = {}, .verdict = {}};
        node.writer().submit(
            warning::receive(node.area_matcher(), "system:bench", std::move(wish)),
            [&](const Result<journal::Outcome>& outcome) {
                granted += outcome.has_value();
                if (--open == 0) over.set_value();
            }
        );
    }
    over.get_future().wait();
    const auto seconds = std::chrono::duration<double>(Clock::now() - start).count();
    return granted / seconds;
}

}  // namespace

Figures alerts() {
    const auto folder = fresh_folder("alerts");
    double rate = 0;
    {
        Child child([&](Wire& wire) {
            Station station(folder);
            station.open();
            station.lay_ground();
            wire.tell(std::to_string(accepted_a_second(station)));
        });
        rate = std::stod(child.hear());
    }
    std::filesystem::remove_all(folder);
    return {
        {"CAP alerts accepted, validated, matched, stored",
         fmt::format("{:.0f}/s", rate),
         "–",
         "–",
         "≥ 2,500/s",
         rate >= 2'500}};
}

}  // namespace anlan::bench

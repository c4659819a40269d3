#include <fmt/format.h>

#include <chrono>
#include <sstream>
#include <thread>

#include "bench/desk_client.hpp"
#include "bench/report.hpp"
#include "bench/simulated_towns.hpp"
#include "bench/station.hpp"
#include "organisation/commands.hpp"
#include "policy/commands.hpp"
#include "programme/commands.hpp"
#include "programme/queries.hpp"

/// The board of 1,170 stations at one node: all of them tell their readiness at once, and the page is asked for.
namespace anlan::bench {

namespace {

using Clock = std::chrono::steady_clock;

const AreaCode kTown{"350581106000"};
constexpr int kStations = 1'170, kRounds = 9, kPages = 30;
constexpr std::chrono::seconds kPatience{120};

double passed_ms(Clock::time_point from) {
    return std::chrono::duration<double, std::milli>(Clock::now() - from).count();
}

/// A real station's readiness as it hands it over, and how long it took to compute from its records.
journal::Entry readiness_told(const std::filesystem::path& folder, std::vector<double>& times) {
    Station station(folder);
    station.open();
    station.lay_ground();
    station.settle_people(200);
    auto& node = station.node();
    for (int round = 0; round < kRounds; ++round) {
        const auto from = Clock::now();
        node.read([&](store::Rows& rows) {
            programme::readiness_of({rows, node.settings().facts, node.writer().clock().now()});
        });
        times.push_back(passed_ms(from));
    }
    run(node, programme::TellReadiness{});
    std::optional<journal::Entry> told;
    node.read([&](store::Rows& rows) {
        for (const auto* stream : {"up/0", "up/1", "up/2"})
            for (auto& parcel :
                 journal::outgoing(rows, node.writer().rooms(), kTown, stream, {1, 0, journal::kNoHash}, 10'000))
                if (parcel.entry.kind == programme::ReadinessTold::kKind.text()) told = std::move(parcel.entry);
    });
    if (!told) throw std::runtime_error("the station tells no readiness");
    return std::move(*told);
}

void until(const std::function<bool()>& reached) {
    const auto start = Clock::now();
    while (!reached()) {
        if (Clock::now() - start > kPatience) throw std::runtime_error("the stations were not all heard");
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
    }
}

void name_areas(app::Node& parent, const std::vector<AreaCode>& areas) {
    organisation::AdoptAreas adopt;
    for (const auto& area : areas) adopt.areas.push_back({area, "测试镇", area.parent(), {}, {}});
    run(parent, std::move(adopt));
}

void serve_board(Wire& wire, const std::filesystem::path& folder, const journal::Entry& model) {
    SimulatedTowns line(kStations, kRounds, model, kProvince);
    SystemClock clock;
    seal::SystemDice dice;
    app::Node parent(parent_settings(folder), {clock, dice, {}, &line});
    run(parent, policy::AdoptPack{});
    name_areas(parent, line.areas());
    const auto token = log_in(parent, "bench_desk", PersonId{"p-desk"}, "zhiban");
    http::Threads threads(2);
    for (const auto& area : line.areas()) parent.meet({area, "测试镇", line.key().public_pem});
    parent.open(threads);
    line.speak_to(parent.key().public_pem, clock.now(), told_down(parent));
    line.greet();
    until([&] { return line.answers() >= kStations; });
    std::string times;
    for (int round = 1; round <= kRounds; ++round) {
        const auto from = Clock::now();
        for (std::size_t town = 0; town < line.areas().size(); ++town) line.say(town);
        until([&] { return arrived(parent) >= round * kStations; });
        times += fmt::format("{:.1f} ", passed_ms(from));
    }
    wire.tell(std::to_string(parent.port()));
    wire.tell(token);
    wire.tell(times);
    wire.hear();
    parent.close();
    threads.stop();
}

std::vector<double> numbers(const std::string& line) {
    std::istringstream words(line);
    std::vector<double> all;
    for (double each = 0; words >> each;) all.push_back(each);
    return all;
}

}  // namespace

Figures readiness_board() {
    const auto folder = fresh_folder("readiness");
    std::vector<double> computed, pages;
    const auto model = readiness_told(folder / "model", computed);
    Child parent([&](Wire& wire) { serve_board(wire, folder, model); });
    const auto port = std::stoi(parent.hear());
    const auto token = parent.hear();
    const auto batches = numbers(parent.hear());
    DeskClient desk(port, token);
    std::size_t stations = 0;
    for (int round = 0; round < kPages; ++round) {
        const auto from = Clock::now();
        stations = desk.get("/api/v1/readiness").at("items").as_array().size();
        pages.push_back(passed_ms(from));
    }
    std::filesystem::remove_all(folder);
    return {
        {"a station's readiness computed from its records, 58 items",
         fmt::format("{:.1f} ms (worst of {} {:.1f})", median(computed), kRounds, percentile(computed, 1)),
         "–",
         "–",
         "–",
         true},
        {fmt::format("{} stations tell changed readiness at once, all on the board", kStations),
         fmt::format("{:.0f} ms (worst of {} {:.0f})", median(batches), kRounds, percentile(batches, 1)),
         "–",
         "–",
         "< 1 s",
         percentile(batches, 1) < 1'000},
        {fmt::format("the page of {} stations over HTTP", stations),
         fmt::format("{:.0f} ms (worst of {} {:.0f})", median(pages), kPages, percentile(pages, 1)),
         "–",
         "–",
         "< 200 ms",
         stations == kStations && percentile(pages, 1) < 200}};
}

}  // namespace anlan::bench

#include "app/simulate.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <chrono>
#include <fstream>

#include "app/county.hpp"
#include "app/demo_seed.hpp"
#include "app/simulated_checks.hpp"
#include "federation/frame.hpp"
#include "seal/seeded_seals.hpp"

namespace anlan::app {

namespace {

namespace fs = std::filesystem;

constexpr int kGatheredAtOnce = 1'000;
constexpr std::size_t kDictionaryBytes = 64 * 1024;
constexpr int kLastFrames = 20;
constexpr std::int64_t kStationsMost = 17;
constexpr std::chrono::seconds kOnTheirWay{7};               ///< what people did in the last second is still being told
constexpr Instant kStart{std::chrono::seconds{1690504620}};  // 2023-07-28, Doksuri's morning

/// In memory where there is room for it: the simulated disk is slow or full only when the dice say so.
fs::path scratch_folder() {
    const fs::path shared = "/dev/shm";
    const auto base = fs::exists(shared) ? shared : fs::temp_directory_path();
    return base / fmt::format("anlan-simulation-{}", getpid());
}

/// A village node below each town in turn, until there are so many nodes or every town has three.
void add_villages(Config& config, std::size_t wanted) {
    static constexpr const char* kVillages[] = {
        "350581106002",
        "350581102201",
        "350581103201",
        "350581001001",
        "350581106201",
        "350581102202",
        "350581103202",
        "350581001004",
        "350581106202",
        "350581102203",
        "350581103203",
        "350581001005"};
    for (const auto* area : kVillages) {
        if (config.nodes.size() >= wanted) return;
        auto node = config.nodes.back();
        node.settings.facts = {AreaCode{area}, std::string("模拟村") + area};
        node.settings.folder = config.data / area;
        config.nodes.push_back(std::move(node));
    }
}

/// The demonstration's stations once filled; every seed begins with a copy.
Config make_model(const SimulationOrder& order, const fs::path& folder) {
    auto config = demonstration(folder, order.project, 0);
    const auto wanted = static_cast<std::size_t>(std::clamp<std::int64_t>(order.stations, 2, kStationsMost));
    add_villages(config, wanted);
    config.nodes.resize(std::min(wanted, config.nodes.size()));
    ManualClock clock(kStart - std::chrono::hours{1});
    // A dictionary must not know the ids of the county it is tried on.
    const std::uint64_t seed = order.train.empty() ? 42 : 977;
    seal::SeededDice dice(seed);
    const seal::SeededSeals seals(seed);
    County county(config, clock, dice);
    for (auto& node : county.nodes()) seed_demonstration(*node);
    county.settle();
    return config;
}

/// Everything the stations said to each other, as it stands in batches.
void gather(SimulatedCounty& county, std::vector<std::string>& samples) {
    for (std::size_t i = 0; i < county.size(); ++i) {
        auto& writer = county.node(i)->writer();
        for (const auto& stream : writer.rows().list<std::string>("SELECT DISTINCT stream FROM outgoing"))
            for (journal::Mark from;;) {
                const auto parcels =
                    journal::outgoing(writer.rows(), writer.rooms(), county.area(i), stream, from, kGatheredAtOnce);
                if (parcels.empty()) break;
                for (const auto& parcel : parcels) samples.push_back(federation::sample_of(parcel.entry));
                from = {parcels.back().epoch, parcels.back().number, parcels.back().entry.hash};
            }
    }
}

bool play_seed(
    const SimulationOrder& order,
    const Config& model,
    const fs::path& folder,
    std::uint64_t seed,
    std::vector<std::string>& samples
) {
    const auto began = std::chrono::steady_clock::now();
    ManualClock clock(kStart);
    seal::SeededDice dice(seed);
    const seal::SeededSeals seals(seed);
    SimulatedCounty county(model, folder, clock, dice);
    SimulatedStory story(county, clock, dice, seed);
    story.play();
    for (int i = 0; i < kLastFrames && !all_arrived(county); ++i) story.advance(clock.now() + kOnTheirWay);
    if (!order.train.empty()) gather(county, samples);
    const auto broken = broken_promises(county, story);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    const auto counts = story.counts();
    fmt::print(
        "seed={} {} calls={} answered={} escalated={} tasks={} acknowledged={} misfortunes={} {:.1f}s\n",
        seed,
        broken.empty() ? "ok" : "FAILED",
        counts.called,
        counts.answered,
        counts.escalated,
        counts.tasks,
        story.acknowledged().size(),
        story.history().size(),
        took.count()
    );
    if (order.aloud || !broken.empty())
        for (const auto& line : story.history()) fmt::print("  {}\n", line);
    for (const auto& sentence : broken) fmt::print("  broken: {}\n", sentence);
    std::fflush(stdout);
    return broken.empty();
}

}  // namespace

int simulate(const SimulationOrder& order) {
    spdlog::set_level(order.aloud ? spdlog::level::err : spdlog::level::off);  // what goes wrong here is meant to
    const auto scratch = scratch_folder();
    const auto model = make_model(order, scratch / "model");
    std::int64_t failed = 0;
    std::vector<std::string> samples;
    for (std::int64_t i = 0; i < order.seeds; ++i) {
        const auto seed = order.seed + static_cast<std::uint64_t>(i);
        const auto folder = scratch / std::to_string(seed);
        const bool good = play_seed(order, model, folder, seed, samples);
        if (!good) ++failed;
        if (!good && !order.keep.empty())
            fs::copy(folder, order.keep / std::to_string(seed), fs::copy_options::recursive);
        fs::remove_all(folder);
    }
    fs::remove_all(scratch);
    if (!order.train.empty())
        std::ofstream(order.train, std::ios::binary) << federation::train_dictionary(samples, kDictionaryBytes);
    fmt::print("{} of {} seeds passed\n", order.seeds - failed, order.seeds);
    return failed == 0 ? 0 : 1;
}

}  // namespace anlan::app

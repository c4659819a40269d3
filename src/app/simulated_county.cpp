#include "app/simulated_county.hpp"

#include <fstream>
#include <sstream>

#include "app/node_key.hpp"
#include "base/ensure.hpp"
#include "journal/deadline.hpp"

namespace anlan::app {

namespace {

namespace fs = std::filesystem;

constexpr Milliseconds kTick{1'000};  ///< as the node's own ticker
constexpr auto kCopyFiles = fs::copy_options::recursive | fs::copy_options::overwrite_existing;

store::StoreFault disk_full() {
    store::StoreFault fault("simulated: no space left");
    fault.disk_full = true;
    return fault;
}

}  // namespace

SimulatedCounty::SimulatedCounty(const Config& model, const fs::path& folder, const Clock& clock, seal::Dice& dice)
    : folder_(folder), clock_(clock), dice_(dice), network_(clock, dice, {}) {
    for (const auto& configured : model.nodes) {
        auto& station = stations_.emplace_back();
        station.config = configured;
        const auto source = configured.settings.folder;
        auto& target = station.config.settings.folder;
        target = folder / configured.settings.facts.area.text;
        fs::create_directories(target);
        fs::copy(source, target, kCopyFiles);
        station.public_pem = read_text(target / "node.pub");
        station.clock = std::make_unique<SkewedClock>(clock);
    }
}

SimulatedCounty::~SimulatedCounty() = default;

Node* SimulatedCounty::find(const AreaCode& area) {
    for (auto& station : stations_)
        if (station.config.settings.facts.area == area) return station.node.get();
    return nullptr;
}

void SimulatedCounty::start(std::size_t index) {
    auto& station = stations_[index];
    auto at_commit = [&station](journal::WriterSettings::Moment moment) {
        const bool before = moment == journal::WriterSettings::Moment::before_commit;
        if (station.disk_full && before) throw disk_full();
        if (station.dies_at != moment) return;
        station.died = true;
        throw Crash{};
    };
    station.dies_at.reset();
    station.node = std::make_unique<Node>(
        station.config.settings,
        Surroundings{*station.clock, dice_, std::move(at_commit), &network_.line_of(station.config.settings.facts.area)}
    );
    meet_neighbours(station);
    if (on_start) on_start(*station.node);
}

Node* SimulatedCounty::above(std::size_t index) {
    const auto* parent = parent_of(stations_[index]);
    ensure(parent != nullptr, "every station but the first has one above");
    return parent->node.get();
}

SimulatedCounty::Station* SimulatedCounty::parent_of(const Station& station) {
    Station* parent = nullptr;
    const auto& area = station.config.settings.facts.area;
    for (auto& other : stations_) {
        const auto& above = other.config.settings.facts.area;
        if (above == area || !above.contains(area)) continue;
        if (parent == nullptr || parent->config.settings.facts.area.contains(above)) parent = &other;
    }
    return parent;
}

void SimulatedCounty::meet_neighbours(Station& station) {
    const auto meet = [&](const Station& other) {
        const auto& facts = other.config.settings.facts;
        station.node->meet({facts.area, facts.name, other.public_pem});
    };
    if (const auto* parent = parent_of(station)) meet(*parent);
    for (const auto& other : stations_)
        if (parent_of(other) == &station) meet(other);
}

void SimulatedCounty::kill(std::size_t index) {
    auto& station = stations_[index];
    network_.line_of(station.config.settings.facts.area).close();
    station.node.reset();
    station.died = false;
    station.dies_at.reset();
}

void SimulatedCounty::kill_at_next_commit(std::size_t index, journal::WriterSettings::Moment moment) {
    stations_[index].dies_at = moment;
}

void SimulatedCounty::copy(std::size_t index) {
    const auto& facts = stations_[index].config.settings.facts;
    const auto to = folder_ / (facts.area.text + ".copy.db");
    fs::remove(to);
    stations_[index].node->read([&](store::Rows& rows) { rows.script("VACUUM INTO '" + to.string() + "'"); });
}

bool SimulatedCounty::has_copy(std::size_t index) const {
    return fs::exists(folder_ / (area(index).text + ".copy.db"));
}

void SimulatedCounty::put_back(std::size_t index) {
    kill(index);
    const auto& folder = stations_[index].config.settings.folder;
    for (const auto* part : {"node.db-wal", "node.db-shm"}) fs::remove(folder / part);
    fs::copy_file(folder_ / (area(index).text + ".copy.db"), folder / "node.db", kCopyFiles);
    start(index);
}

/// One round of one station. A crash ends it until somebody starts it again.
bool SimulatedCounty::work(std::size_t index) {
    auto& station = stations_[index];
    if (!station.node) return false;
    try {
        return station.node->step() > 0;
    } catch (const Crash&) {
        kill(index);
        return false;
    }
}

void SimulatedCounty::settle() {
    if (clock_.now() >= next_tick_) {
        next_tick_ = clock_.now() + kTick;
        for (auto& station : stations_)
            if (station.node) station.node->tick();
    }
    for (bool moved = true; moved;) {
        moved = network_.deliver() > 0;
        for (std::size_t i = 0; i < stations_.size(); ++i) moved = work(i) || moved;
    }
}

}  // namespace anlan::app

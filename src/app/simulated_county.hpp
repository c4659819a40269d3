#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/config.hpp"
#include "app/node.hpp"
#include "federation/rough_network.hpp"

namespace anlan::app {

/// A clock that goes with another and differs from it.
class SkewedClock final : public Clock {
  public:
    explicit SkewedClock(const Clock& truth) : truth_(truth) {}
    Instant now() const override { return truth_.now() + skew_; }
    void set_skew(Milliseconds skew) { skew_ = skew; }

  private:
    const Clock& truth_;
    Milliseconds skew_{0};
};

/// The machine stops: what was not committed is gone.
struct Crash {};

/// Stations that can be killed at any commit, put back to an old copy, given a wrong clock or a full disk, on a network
/// whose every fault is drawn.
class SimulatedCounty {
  public:
    /// `model` is a folder of seeded nodes; it is copied, not touched.
    SimulatedCounty(const Config& model, const std::filesystem::path& folder, const Clock& clock, seal::Dice& dice);
    ~SimulatedCounty();

    std::size_t size() const { return stations_.size(); }
    const AreaCode& area(std::size_t index) const { return stations_[index].config.settings.facts.area; }
    /// Null while it is down.
    Node* node(std::size_t index) { return stations_[index].node.get(); }
    Node* find(const AreaCode& area);
    /// The station above this one; not of the first, which is above all.
    Node* above(std::size_t index);
    federation::RoughNetwork& network() { return network_; }

    /// Called for each node that starts, also again.
    std::function<void(Node&)> on_start;

    void start(std::size_t index);
    /// Stops at once, as by a pulled plug.
    void kill(std::size_t index);
    /// The machine stops at its next commit, before or after the disk has it.
    void kill_at_next_commit(std::size_t index, journal::WriterSettings::Moment moment);
    bool dying(std::size_t index) const { return stations_[index].died; }
    void spare(std::size_t index) { stations_[index].dies_at.reset(); }
    void fill_disk(std::size_t index, bool full) { stations_[index].disk_full = full; }
    void set_skew(std::size_t index, Milliseconds skew) { stations_[index].clock->set_skew(skew); }
    /// Keeps a copy of a running node; `put_back` starts it from there, as somebody with last week's backup would.
    void copy(std::size_t index);
    bool has_copy(std::size_t index) const;
    void put_back(std::size_t index);

    /// Decides, carries and recalls until nothing moves at this instant.
    void settle();

  private:
    struct Station {
        ConfiguredNode config;
        std::unique_ptr<SkewedClock> clock;
        std::unique_ptr<Node> node;
        std::string public_pem;
        bool disk_full = false;
        bool died = false;  ///< at a commit, and is not yet taken away
        std::optional<journal::WriterSettings::Moment> dies_at;
    };
    void meet_neighbours(Station& station);
    Station* parent_of(const Station& station);
    bool work(std::size_t index);

    std::filesystem::path folder_;
    const Clock& clock_;
    seal::Dice& dice_;
    Instant next_tick_{};
    federation::RoughNetwork network_;
    std::vector<Station> stations_;
};

}  // namespace anlan::app

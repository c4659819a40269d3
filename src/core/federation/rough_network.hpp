#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "federation/line.hpp"
#include "seal/seal.hpp"

namespace anlan::federation {

/// How bad a network is, in thousandths and milliseconds.
struct Roughness {
    int lost_per_mille = 0, doubled_per_mille = 0, altered_per_mille = 0;
    Milliseconds least{1}, most{1};     ///< delay of a frame, drawn anew for each: frames overtake each other
    std::int64_t bytes_per_second = 0;  ///< of each way of a link; 0: no limit
};

/// A network of which every fault is drawn from dice: for simulations and tests. Frames wait here until their time;
/// `deliver()` brings those that are due.
class RoughNetwork {
  public:
    RoughNetwork(const Clock& clock, seal::Dice& dice, Roughness roughness);
    ~RoughNetwork();
    RoughNetwork(const RoughNetwork&) = delete;
    RoughNetwork& operator=(const RoughNetwork&) = delete;

    /// The line of this node; lives as long as the network. A second call gives the same line.
    Line& line_of(const AreaCode& area);
    void set_roughness(Roughness roughness) { roughness_ = roughness; }
    /// Cuts or restores the link between a node and everything above it. What is on the way is lost.
    void set_up(const AreaCode& child, bool up);

    std::size_t deliver();
    std::optional<Instant> next() const;
    /// Every frame that was ever sent, for somebody who listens and says it again.
    const std::vector<std::pair<AreaCode, std::string>>& overheard() const { return overheard_; }
    void overhear(bool on) { overhears_ = on; }
    /// Puts a frame to `to` on the way, as a stranger would.
    void inject(const AreaCode& from, const AreaCode& to, std::string frame);

  private:
    class NodeLine;
    struct Letter {
        AreaCode from, to;
        std::string frame;
    };
    bool connected(const AreaCode& one, const AreaCode& other) const;
    void post(const AreaCode& from, const AreaCode& to, std::string frame);
    Instant sent_at(const AreaCode& from, const AreaCode& to, std::size_t bytes);
    bool chance(int per_mille);

    const Clock& clock_;
    seal::Dice& dice_;
    Roughness roughness_;
    std::map<AreaCode, std::unique_ptr<NodeLine>> lines_;
    std::set<AreaCode> cut_;
    std::multimap<Instant, Letter> letters_;
    std::map<std::pair<AreaCode, AreaCode>, Instant> free_at_;  ///< when a way has sent what it was given
    bool overhears_ = false;
    std::vector<std::pair<AreaCode, std::string>> overheard_;
};

}  // namespace anlan::federation

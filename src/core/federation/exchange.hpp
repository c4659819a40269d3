#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "federation/handover.hpp"

namespace anlan::federation {

/// A link as people see it.
struct LinkState {
    AreaCode area;  ///< the other end
    std::string name;
    std::string direction;  ///< "parent" or "child", seen from the asking node
    bool up = false;
    Instant since{};
    std::int64_t waiting = 0;          ///< own entries the other end has not confirmed
    std::int64_t waiting_seconds = 0;  ///< age of the oldest of them
    std::optional<Instant> last_at;    ///< last frame heard
    std::int64_t bytes_in_today = 0, bytes_out_today = 0;
    std::optional<std::int64_t> clock_difference_ms;  ///< the other end's clock minus this one
    std::optional<std::int64_t> round_trip_ms;
    bool refused = false;  ///< nothing is taken from it until it joins anew
    std::string note;      ///< why the line is down, if known
};
BOOST_DESCRIBE_STRUCT(
    LinkState,
    (),
    (area,
     name,
     direction,
     up,
     since,
     waiting,
     waiting_seconds,
     last_at,
     bytes_in_today,
     bytes_out_today,
     clock_difference_ms,
     round_trip_ms,
     refused,
     note)
)

struct ExchangeSettings {
    journal::Writer* writer = nullptr;
    std::function<void(const std::function<void(store::Rows&)>&)> read;
    seal::KeyPair key;
    seal::Dice* dice = nullptr;
    const Squeezer* squeezer = nullptr;
    std::function<void(const Neighbour&, const Fault&)> fault;
    std::function<void(const Neighbour&, bool up)> changed{};
};

/// All hand-overs of one node on one line. Runs on its own thread once started; until then it is driven by hand with
/// step().
class Exchange {
  public:
    Exchange(ExchangeSettings settings, Line& line);
    ~Exchange();
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;

    /// From now on entries go to and come from this neighbour. A second meeting with another key replaces the first.
    void meet(Neighbour neighbour);
    void part(const AreaCode& area);

    /// Takes in what has come and sends what is due once; returns how much was done.
    std::size_t step();
    void start();
    void stop();

    std::vector<LinkState> links() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::federation

#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/drill_people.hpp"
#include "app/simulated_county.hpp"

namespace anlan::app {

/// What somebody was told is done: it must be found again.
struct Acknowledged {
    AreaCode node;
    std::int64_t seq = 0;
    std::string subject;
};

/// A citizen's identity number (the standard's own example) that careless people type into every note.
inline constexpr const char* kIdentityNumber = "11010519491231002X";

/// What happens under one seed: warnings from above, people who act, and misfortunes, all drawn from the dice.
class SimulatedStory {
  public:
    SimulatedStory(SimulatedCounty& county, ManualClock& clock, seal::Dice& dice, std::uint64_t seed);

    /// Plays the storm, then lets everything be mended and come to rest.
    void play();
    void advance(Instant until);

    const std::vector<Acknowledged>& acknowledged() const { return acknowledged_; }
    /// Nodes that an old copy was put back on: what they alone knew is lost by nature.
    const std::set<AreaCode>& put_back() const { return put_back_; }
    const std::vector<std::string>& history() const { return history_; }
    DrillPeopleAtWork::Counts counts() const { return people_.counts(); }
    std::int64_t refused() const { return refused_; }

  private:
    void warn();
    void report_incident();
    void misfortune();
    void mend();
    void revive();
    void people_act();
    std::uint64_t draw(std::uint64_t below) { return dice_.roll() % below; }
    void tell(const std::string& line);
    void follow(Node& node);

    SimulatedCounty& county_;
    ManualClock& clock_;
    seal::Dice& dice_;
    DrillPeopleAtWork people_;
    std::vector<Acknowledged> acknowledged_;
    std::set<AreaCode> put_back_, cut_;
    std::vector<std::string> history_;
    std::vector<std::pair<std::size_t, std::string>> incidents_;  ///< station and id of what was taken
    std::int64_t refused_ = 0, warnings_ = 0;
    bool ending_ = false;
};

}  // namespace anlan::app

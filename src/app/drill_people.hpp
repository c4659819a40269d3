#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "app/county.hpp"
#include "app/drill_script.hpp"

namespace anlan::app {

/// The simulated people of a drill. They hear what the program tells them (calls, tasks, proposals) and act some time
/// later, each by the command a real person would send. Everything random comes from the seed.
class DrillPeopleAtWork {
  public:
    /// Finds a node that runs now; nothing while it is down.
    using Find = std::function<Node*(const AreaCode&)>;
    /// Acts on drills only, or, in a simulation, on what is real in it.
    enum class Heeds { drills, reality };

    DrillPeopleAtWork(Find find, DrillPeople behaviour, std::uint64_t seed, Heeds heeds = Heeds::drills);

    /// What they write into every note.
    void write_notes(std::string note) { note_ = std::move(note); }

    /// Hears what this node writes from now on.
    void follow(Node& node);

    /// When the next of them acts; nothing when all is quiet.
    std::optional<Instant> next() const;
    /// Lets everybody act whose time has come.
    void act(Instant now);

    struct Counts {
        std::int64_t called = 0, answered = 0, escalated = 0, exhausted = 0, tasks = 0, confirmed = 0;
    };
    Counts counts() const;

  private:
    struct Act {
        AreaCode node;
        std::function<journal::Wish()> wish;
    };

    void hear(const AreaCode& node, const std::vector<journal::Entry>& entries);
    void hear_one(const AreaCode& node, const journal::Entry& entry);
    void hear_proposal(const AreaCode& node, const journal::Entry& entry);
    void plan_answer(
        const AreaCode& node, const journal::Entry& entry, const std::string& role, const PersonId& person
    );
    void plan_coming(const AreaCode& node, const journal::Entry& entry);
    void plan_next_team(const AreaCode& node, const journal::Entry& entry);
    void plan_task(const AreaCode& node, const journal::Entry& entry);
    void plan_knocks(const AreaCode& node, const journal::Entry& entry);
    void later(const AreaCode& node, Instant at, std::function<journal::Wish()> wish);
    double chance();
    std::int64_t between(const std::vector<std::int64_t>& span);

    Find find_;
    DrillPeople behaviour_;
    Heeds heeds_;
    std::string note_ = "演练完成";
    mutable std::mutex mutex_;
    seal::SeededDice dice_;
    std::multimap<Instant, Act> acts_;
    Counts counts_;
};

}  // namespace anlan::app

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
    DrillPeopleAtWork(County& county, DrillPeople behaviour, std::uint64_t seed);

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
        Node* node;
        std::function<journal::Wish()> wish;
    };

    void hear(Node& node, const std::vector<journal::Entry>& entries);
    void hear_one(Node& node, const journal::Entry& entry);
    void hear_proposal(Node& node, const journal::Entry& entry);
    void plan_answer(Node& node, const journal::Entry& entry, const std::string& role, const PersonId& person);
    void plan_task(Node& node, const journal::Entry& entry);
    void plan_knocks(Node& node, const journal::Entry& entry);
    void later(Node& node, Instant at, std::function<journal::Wish()> wish);
    double chance();
    std::int64_t between(const std::vector<std::int64_t>& span);

    DrillPeople behaviour_;
    mutable std::mutex mutex_;
    seal::SeededDice dice_;
    std::multimap<Instant, Act> acts_;
    Counts counts_;
};

}  // namespace anlan::app

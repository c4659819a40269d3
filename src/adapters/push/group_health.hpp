#pragma once

#include <deque>
#include <map>

#include "push/postman.hpp"

namespace anlan::push {

/// How the groups of a postman are, and when each may be posted to. Of one thread at a time.
class GroupHealth {
  public:
    using Clock = std::chrono::steady_clock;

    explicit GroupHealth(const PostingSettings& settings) : settings_(settings) {}

    void know(const std::string& group) { all_[group]; }
    /// A post went out so long ago, in an earlier run.
    void recall(const std::string& group, std::chrono::milliseconds ago);
    bool may_post(const Target& target, Clock::time_point now);
    void begin(const Target& target, Clock::time_point now);
    void end(const Target& target, const Outcome& outcome, Clock::time_point now);

    /// A group that is due to be looked at, taken for the look.
    std::string to_look_at(Clock::time_point now);
    void looked(const std::string& group, bool reachable);
    bool awake(Clock::time_point now);
    /// Of the first group that does not work; both empty: all do.
    std::pair<std::string, std::string> note() const;

  private:
    struct Group {
        std::size_t under_way = 0;
        bool out = false, broken = false;
        std::string zh, en;
        Clock::time_point rests_until{}, mended_at{}, next_look{};
        std::deque<Clock::time_point> begun;
    };

    static void rest(Group& group, const Target& target, std::chrono::milliseconds asked, Clock::time_point now);

    const PostingSettings& settings_;
    std::map<std::string, Group> all_;
};

}  // namespace anlan::push

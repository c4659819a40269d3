#include "plan/order.hpp"

#include <algorithm>
#include <map>

namespace anlan::plan {

namespace {

/// Depth-first walk that remembers its path; the first step met twice on it closes a circle.
class Walk {
  public:
    explicit Walk(const PlanLevel& level) : level_(level) {}

    bool closes_circle(const Step& step) {
        auto& state = states_[&step];
        if (state == State::left) return false;
        path_.push_back(&step);
        if (state == State::entered) return true;
        state = State::entered;
        for (const auto* next : waits_for(level_, step))
            if (closes_circle(*next)) return true;
        states_[&step] = State::left;
        path_.pop_back();
        return false;
    }

    std::vector<std::string> circle() const {
        std::vector<std::string> ids;
        auto at = std::find(path_.begin(), path_.end(), path_.back());
        for (; at != path_.end(); ++at) ids.push_back((*at)->id);
        return ids;
    }

  private:
    enum class State { fresh, entered, left };
    const PlanLevel& level_;
    std::map<const Step*, State> states_;
    std::vector<const Step*> path_;
};

}  // namespace

std::vector<const Step*> waits_for(const PlanLevel& level, const Step& step) {
    std::vector<const Step*> steps;
    const auto add = [&](const std::string& id) {
        if (const auto* found = id.empty() ? nullptr : step_of(level, id)) steps.push_back(found);
    };
    for (const auto& id : step.after) add(id);
    add(step.deadline.after);
    return steps;
}

std::vector<std::string> circle(const PlanLevel& level) {
    Walk walk(level);
    for (const auto& step : level.steps)
        if (walk.closes_circle(step)) return walk.circle();
    return {};
}

}  // namespace anlan::plan

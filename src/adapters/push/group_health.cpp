#include "push/group_health.hpp"

#include <algorithm>

namespace anlan::push {

namespace {

constexpr std::chrono::seconds kHostRestMost{10};

}  // namespace

void GroupHealth::recall(const std::string& group, std::chrono::milliseconds ago) {
    all_[group].begun.push_back(Clock::now() - ago);
}

/// One post at a time where there is a limit, so that the count is right, and where nobody answers, so that one dead
/// host does not take every thread.
bool GroupHealth::may_post(const Target& target, Clock::time_point now) {
    auto& group = all_[target.group];
    if (now < group.rests_until) return false;
    if (group.under_way > 0 && (target.minute_most > 0 || group.out || group.broken)) return false;
    while (!group.begun.empty() && group.begun.front() + settings_.minute <= now) group.begun.pop_front();
    return target.minute_most == 0 || group.begun.size() < target.minute_most;
}

void GroupHealth::begin(const Target& target, Clock::time_point now) {
    auto& group = all_[target.group];
    ++group.under_way;
    if (target.minute_most > 0) group.begun.push_back(now);
}

/// A robot rests as long as its service asks. A host may mean one device alone: the others wait for a moment only.
void GroupHealth::rest(Group& group, const Target& target, std::chrono::milliseconds asked, Clock::time_point now) {
    const auto whole = target.minute_most > 0 ? asked : std::min<std::chrono::milliseconds>(asked, kHostRestMost);
    group.rests_until = std::max(group.rests_until, now + whole);
}

void GroupHealth::end(const Target& target, const Outcome& outcome, Clock::time_point now) {
    auto& group = all_[target.group];
    --group.under_way;
    switch (outcome.how) {
        case How::accepted:
        case How::gone:
        case How::refused:
            group.out = group.broken = false;
            break;
        case How::later:
            rest(group, target, outcome.rest, now);
            return;
        case How::broken:
            group.broken = true;
            group.mended_at = now + settings_.broken_rest;
            break;
        case How::unreachable:
        case How::uncertain:
            if (!group.out) group.next_look = now + settings_.look_every;
            group.out = true;
            break;
    }
    if (!group.out && !group.broken) return;
    group.zh = outcome.zh;
    group.en = outcome.en;
}

std::string GroupHealth::to_look_at(Clock::time_point now) {
    for (auto& [name, group] : all_) {
        if (!group.out || group.under_way > 0 || now < group.next_look) continue;
        group.next_look = now + settings_.look_every;
        return name;
    }
    return {};
}

void GroupHealth::looked(const std::string& group, bool reachable) {
    if (reachable) all_[group].out = false;
}

bool GroupHealth::awake(Clock::time_point now) {
    for (auto& each : all_)
        if (each.second.broken && each.second.mended_at <= now) each.second.broken = false;
    return all_.empty() || std::any_of(all_.begin(), all_.end(), [](const auto& each) {
               return !each.second.out && !each.second.broken;
           });
}

std::pair<std::string, std::string> GroupHealth::note() const {
    for (const auto& each : all_)
        if (each.second.out || each.second.broken) return {each.second.zh, each.second.en};
    return {};
}

}  // namespace anlan::push

#include "enforcement/gate.hpp"

namespace anlan::enforcement {

namespace {

constexpr std::chrono::hours kSpan{1};

void forget_before(std::deque<Instant>& times, Instant before) {
    while (!times.empty() && times.front() <= before) times.pop_front();
}

}  // namespace

Result<void> Gate::admits(const std::string& address, std::size_t most_of_one, std::size_t most_of_all, Instant now) {
    const std::lock_guard lock(mutex_);
    forget_before(all_, now - kSpan);
    for (auto& [each, times] : by_address_) forget_before(times, now - kSpan);
    std::erase_if(by_address_, [](const auto& each) { return each.second.empty(); });
    auto& own = by_address_[address];
    if (own.size() >= most_of_one || all_.size() >= most_of_all)
        return refuse(
            "too_many_reports",
            "",
            "提交太频繁，请一小时后再试；紧急情况请直接打值班电话或 119、110",
            "too many at once; try again in an hour, and telephone if it is urgent"
        );
    own.push_back(now);
    all_.push_back(now);
    return done();
}

}  // namespace anlan::enforcement

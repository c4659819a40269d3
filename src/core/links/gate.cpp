#include "links/gate.hpp"

namespace anlan::links {

Result<void> Gate::pass(const std::string& address, Instant now) {
    const std::lock_guard lock(mutex_);
    const auto minute = std::chrono::floor<std::chrono::minutes>(now);
    if (minute != minute_) {
        minute_ = minute;
        all_ = 0;
        each_.clear();
    }
    if (all_ >= all_most_ || each_[address] >= each_most_)
        return refuse("too_many_tries", "", "尝试太频繁，请一分钟后再试", "too many tries; try again after a minute");
    ++all_;
    ++each_[address];
    return done();
}

}  // namespace anlan::links

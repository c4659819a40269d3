#include "identity/throttle.hpp"

#include <fmt/format.h>

namespace anlan::identity {

namespace {

/// Past this, addresses without a recent failure are dropped.
constexpr std::size_t kAddresses = 10'000;

std::chrono::seconds span_of(const LoginRules& rules) {
    return std::chrono::seconds{rules.address_seconds};
}

}  // namespace

Result<void> Throttle::admits(const std::string& address, const LoginRules& rules, Instant now) {
    const std::lock_guard lock(mutex_);
    const auto known = failures_.find(address);
    if (known == failures_.end()) return done();
    auto& times = known->second;
    while (!times.empty() && times.front() <= now - span_of(rules)) times.pop_front();
    if (static_cast<std::int64_t>(times.size()) < rules.address_tries_max) return done();
    const auto left = std::chrono::ceil<std::chrono::minutes>(times.front() + span_of(rules) - now).count();
    return refuse(
        "too_many_tries",
        "login",
        fmt::format("这个网络地址输错次数过多，请 {} 分钟后再试；紧急时请直接打值班电话", left),
        fmt::format("too many wrong tries from this address; try again in {} minutes, or telephone the desk", left)
    );
}

void Throttle::note_failure(const std::string& address, const LoginRules& rules, Instant now) {
    const std::lock_guard lock(mutex_);
    if (failures_.size() >= kAddresses) sweep(now - span_of(rules));
    auto& times = failures_[address];
    times.push_back(now);
    while (static_cast<std::int64_t>(times.size()) > rules.address_tries_max) times.pop_front();
}

void Throttle::sweep(Instant before) {
    std::erase_if(failures_, [&](const auto& each) { return each.second.empty() || each.second.back() <= before; });
}

}  // namespace anlan::identity

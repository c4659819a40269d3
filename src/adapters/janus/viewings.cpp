#include "janus/viewings.hpp"

#include <algorithm>

namespace anlan::janus {

Result<void> Viewings::begin(const std::string& secret, Viewing viewing) {
    if (viewings_.size() >= kMost)
        return refuse(
            "too_many_viewings",
            "",
            "同时看实时画面的人太多（120 人），请有人关掉后再看",
            "too many people watch live pictures (120); wait until somebody has stopped"
        );
    viewings_.insert_or_assign(secret, std::move(viewing));
    return done();
}

Result<Viewing*> Viewings::find(
    const std::string& secret, const sensors::SensorId& camera, const PersonId& person, Viewing::Time now
) {
    const auto found = viewings_.find(secret);
    if (found == viewings_.end() || found->second.camera != camera || found->second.person != person)
        return refuse(
            "viewing_unknown",
            "viewing",
            "这次观看已经结束，请重新打开画面",
            "this viewing is over; open the picture again"
        );
    auto& viewing = found->second;
    if (now - viewing.minute > std::chrono::minutes{1}) {
        viewing.minute = now;
        viewing.signals = 0;
    }
    if (++viewing.signals > kMostSignals)
        return refuse("too_many_signals", "", "操作过于频繁，请稍候", "too many messages; wait a moment");
    viewing.heard = now;
    return &viewing;
}

Viewing* Viewings::find(const std::string& secret) {
    const auto found = viewings_.find(secret);
    return found == viewings_.end() ? nullptr : &found->second;
}

std::optional<Viewing> Viewings::end(const std::string& secret) {
    auto taken = viewings_.extract(secret);
    if (taken.empty()) return std::nullopt;
    return std::move(taken.mapped());
}

std::vector<Viewing> Viewings::expire(Viewing::Time now) {
    std::vector<Viewing> gone;
    std::erase_if(viewings_, [&](auto& each) {
        if (now - each.second.heard < kSilence) return false;
        gone.push_back(std::move(each.second));
        return true;
    });
    return gone;
}

bool Viewings::watched(const sensors::SensorId& camera) const {
    return std::ranges::any_of(viewings_, [&](const auto& each) { return each.second.camera == camera; });
}

}  // namespace anlan::janus

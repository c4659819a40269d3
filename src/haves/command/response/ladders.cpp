#include "response/ladders.hpp"

#include <algorithm>

#include "warning/queries.hpp"

namespace anlan::response {

namespace {

Ladder& ladder_of(std::vector<Ladder>& all, const std::string& hazard, bool english) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.hazard == hazard; });
    if (found != all.end()) return *found;
    return all.emplace_back(Ladder{hazard, warning::hazard_name(hazard, english), {}, {}, {}, {}});
}

}  // namespace

std::vector<Ladder> ladders(store::Rows& rows, const World& world, bool english) {
    std::vector<Ladder> all;
    for (const auto* usual : {"typhoon", "rainstorm"}) ladder_of(all, usual, english);
    for (const auto& force : warning::in_force(rows, world)) {
        auto& ladder = ladder_of(all, force.hazard, english);
        if (force.signal) ladder.signal = SignalRung{force.signal->colour, force.signal->sent, force.signal->id.text};
        if (force.weather) ladder.weather_level = force.weather->weather_level;
    }
    for (const auto& open : open_responses(rows, world)) {
        if (open.state != ResponseState::active || !open.activated_at) continue;
        auto& ladder = ladder_of(all, open.hazard, english);
        if (ladder.response && ladder.response->level <= open.level) continue;
        ladder.response = ResponseRung{open.id.text, open.level, *open.activated_at};
        ladder.lag_seconds = lag_seconds(rows, open);
    }
    return all;
}

std::optional<std::int64_t> lag_seconds(store::Rows& rows, const ResponseFacts& response) {
    if (!response.activated_at || response.warning.empty()) return std::nullopt;
    const auto warning = warning::find_warning(rows, {response.warning});
    if (!warning) return std::nullopt;
    const auto span = std::chrono::duration_cast<std::chrono::seconds>(*response.activated_at - warning->sent).count();
    return std::max<std::int64_t>(0, span);
}

}  // namespace anlan::response

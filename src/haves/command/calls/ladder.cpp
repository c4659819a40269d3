#include "calls/ladder.hpp"

#include <algorithm>

#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::calls {

namespace {

/// The policy pack takes any number that is not negative; a ladder neither escalates in the second it rings nor goes on
/// for ever.
constexpr std::int64_t kLimitMin_seconds = 10, kLimitMax_seconds = 24 * 3'600;
constexpr double kRepeatsMax = 10;

std::int64_t limit_of(const Desk& desk, const std::string& key) {
    return std::clamp<std::int64_t>(policy::seconds(desk.views, key).count(), kLimitMin_seconds, kLimitMax_seconds);
}

/// "callout.ack.red"; a call without a warning colour has the default.
std::string key(const std::string& base, const std::string& colour) {
    const bool known = colour == "red" || colour == "orange" || colour == "yellow" || colour == "blue";
    return base + (known ? colour : "default");
}

RungRole role_of(const std::string& link) {
    if (link == "deputy") return RungRole::deputy;
    if (link == "leader") return RungRole::leader;
    if (link == "helper") return RungRole::door_knock;
    return RungRole::next;
}

}  // namespace

std::vector<Rung> ladder_of(const PlaceCall& wish, const std::string& post_title, const Desk& desk) {
    const auto limit = limit_of(desk, key("callout.ack.", wish.colour));
    const auto repeats = static_cast<int>(std::clamp(policy::number(desk.views, "callout.repeats"), 0.0, kRepeatsMax));
    std::vector<Rung> ladder{{RungRole::primary, wish.person, post_title, limit}};
    for (int i = 0; i < repeats; ++i) ladder.push_back({RungRole::repeat, wish.person, post_title, limit});
    std::optional<Rung> door;
    for (const auto& link : organisation::chain_after(desk.views, wish.person, wish.post, wish.area)) {
        Rung rung{role_of(link.role), link.person, link.post_title, limit};
        if (rung.role == RungRole::door_knock)
            door = std::move(rung);
        else
            ladder.push_back(std::move(rung));
    }
    if (door) {
        door->limit_seconds = limit_of(desk, "callout.door_knock");
        ladder.push_back(std::move(*door));
    }
    return ladder;
}

}  // namespace anlan::calls

#include "calls/ladder.hpp"

#include <algorithm>
#include <cmath>

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

bool is_colour(const std::string& colour) {
    return colour == "red" || colour == "orange" || colour == "yellow" || colour == "blue";
}

/// Of this call's colour, or of its kind where the policy pack has limits for that (sensor), in seconds and rings.
struct Limits {
    std::int64_t answer_seconds = 0, repeat_seconds = 0, other_seconds = 0;
    int repeats = 0;
};

Limits limits_of(const PlaceCall& wish, const Desk& desk) {
    auto kind = is_colour(wish.colour) ? wish.colour : std::string();
    if (kind.empty() && !wish.hazard.empty() && policy::defined(desk.views, "callout.ack." + wish.hazard))
        kind = wish.hazard;
    const auto suffix = kind.empty() ? std::string() : "." + kind;
    const auto answer = limit_of(desk, kind.empty() ? "callout.ack.default" : "callout.ack" + suffix);
    const auto escalate = limit_of(desk, "callout.escalate" + suffix);
    const auto repeats = std::clamp(policy::number(desk.views, "callout.repeats" + suffix), 0.0, kRepeatsMax);
    Limits limits{answer, 0, std::min(answer, escalate), static_cast<int>(repeats)};
    const auto left = escalate > answer ? escalate - answer : escalate;
    if (limits.repeats > 0) limits.repeat_seconds = std::max(kLimitMin_seconds, left / limits.repeats);
    return limits;
}

std::int64_t minutes_of(const Desk& desk, const std::string& key) {
    return std::llround(policy::number(desk.views, key) * 60);
}

RungRole role_of(const std::string& link) {
    if (link == "deputy") return RungRole::deputy;
    if (link == "leader") return RungRole::leader;
    if (link == "helper") return RungRole::door_knock;
    return RungRole::next;
}

}  // namespace

std::vector<Rung> ladder_of(const PlaceCall& wish, const std::string& post_title, const Desk& desk) {
    const auto limits = limits_of(wish, desk);
    std::vector<Rung> ladder{{RungRole::primary, wish.person, post_title, limits.answer_seconds}};
    for (int i = 0; i < limits.repeats; ++i)
        ladder.push_back({RungRole::repeat, wish.person, post_title, limits.repeat_seconds});
    if (wish.climbs == Climbs::alone) return ladder;
    std::optional<Rung> door;
    for (const auto& link : organisation::chain_after(desk.views, wish.person, wish.post, wish.area)) {
        Rung rung{role_of(link.role), link.person, link.post_title, limits.other_seconds};
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

bool rings_by_voice(const std::string& colour, const Desk& desk) {
    if (!is_colour(colour) || colour == "blue") return false;
    const auto local = desk.now + kBeijing;
    const auto minute = std::chrono::floor<std::chrono::minutes>(local - std::chrono::floor<std::chrono::days>(local));
    const auto start = minutes_of(desk, "callout.night.start"), end = minutes_of(desk, "callout.night.end");
    const bool after_start = minute.count() >= start, before_end = minute.count() < end;
    return start <= end ? after_start && before_end : after_start || before_end;
}

}  // namespace anlan::calls

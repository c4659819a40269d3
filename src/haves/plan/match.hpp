#pragma once

#include <array>

#include "base/area.hpp"
#include "plan/document.hpp"

/// Which plan, at which level, does a warning, an order from above or an incident call for?
namespace anlan::plan {

/// What has happened that plans care about. Every hazard is a ladder of its own; levels may skip.
struct Occasion {
    std::string hazard;  ///< warning's hazard key
    TriggerColour colour = TriggerColour::none;
    std::int64_t weather_level = 0;  ///< 1–4 on the weather service's own ladder, 0: a signal
    std::string source_name;         ///< for the reason: 泉州市气象台
    std::string hazard_name_zh, hazard_name_en;
    std::vector<AreaCode> areas{};    ///< touched; empty: not said, taken as here
    std::int64_t ordered_level = 0;   ///< a level ordered from above (上下联动), 0: none
    std::int64_t incident_grade = 0;  ///< 1 特别重大 … 4 一般, 0: no incident
    std::string measure{};            ///< of a sensor whose alarm stands; it may call for any hazard of a plan
    std::int64_t alarm_grade = 0;     ///< of that alarm: 1 处置, 2 关注, 0: no alarm
};

/// Which level of a plan the occasion calls for, and why in words.
struct Called {
    std::string plan;
    std::int64_t level = 0;
    std::string reason_zh, reason_en;
};

/// Level for each warning colour where a plan has no warning trigger of its own: policy response.level.* .
struct ColourLevels {
    std::array<std::int64_t, 5> of{0, 4, 3, 2, 1};  ///< none, blue, yellow, orange, red
};

/// The worst level one of whose triggers holds; nothing if none does or the plan is not for this hazard or area. A plan
/// without any warning trigger follows `defaults`, at the nearest level it has that is not graver.
std::optional<Called> match(const Plan& plan, const Occasion& occasion, const ColourLevels& defaults = {});

/// What the whole shelf answers, one entry a plan that is called. A plan for "any" hazard stands back when a plan of
/// its scope names the hazard.
std::vector<Called> match_all(
    const std::vector<Plan>& plans, const Occasion& occasion, const ColourLevels& defaults = {}
);

}  // namespace anlan::plan

#include "warning/hazards.hpp"

#include <array>

namespace anlan::warning {

namespace {

constexpr auto kHazards = std::to_array<Hazard>({
    {"typhoon", "台风", "Typhoon"},
    {"rainstorm", "暴雨", "Rainstorm"},
    {"flood", "洪水", "Flood"},
    {"flash_flood", "山洪", "Flash flood"},
    {"gale", "大风", "Gale"},
    {"thunderstorm", "雷雨大风", "Thunderstorm"},
    {"convection", "强对流", "Severe convection"},
    {"lightning", "雷电", "Lightning"},
    {"hail", "冰雹", "Hail"},
    {"fog", "大雾", "Fog"},
    {"haze", "霾", "Haze"},
    {"dust", "沙尘", "Dust"},
    {"cold_wave", "寒潮", "Cold wave"},
    {"frost", "霜冻", "Frost"},
    {"heat", "高温", "Heat"},
    {"drought", "干旱", "Drought"},
    {"snowstorm", "暴雪", "Snowstorm"},
    {"road_icing", "道路结冰", "Icy roads"},
    {"sea_wave", "海浪", "High waves"},
    {"storm_surge", "风暴潮", "Storm surge"},
    {"tsunami", "海啸", "Tsunami"},
    {"geological", "地质灾害", "Geological hazard"},
    {"earthquake", "地震", "Earthquake"},
    {"forest_fire", "森林火险", "Forest fire danger"},
    {"work_accident", "生产安全事故", "Work accident"},
    {"other", "其他", "Other"},
});

}  // namespace

std::span<const Hazard> hazards() {
    return kHazards;
}

std::string hazard_name(std::string_view key, bool english) {
    for (const auto& each : kHazards)
        if (each.key == key) return std::string(english ? each.en : each.zh);
    return std::string(key);
}

}  // namespace anlan::warning

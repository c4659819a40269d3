#include "warning/ladder.hpp"

#include <array>
#include <utility>

namespace anlan::warning {

std::string action_of(const Alert& alert, Colour colour, std::optional<Colour> before) {
    if (alert.msg_type == "Cancel") return "lift";
    if (!before) return "issue";
    if (colour == *before) return "continue";
    return colour > *before ? "raise" : "lower";
}

bool calls_for_action(std::string_view status) {
    return status == "Actual" || status == "Exercise";
}

std::int64_t weather_level(std::string_view headline) {
    if (headline.find("预警信号") != std::string_view::npos || headline.find("预警") == std::string_view::npos)
        return 0;
    static constexpr std::array<std::pair<std::string_view, std::int64_t>, 12> kWords{
        {{"Ⅲ级", 3},
         {"III级", 3},
         {"三级", 3},
         {"Ⅳ级", 4},
         {"IV级", 4},
         {"四级", 4},
         {"Ⅱ级", 2},
         {"II级", 2},
         {"二级", 2},
         {"Ⅰ级", 1},
         {"I级", 1},
         {"一级", 1}}};
    for (const auto& [word, level] : kWords)
        if (headline.find(word) != std::string_view::npos) return level;
    return 0;
}

const AlertInfo* telling_info(const Alert& alert, const AreaMatcher& matcher, const AreaCode& place) {
    const auto better = [&](const AlertInfo& one, const AlertInfo* best) {
        if (best == nullptr) return true;
        if (one.colour != best->colour) return one.colour > best->colour;
        return one.language.starts_with("zh") && !best->language.starts_with("zh");
    };
    const AlertInfo* touching = nullptr;
    const AlertInfo* any = nullptr;
    for (const auto& info : alert.infos) {
        if (better(info, any)) any = &info;
        if (matcher.touches(info.areas, place) && better(info, touching)) touching = &info;
    }
    return touching != nullptr ? touching : any;
}

}  // namespace anlan::warning

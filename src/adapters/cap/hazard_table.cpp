#include "cap/hazard_table.hpp"

#include <array>

namespace anlan::cap::table {

namespace {

using warning::Colour;

constexpr auto kHazards = std::to_array<Hazard>({
    {"typhoon", "Met"},
    {"rainstorm", "Met"},
    {"flood", "Met"},
    {"flash_flood", "Met"},
    {"gale", "Met"},
    {"thunderstorm", "Met"},
    {"lightning", "Met"},
    {"hail", "Met"},
    {"fog", "Met"},
    {"haze", "Env"},
    {"cold_wave", "Met"},
    {"frost", "Met"},
    {"heat", "Met"},
    {"drought", "Met"},
    {"snowstorm", "Met"},
    {"road_icing", "Transport"},
    {"sea_wave", "Met"},
    {"storm_surge", "Met"},
    {"geological", "Geo"},
    {"forest_fire", "Fire"},
    {"earthquake", "Geo"},
    {"tsunami", "Geo"},
    {"dust", "Met"},
    {"convection", "Met"},
    {"work_accident", "Safety"},
    {"other", "Other"},
});

constexpr auto kCodes = std::to_array<Code>({
    {"11A01", "洪水", "flood"},
    {"11B01", "台风", "typhoon"},
    {"11B02", "龙卷风", "convection"},
    {"11B03", "暴雨", "rainstorm"},
    {"11B04", "暴雪", "snowstorm"},
    {"11B05", "寒潮", "cold_wave"},
    {"11B06", "大风", "gale"},
    {"11B07", "沙尘暴", "dust"},
    {"11B08", "低温冻害", "frost"},
    {"11B09", "高温", "heat"},
    {"11B10", "热浪", "heat"},
    {"11B11", "干热风", "heat"},
    {"11B12", "下击暴流", "convection"},
    {"11B13", "雪崩", "snowstorm"},
    {"11B14", "雷电", "lightning"},
    {"11B15", "冰雹", "hail"},
    {"11B16", "霜冻", "frost"},
    {"11B17", "大雾", "fog"},
    {"11B18", "低空风切变", "gale"},
    {"11B19", "霾", "haze"},
    {"11B20", "雷雨大风", "thunderstorm"},
    {"11B21", "道路结冰", "road_icing"},
    {"11B22", "干旱", "drought"},
    {"11B23", "海上大风", "gale"},
    {"11B24", "高温中暑", "heat"},
    {"11B25", "森林火险", "forest_fire"},
    {"11B26", "草原火险", "forest_fire"},
    {"11B27", "冰冻", "frost"},
    {"11B28", "空间天气", "other"},
    {"11B29", "重污染", "haze"},
    {"11B30", "低温雨雪冰冻", "snowstorm"},
    {"11B31", "强对流", "convection"},
    {"11B32", "臭氧", "other"},
    {"11B33", "大雪", "snowstorm"},
    {"11B34", "寒冷", "cold_wave"},
    {"11B35", "连阴雨", "rainstorm"},
    {"11B36", "渍涝风险", "flood"},
    {"11B37", "地质灾害气象风险", "geological"},
    {"11B38", "强降雨", "rainstorm"},
    {"11B39", "强降温", "cold_wave"},
    {"11B40", "雪灾", "snowstorm"},
    {"11B41", "森林（草原）火险", "forest_fire"},
    {"11B42", "医疗气象", "other"},
    {"11B43", "雷暴", "thunderstorm"},
    {"11B44", "停课信号", "other"},
    {"11B45", "停工信号", "other"},
    {"11B46", "海上风险", "sea_wave"},
    {"11B47", "春季沙尘", "dust"},
    {"11B48", "降温", "cold_wave"},
    {"11B49", "台风暴雨", "typhoon"},
    {"11B50", "严寒", "cold_wave"},
    {"11B51", "沙尘", "dust"},
    {"11B52", "海上雷雨大风", "thunderstorm"},
    {"11B53", "海上大雾", "fog"},
    {"11B54", "海上雷电", "lightning"},
    {"11B55", "海上台风", "typhoon"},
    {"11B56", "低温", "cold_wave"},
    {"11B57", "道路冰雪", "road_icing"},
});

// In small letters. Not every colour is a warning's: a wanted car is blue, too.
constexpr auto kColourParameters = std::to_array<std::string_view>(
    {"cn:color",
     "cn:colour",
     "预警颜色",
     "预警信号颜色",
     "预警级别",
     "预警等级",
     "signalcolor",
     "signalcolour",
     "alert_color",
     "alert_colour",
     "alertcolor",
     "awareness_level",
     "alertlevel",
     "warningcolor",
     "color",
     "colour"}
);

constexpr auto kColourValues = std::to_array<ColourWord>({
    {"红", Colour::red},
    {"紅", Colour::red},
    {"橙", Colour::orange},
    {"黄", Colour::yellow},
    {"黃", Colour::yellow},
    {"蓝", Colour::blue},
    {"藍", Colour::blue},
    {"red", Colour::red},
    {"orange", Colour::orange},
    {"yellow", Colour::yellow},
    {"blue", Colour::blue},
    {"Ⅰ", Colour::red},
    {"Ⅱ", Colour::orange},
    {"Ⅲ", Colour::yellow},
    {"Ⅳ", Colour::blue},
});

constexpr auto kColourWords = std::to_array<ColourWord>({
    {"红色", Colour::red},
    {"紅色", Colour::red},
    {"橙色", Colour::orange},
    {"黄色", Colour::yellow},
    {"黃色", Colour::yellow},
    {"蓝色", Colour::blue},
    {"藍色", Colour::blue},
    {"red", Colour::red},
    {"orange", Colour::orange},
    {"yellow", Colour::yellow},
    {"blue", Colour::blue},
});

constexpr auto kSeverityColours = std::to_array<ColourWord>({
    {"Extreme", Colour::red},
    {"Severe", Colour::orange},
    {"Moderate", Colour::yellow},
    {"Minor", Colour::blue},
    {"Red", Colour::red},
    {"Orange", Colour::orange},
    {"Yellow", Colour::yellow},
    {"Blue", Colour::blue},
});

}  // namespace

std::span<const Hazard> hazards() {
    return kHazards;
}
std::span<const Code> codes() {
    return kCodes;
}
std::span<const std::string_view> colour_parameters() {
    return kColourParameters;
}
std::span<const ColourWord> colour_values() {
    return kColourValues;
}
std::span<const ColourWord> colour_words() {
    return kColourWords;
}
std::span<const ColourWord> severities() {
    return kSeverityColours;
}

}  // namespace anlan::cap::table

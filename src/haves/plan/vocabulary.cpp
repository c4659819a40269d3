#include "plan/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace anlan::plan {

namespace {

constexpr std::array kPosts{
    Word{"party_secretary", "党委书记（第一指挥长）", "party secretary"},
    Word{"town_head", "镇长（指挥长）", "mayor"},
    Word{"deputy_head", "分管副镇长（副指挥长）", "deputy mayor in charge"},
    Word{"station_head", "站长", "station head"},
    Word{"duty_leader", "带班领导", "leader on duty"},
    Word{"duty_officer", "值班员", "duty officer"},
    Word{"coordination", "综合协调组", "coordination group"},
    Word{"monitoring", "监测预警组", "monitoring group"},
    Word{"relocation", "人员转移组", "relocation group"},
    Word{"rescue", "抢险救援组", "rescue group"},
    Word{"logistics", "后勤保障组", "logistics group"},
    Word{"publicity", "宣传报道组", "publicity group"},
    Word{"security", "治安交通组", "security and traffic group"},
    Word{"medical", "医疗防疫组", "medical group"},
    Word{"statistics", "灾情统计组", "statistics group"},
    Word{"marine", "海上渔船组", "marine group"},
    Word{"seismic", "地震地质联络员", "earthquake and geology officer"},
    Word{"store_keeper", "仓库保管员", "store keeper"},
    Word{"team_leader", "救援队长", "rescue team leader"},
    Word{"enforcement", "执法中队", "enforcement squad"},
    Word{"village_head", "村主任", "village head"},
    Word{"village_deputy", "村两委副职", "deputy village head"},
    Word{"grid_member", "网格员", "grid member"},
    Word{"shelter_keeper", "避灾点管理员", "shelter keeper"},
    Word{"household_helper", "转移责任人", "household helper"},
};

constexpr std::array kLines{
    Word{"work_safety", "安全生产", "work safety"},
    Word{"enforcement", "综合执法", "law enforcement"},
    Word{"disaster_prevention", "防灾减灾", "disaster prevention"},
    Word{"flood_typhoon", "防汛防台风", "flood and typhoon"},
    Word{"forest_fire", "森林防灭火", "forest fire"},
    Word{"earthquake_geology", "地震地质", "earthquake and geology"},
};

// The keys of the warning room, which stands above this one and cannot be asked, and what only incidents bring.
constexpr std::array kHazards{
    Word{"any", "各类", "any"},
    Word{"typhoon", "台风", "typhoon"},
    Word{"storm_surge", "风暴潮", "storm surge"},
    Word{"waves", "海浪", "high waves"},
    Word{"tsunami", "海啸", "tsunami"},
    Word{"flash_flood", "山洪", "flash flood"},
    Word{"geological", "地质灾害", "geological hazard"},
    Word{"waterlogging", "内涝", "waterlogging"},
    Word{"flood", "洪水", "flood"},
    Word{"rainstorm", "暴雨", "rainstorm"},
    Word{"thunderstorm_gale", "雷雨大风", "thunderstorm gale"},
    Word{"strong_convection", "强对流", "severe convection"},
    Word{"sea_gale", "海上大风", "gale at sea"},
    Word{"tornado", "龙卷风", "tornado"},
    Word{"gale", "大风", "gale"},
    Word{"lightning", "雷电", "lightning"},
    Word{"hail", "冰雹", "hail"},
    Word{"snowstorm", "暴雪", "snowstorm"},
    Word{"cold_wave", "寒潮", "cold wave"},
    Word{"frost", "霜冻", "frost"},
    Word{"road_icing", "道路结冰", "icy roads"},
    Word{"heat", "高温", "heat"},
    Word{"drought", "干旱", "drought"},
    Word{"sandstorm", "沙尘暴", "sandstorm"},
    Word{"fog", "大雾", "fog"},
    Word{"haze", "霾", "haze"},
    Word{"forest_fire", "森林火险", "forest fire"},
    Word{"earthquake", "地震", "earthquake"},
    Word{"work_accident", "生产安全事故", "work accident"},
    Word{"other", "其他", "other"},
};

constexpr std::array kNeeds{
    Word{"stock", "物资", "stock"},
    Word{"team", "队伍", "team"},
    Word{"shelter", "避灾点", "shelter"},
    Word{"vehicle", "车辆", "vehicle"},
    Word{"device", "设备", "device"},
};

constexpr std::array<std::string_view, 8> kChapters{
    "总则", "组织体系", "报告与预警", "应急处置", "后期处置", "应急保障", "预案管理", "附件"};

}  // namespace

std::span<const Word> standard_posts() {
    return kPosts;
}
std::span<const Word> standard_lines() {
    return kLines;
}
std::span<const Word> standard_hazards() {
    return kHazards;
}
std::span<const Word> need_kinds() {
    return kNeeds;
}
std::span<const std::string_view> outline_chapters() {
    return kChapters;
}

std::string name_of(std::span<const Word> words, std::string_view code, bool english) {
    const auto found = std::find_if(words.begin(), words.end(), [&](const Word& each) { return each.code == code; });
    if (found == words.end()) return std::string(code);
    return std::string(english ? found->en : found->zh);
}

bool has_word(std::span<const Word> words, std::string_view code) {
    return std::any_of(words.begin(), words.end(), [&](const Word& each) { return each.code == code; });
}

std::vector<std::string> codes_of(std::span<const Word> words) {
    std::vector<std::string> codes;
    for (const auto& each : words) codes.emplace_back(each.code);
    return codes;
}

}  // namespace anlan::plan

#include "shelter/rules.hpp"

#include <algorithm>

#include "organisation/queries.hpp"
#include "registers/queries.hpp"

namespace anlan::shelter {

bool works_the_desk(const journal::Desk& desk) {
    if (desk.actor.starts_with("system:")) return true;
    const auto held = organisation::posts_held_by(desk.views, desk.person());
    return std::any_of(held.begin(), held.end(), [](const organisation::PostFacts& post) {
        return post.code == "duty_officer" || post.code == "duty_leader" || post.code == "station_head";
    });
}

bool keeps(const ShelterFacts& shelter, const journal::Desk& desk) {
    return shelter.keeper == desk.person() || works_the_desk(desk);
}

bool may_mark(const HouseholdRow& household, const journal::Desk& desk) {
    if (household.helper == desk.person() || works_the_desk(desk)) return true;
    const auto held = organisation::posts_held_by(desk.views, desk.person());
    return std::any_of(held.begin(), held.end(), [&](const organisation::PostFacts& post) {
        return post.area == household.area;
    });
}

std::optional<ShelterFacts> shelter_facts(store::Rows& rows, const std::string& id) {
    const auto kept = registers::kept_row(rows, "shelters", id);
    if (!kept) return std::nullopt;
    auto read = registers::read_rows<ShelterFacts>({*kept});
    if (read.empty()) return std::nullopt;
    read.front().second.id = id;
    return std::move(read.front().second);
}

std::int64_t room_at(const ShelterFacts& shelter, Stage stage) {
    if (stage == Stage::temporary) return shelter.capacity_temporary.value_or(shelter.capacity / 2);
    if (stage == Stage::lasting) return shelter.capacity_lasting.value_or(shelter.capacity / 3);
    return shelter.capacity;
}

const std::vector<CheckItem>& checklist() {
    static const std::vector<CheckItem> items{
        {"structure", "房屋结构完好，无渗漏、无险情", "the building is sound, without leaks or danger", true},
        {"way", "进出道路畅通，周边无滑坡、积水", "the way in is clear; no slide or flood beside it", true},
        {"keys", "钥匙在手，门窗能开能关", "keys at hand; doors and windows open and close", true},
        {"power", "照明、应急灯可用", "lights and emergency lamps work", false},
        {"water", "饮用水、食品够一天", "drinking water and food for a day", false},
        {"toilets", "男女厕所可用", "toilets for men and women work", false},
        {"bedding", "床、被、草席已备", "beds, quilts and mats are ready", false},
        {"medicine", "常用药品和急救包", "medicines and first-aid kit", false},
        {"telephone", "电话或对讲能通", "telephone or radio works", false},
        {"sign", "避灾点标志已亮明，登记表已摆好", "the sign is out and the list is on the table", false}};
    return items;
}

Refusal shelter_unknown() {
    return refuse("shelter_unknown", "shelter", "没有这个避灾点", "there is no such shelter");
}

Refusal not_yours(std::string_view field) {
    return refuse(
        "not_yours",
        std::string(field),
        "这一项由管理员、转移责任人、本村干部或值班员登记",
        "the keeper, the household's helper, the village's own people or the desk enter this"
    );
}

}  // namespace anlan::shelter

#include "app/demo_moving.hpp"

#include "app/grant.hpp"
#include "app/shelf.hpp"
#include "registers/commands.hpp"
#include "registers/queries.hpp"
#include "shelter/commands.hpp"
#include "shelter/records.hpp"
#include "shelter/rules.hpp"

namespace anlan::app {

namespace {

const AreaCode kTown{"350581106000"}, kMeilin{"350581106204"};

void open_shelter_of(Node& node, const AreaCode& village) {
    std::vector<shelter::ShelterFacts> shelters;
    node.read([&](store::Rows& rows) { shelters = shelter::shelters_of(rows, village); });
    if (shelters.empty()) return;
    std::vector<shelter::CheckMark> checks;
    for (const auto& item : shelter::checklist()) checks.push_back({item.id, item.id != "bedding"});
    grant(node, shelter::OpenShelter{shelters.front().id, shelter::Stage::emergency, std::move(checks)});
}

/// Two thirds of the households found so far: most moved, one in nine unwilling.
void mark_some(Node& node, const std::string& order) {
    std::vector<shelter::HouseholdRow> rows_of_order;
    node.read([&](store::Rows& rows) { rows_of_order = shelter::households_on(rows, order); });
    std::size_t place = 0;
    for (const auto& row : rows_of_order) {
        const auto turn = ++place % 9;
        if (turn % 3 == 0) continue;
        auto state = shelter::HouseholdState::elsewhere;
        if (turn == 1) state = shelter::HouseholdState::under_way;
        if (turn == 5) state = shelter::HouseholdState::refused;
        grant(node, shelter::MarkHousehold{{order}, row.household, state, {}, {}, 0, {}, {}});
    }
}

void say(Node& node, const char* text, const char* day, const char* answer) {
    grant_wish(
        node,
        registers::put_row(
            *shelf().find("suggestions"),
            kSeed,
            "",
            {{"text", text}, {"said_on", day}, {"answer", answer}, {"answered_on", day}}
        )
    );
}

}  // namespace

void seed_moving(Node& node) {
    if (node.settings().facts.area != kTown) return;
    grant(
        node,
        shelter::OrderTransfer{
            "梅林村低洼地、危旧房转移令（演示）",
            kMeilin,
            {},
            2,
            "台风外围降雨，低洼地可能进水",
            "",
            shelter::Stage::emergency,
            360,
            {},
            false}
    );
    const auto boats = grant(
        node,
        shelter::OrderTransfer{
            "渔船、渔排人员上岸令（演示）",
            kTown,
            {"渔船船员", "渔排人员"},
            1,
            "海上大风，人员须在时限前上岸",
            "",
            shelter::Stage::emergency,
            480,
            {},
            true}
    );
    open_shelter_of(node, kMeilin);
    if (!boats.empty()) mark_some(node, boats);
    const auto day = to_local(node.writer().clock().now()).substr(0, 10);
    say(node, "避灾点的指示牌晚上看不清，建议装反光条。", day.c_str(), "已安排本周装反光条，谢谢。");
    say(node, "叫应电话的铃声太小，老人听不见。", day.c_str(), "");
}

}  // namespace anlan::app

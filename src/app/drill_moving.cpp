#include "app/drill_moving.hpp"

#include "app/grant.hpp"
#include "cbc/cbc_solver.hpp"
#include "shelter/answers.hpp"
#include "shelter/commands.hpp"
#include "shelter/rules.hpp"

namespace anlan::app {

namespace {

using shelter::HouseholdRow;
using shelter::HouseholdState;

constexpr std::int64_t kUsualMinutes = 360;

/// What is found at the so-manieth door: most set out, some go to relatives, a few will not or are not there.
HouseholdState found_at(std::size_t place) {
    if (place % 23 == 7) return HouseholdState::refused;
    if (place % 29 == 11) return HouseholdState::not_found;
    return place % 6 == 2 ? HouseholdState::elsewhere : HouseholdState::under_way;
}

void mark(Node& node, const World& world, const HouseholdRow& row, HouseholdState state) {
    const auto by = row.helper.empty() ? std::string(kDrill) : row.helper.text;
    grant_in(node, world, shelter::MarkHousehold{{row.transfer}, row.household, state, {}, row.state, 0, {}, {}}, by);
}

std::string keeper_of(Node& node, const std::string& id) {
    std::string keeper;
    node.read([&](store::Rows& rows) {
        if (const auto facts = shelter::shelter_facts(rows, id)) keeper = facts->keeper.text;
    });
    return keeper.empty() ? kDrill : keeper;
}

void open(Node& node, const World& world, const std::string& id) {
    std::vector<shelter::CheckMark> checks;
    for (const auto& item : shelter::checklist()) checks.push_back({item.id, true});
    grant_in(node, world, shelter::OpenShelter{id, shelter::Stage::emergency, std::move(checks)}, keeper_of(node, id));
}

}  // namespace

void DrillMoving::act(const DrillStep& step, const World& world) {
    if (step.event == "order") return order(step, world);
    const auto found = lists_.find(step.id);
    if (found == lists_.end()) return;
    const auto& moving = found->second;
    if (step.event == "doors") knock(moving, world);
    if (step.event == "arrive") sign_in(moving, world);
    if (step.event == "patrol") patrol(moving, world);
    if (step.event == "lift") lift(moving, step.reason, world);
    if (step.event == "home") bring_home(moving, world);
    if (step.event == "close") close(moving, world);
}

std::vector<HouseholdRow> DrillMoving::households_of(const Moving& moving) const {
    std::vector<HouseholdRow> all;
    county_.node(moving.town).read([&](store::Rows& rows) { all = shelter::households_on(rows, moving.order); });
    return all;
}

/// As the program allots them; the shelters that are to take somebody in open at once.
void DrillMoving::order(const DrillStep& step, const World& world) {
    static const cbc::CbcSolver solver;
    const AreaCode town{step.area};
    auto& node = county_.node(town);
    shelter::PlanAnswer plan;
    node.read([&](store::Rows& rows) {
        plan = shelter::planned({town, {}, shelter::Stage::emergency}, world, rows, solver);
    });
    const auto within = step.figures.find("within_minutes");
    shelter::OrderTransfer wish;
    wish.title = step.headline;
    wish.area = town;
    wish.risk = step.level;
    wish.reason = step.reason;
    wish.within_minutes = within == step.figures.end() ? kUsualMinutes : within->second;
    wish.allotted = plan.allotted;
    const auto id = grant_in(node, world, std::move(wish), kDrill);
    if (id.empty()) return;
    lists_[step.id] = {town, id};
    ++tally_.orders;
    tally_.households += plan.households;
    for (const auto& each : plan.shelters)
        if (each.people > 0) open(node, world, each.shelter);
}

/// Whoever would not go or was not there is visited again: of those who would not, one in three stays.
void DrillMoving::knock(const Moving& moving, const World& world) {
    auto& node = county_.node(moving.town);
    std::size_t place = 0;
    for (const auto& row : households_of(moving)) {
        ++place;
        if (row.state == HouseholdState::waiting) mark(node, world, row, found_at(place));
        if (row.state == HouseholdState::not_found) mark(node, world, row, HouseholdState::elsewhere);
        if (row.state == HouseholdState::refused && place % 3 != 0) mark(node, world, row, HouseholdState::under_way);
    }
}

void DrillMoving::sign_in(const Moving& moving, const World& world) {
    auto& node = county_.node(moving.town);
    for (const auto& row : households_of(moving)) {
        if (row.state != HouseholdState::under_way) continue;
        if (row.allotted.empty()) {
            mark(node, world, row, HouseholdState::elsewhere);
            continue;
        }
        shelter::SignIn wish;
        wish.shelter = row.allotted;
        wish.household = row.household;
        wish.way = "list";
        grant_in(node, world, std::move(wish), keeper_of(node, row.allotted));
    }
}

/// 回流: one household of a hundred is seen at home and brought back the same night.
void DrillMoving::patrol(const Moving& moving, const World& world) {
    auto& node = county_.node(moving.town);
    std::size_t place = 0;
    for (const auto& row : households_of(moving))
        if (row.state == HouseholdState::arrived && ++place % 100 == 0) {
            mark(node, world, row, HouseholdState::back_early);
            mark(
                node,
                world,
                *shelter::household_on(node.writer().rows(), row.transfer, row.household),
                HouseholdState::under_way
            );
        }
    sign_in(moving, world);
}

void DrillMoving::lift(const Moving& moving, const std::string& reason, const World& world) {
    count(moving, world);
    grant_in(county_.node(moving.town), world, shelter::LiftTransfer{{moving.order}, reason}, kDrill);
}

void DrillMoving::bring_home(const Moving& moving, const World& world) {
    auto& node = county_.node(moving.town);
    for (const auto& row : households_of(moving)) {
        std::optional<shelter::StayRow> stay;
        node.read([&](store::Rows& rows) { stay = shelter::stay_of(rows, row.household, world); });
        if (stay)
            grant_in(node, world, shelter::SignOut{{stay->id}, shelter::LeftTo::home}, keeper_of(node, stay->shelter));
        else if (row.state != HouseholdState::refused)
            mark(node, world, row, HouseholdState::returned);
    }
}

void DrillMoving::close(const Moving& moving, const World& world) {
    auto& node = county_.node(moving.town);
    std::vector<shelter::OpenRow> all;
    node.read([&](store::Rows& rows) { all = shelter::open_shelters(rows, world); });
    for (const auto& each : all)
        grant_in(node, world, shelter::CloseShelter{each.shelter, "人员已全部返回"}, keeper_of(node, each.shelter));
    grant_in(node, world, shelter::CloseTransfer{{moving.order}}, kDrill);
}

}  // namespace anlan::app

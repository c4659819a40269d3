#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "plan/findings.hpp"

namespace anlan::plan {

namespace {

/// What one level wants of one thing. Everything in a level happens at once, so its stock adds up; the same team,
/// shelter or vehicle serves the whole level, so there the largest wish counts.
struct Wanted {
    Need need;
    std::vector<std::string> places;
    std::string where() const {
        return places.size() == 1 ? places.front() : fmt::format("{} 等 {} 处", places.front(), places.size());
    }
};

/// Sandbags are used up where they are laid. A satellite phone or radio is not: it serves every step.
bool adds_up(const Need& need) {
    return need.kind == "stock";
}

std::vector<Wanted> wanted_of(const PlanLevel& level) {
    std::vector<Wanted> list;
    for (std::size_t i = 0; i < level.steps.size(); ++i)
        for (const auto& need : level.steps[i].needs) {
            auto found = std::find_if(list.begin(), list.end(), [&](const Wanted& each) {
                return each.need.kind == need.kind && each.need.what == need.what;
            });
            if (found == list.end()) {
                list.push_back({need, {step_place(level, i)}});
                continue;
            }
            auto& sum = found->need.quantity;
            sum = adds_up(need) ? sum + need.quantity : std::max(sum, need.quantity);
            found->places.push_back(step_place(level, i));
        }
    return list;
}

double held(const std::map<std::string, double>& things, const std::string& what) {
    const auto found = things.find(what);
    return found == things.end() ? 0 : found->second;
}

void judge_stock(const Wanted& wanted, const Roster& roster, Findings& findings) {
    const auto& need = wanted.need;
    const auto have = held(roster.stock, need.what);
    if (have >= need.quantity) return;
    const auto missing = need.quantity - have;
    findings.red(
        "stock_short",
        wanted.where(),
        {fmt::format("“{}”需要 {:g}{}，库存 {:g}，还差 {:g}", need.what, need.quantity, need.unit, have, missing),
         fmt::format("\"{}\": {:g} wanted, {:g} in store, {:g} missing", need.what, need.quantity, have, missing)},
        {fmt::format("补充 {:g}{}，或与协议单位、邻镇约定借用", missing, need.unit),
         fmt::format("add {:g}, or agree where to borrow", missing)},
        need.what
    );
}

void judge_team(const Wanted& wanted, const Roster& roster, Findings& findings) {
    const auto& need = wanted.need;
    if (!roster.team_kinds.contains(need.what))
        return findings.red(
            "team_missing",
            wanted.where(),
            {fmt::format("没有“{}”类救援队伍", need.what), fmt::format("there is no team of kind \"{}\"", need.what)},
            {"登记队伍，或签订互助协议", "register a team, or agree on mutual aid"},
            need.what
        );
    const auto members = roster.team_members.find(need.what);
    if (members == roster.team_members.end() || members->second >= need.quantity) return;
    findings.yellow(
        "team_small",
        wanted.where(),
        {fmt::format("“{}”队伍需要 {:g} 人，现有 {:g} 人", need.what, need.quantity, members->second),
         fmt::format("team \"{}\": {:g} people wanted, {:g} there", need.what, need.quantity, members->second)},
        {"补充队员，或联合其他队伍", "add members, or join with another team"},
        need.what
    );
}

void judge_places(const Wanted& wanted, const Roster& roster, Findings& findings) {
    const auto& need = wanted.need;
    double places = 0;
    for (const auto& [area, capacity] : roster.shelter_places)
        if (need.what.empty() || need.what == area) places += static_cast<double>(capacity);
    if (places >= need.quantity) return;
    findings.red(
        "shelter_short",
        wanted.where(),
        {fmt::format("避灾点需要容纳 {:g} 人，现有 {:g} 人，还差 {:g}", need.quantity, places, need.quantity - places),
         fmt::format(
             "shelter for {:g} wanted, {:g} there, {:g} missing", need.quantity, places, need.quantity - places
         )},
        {"增设避灾点，或与邻近学校、企业约定", "add a shelter, or agree with a school or firm nearby"},
        need.what.empty() ? std::nullopt : std::optional(need.what)
    );
}

/// A village plan asks each village for its own places.
void judge_village_places(const Wanted& wanted, const Roster& roster, Findings& findings) {
    std::vector<std::string> without, short_of;
    for (const auto& village : roster.villages) {
        const auto found = roster.shelter_places.find(village);
        if (found == roster.shelter_places.end() || found->second == 0)
            without.push_back(village);
        else if (static_cast<double>(found->second) < wanted.need.quantity)
            short_of.push_back(village);
    }
    const Words fix{"增设避灾点，或约定去邻村、学校", "add a shelter, or agree on one in the next village"};
    if (!without.empty())
        findings.red(
            "shelter_missing",
            wanted.where(),
            {"没有避灾点：" + some_of(without),
             fmt::format("no shelter in {} villages ({})", without.size(), some_of(without))},
            fix,
            without.front()
        );
    if (!short_of.empty())
        findings.yellow(
            "shelter_short",
            wanted.where(),
            {fmt::format("避灾点容不下 {:g} 人：{}", wanted.need.quantity, some_of(short_of)),
             fmt::format(
                 "shelters too small for {:g} in {} villages ({})",
                 wanted.need.quantity,
                 short_of.size(),
                 some_of(short_of)
             )},
            fix,
            short_of.front()
        );
}

void judge_vehicle(const Wanted& wanted, const Roster& roster, Findings& findings) {
    const auto& need = wanted.need;
    const auto have = held(roster.vehicles, need.what);
    if (have >= need.quantity) return;
    findings.yellow(
        "vehicle_short",
        wanted.where(),
        {fmt::format("“{}”需要 {:g}{}，登记在册 {:g}", need.what, need.quantity, need.unit, have),
         fmt::format("\"{}\": {:g} wanted, {:g} registered", need.what, need.quantity, have)},
        {"登记自有车辆，或与运输单位签协议", "register vehicles, or agree with a carrier"},
        need.what
    );
}

}  // namespace

void check_needs(const Plan& plan, const Roster& roster, Findings& findings) {
    for (const auto& level : plan.levels)
        for (const auto& wanted : wanted_of(level)) {
            const auto& kind = wanted.need.kind;
            if (kind == "stock" || kind == "device")
                judge_stock(wanted, roster, findings);
            else if (kind == "team")
                judge_team(wanted, roster, findings);
            else if (kind == "vehicle")
                judge_vehicle(wanted, roster, findings);
            else if (plan.scope == "village" && wanted.need.what.empty())
                judge_village_places(wanted, roster, findings);
            else
                judge_places(wanted, roster, findings);
        }
}

}  // namespace anlan::plan

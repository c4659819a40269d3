#pragma once

#include <gtest/gtest.h>

#include "calls/room.hpp"
#include "consultation/room.hpp"
#include "duty/checks.hpp"
#include "duty/log_events.hpp"
#include "duty/month_for_tests.hpp"
#include "duty/propose.hpp"
#include "duty/room.hpp"
#include "enforcement/room.hpp"
#include "grid/room.hpp"
#include "identity/identity.hpp"
#include "incident/room.hpp"
#include "meetings/room.hpp"
#include "orders/room.hpp"
#include "organisation/commands.hpp"
#include "organisation/room.hpp"
#include "plan/room.hpp"
#include "policy/room.hpp"
#include "registers/room.hpp"
#include "response/room.hpp"
#include "tasks/room.hpp"
#include "trial/trial.hpp"
#include "warehouse/room.hpp"
#include "warning/room.hpp"

/// A town with twelve people on its list, for this room's tests. Its clock starts at 2023-07-28, 08:37.
namespace anlan::duty {

struct NoShapes final : warning::AreaMatcher {
    bool touches(const std::vector<warning::AlertArea>&, const AreaCode&) const override { return false; }
};
inline const NoShapes kNoShapes;

inline std::vector<journal::Room> rooms_for_tests() {
    return {
        policy::make_room(),
        identity::make_room(),
        registers::make_room(),
        organisation::make_room(),
        calls::make_room(),
        meetings::make_room(),
        tasks::make_room(),
        warehouse::make_room(),
        plan::make_room(),
        warning::make_room(kNoShapes),
        orders::make_room(),
        incident::make_room(),
        response::make_room(),
        consultation::make_room(),
        enforcement::make_room(),
        grid::make_room(),
        make_room()};
}

inline const AreaCode kTown{"350581106000"}, kCounty{"350581000000"};

struct Town : trial::Trial {
    explicit Town(AreaCode area = kTown, const std::string& name = "永宁镇") : Trial(rooms_for_tests(), area, name) {
        when(organisation::AdoptAreas{
                 {{kCounty, "石狮市", AreaCode{"350500000000"}, {}, {}}, {kTown, "永宁镇", kCounty, {}, {}}}}
        ).value();
    }

    void add_people(std::size_t count = 12) {
        for (std::size_t i = 0; i < count; ++i) {
            const auto phone = "139000010" + std::string(i < 10 ? "0" : "") + std::to_string(i);
            const PersonId id{
                when(organisation::AddPerson{"测试" + std::to_string(i), phone, kTown, true, {}}).value().subject};
            people.push_back(id);
            SetMember member{
                id, {DutyPost::standby}, {static_cast<DutyLine>(i % 4), static_cast<DutyLine>((i + 1) % 4)}};
            member.posts.push_back(i % 3 == 0 ? DutyPost::leader : DutyPost::officer);
            if (i % 3 == 2) member.posts.push_back(DutyPost::driver);
            when(member).value();
        }
    }

    /// Proposes, saves and publishes.
    std::vector<Duty> publish(const std::string& month) {
        const auto facts = month_facts(rows(), month).value();
        const auto duties = propose(facts, optimise::solver_for_tests(), 10).duties;
        when(SaveRota{month, 0, duties}).value();
        when(PublishRota{month, ""}).value();
        return duties_of(rows(), month, Edition::published);
    }

    std::string refused(auto command, const std::string& actor = "p-officer", World world = World::real()) {
        const auto outcome = when(std::move(command), actor, std::move(world));
        return outcome ? "" : outcome.error().code;
    }

    std::vector<PersonId> people;
};

inline std::vector<Checked> all_fine() {
    std::vector<Checked> checks;
    for (int key = 0; key <= static_cast<int>(CheckKey::vehicles); ++key)
        checks.push_back({static_cast<CheckKey>(key), true, ""});
    return checks;
}

}  // namespace anlan::duty

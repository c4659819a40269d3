#pragma once

#include <gtest/gtest.h>

#include "devices/commands.hpp"
#include "devices/judge.hpp"
#include "devices/queries.hpp"
#include "devices/room.hpp"
#include "identity/identity.hpp"
#include "organisation/commands.hpp"
#include "organisation/room.hpp"
#include "policy/room.hpp"
#include "trial/trial.hpp"

/// A town with two keepers, on Friday 2023-07-28 at 08:37.
namespace anlan::devices {

inline const AreaCode kTown{"350581106000"}, kCounty{"350581000000"};

struct Town : trial::Trial {
    explicit Town(AreaCode area = kTown, const std::string& name = "永宁镇")
        : Trial({policy::make_room(), identity::make_room(), organisation::make_room(), make_room()}, area, name) {
        when(organisation::AdoptAreas{
                 {{kCounty, "石狮市", AreaCode{"350500000000"}, {}, {}}, {kTown, "永宁镇", kCounty, {}, {}}}}
        ).value();
        keeper = person("测试甲");
        other = person("测试乙");
    }
    PersonId person(const std::string& name) {
        return {when(organisation::AddPerson{name, "13900001234", kTown, true, {}}).value().subject};
    }
    DeviceId enrol(DeviceKind kind, const std::string& number, bool in_rounds = true) {
        return {
            when(RegisterDevice{{kind, "测试" + number, number, kTown, "值班室", in_rounds}, keeper}).value().subject};
    }
    std::string refused(auto command, const std::string& actor = "p-officer", World world = World::real()) {
        const auto outcome = when(std::move(command), actor, std::move(world));
        return outcome ? "" : outcome.error().code;
    }
    DeviceFacts at(const DeviceId& id) { return find_device(rows(), id).value(); }
    /// Codes of what it asks for, the graver first.
    std::vector<std::string> asks_for(const DeviceId& id) {
        std::vector<std::string> codes;
        for (const auto& each : judge(at(id), limits_in_force(rows()), true, now())) codes.push_back(each.code);
        return codes;
    }
    std::vector<std::string> happenings(const DeviceId& id) {
        std::vector<std::string> words;
        for (const auto& line : lines_of(rows(), id, 50)) words.push_back(to_text(line.happening));
        return words;
    }

    PersonId keeper, other;
};

}  // namespace anlan::devices

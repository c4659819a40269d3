#pragma once

#include <gtest/gtest.h>

#include "broadcast/commands.hpp"
#include "broadcast/patterns.hpp"
#include "broadcast/queries.hpp"
#include "broadcast/room.hpp"
#include "identity/identity.hpp"
#include "organisation/commands.hpp"
#include "organisation/room.hpp"
#include "policy/room.hpp"
#include "trial/trial.hpp"

/// A town with two villages, two loudspeakers in the first (one marked for drills) and one in the second, on Friday
/// 2023-07-28 at 08:37.
namespace anlan::broadcast {

inline const AreaCode kCounty{"350581000000"}, kTown{"350581106000"}, kOtherTown{"350581107000"};
inline const AreaCode kVillage{"350581106002"}, kNext{"350581106003"};
inline const World kDrill = World::drill({"d-storm"});
inline const char* const kFirst = "p-first";
inline const char* const kSecond = "p-second";
inline const char* const kAir = "system:announcing";

struct Town : trial::Trial {
    explicit Town(AreaCode area = kTown, const std::string& name = "永宁镇")
        : Trial({policy::make_room(), identity::make_room(), organisation::make_room(), make_room()}, area, name) {
        when(organisation::AdoptAreas{
                 {{kCounty, "石狮市", AreaCode{"350500000000"}, {}, {}},
                  {kTown, "永宁镇", kCounty, {}, {}},
                  {kOtherTown, "祥芝镇", kCounty, {}, {}},
                  {kVillage, "第一社区", kTown, 118.68, 24.68},
                  {kNext, "第二社区", kTown, {}, {}}}}
        ).value();
    }
    std::string refused(auto command, const std::string& actor = kFirst, World world = World::real()) {
        const auto outcome = when(std::move(command), actor, std::move(world));
        return outcome ? "" : outcome.error().code;
    }
    TerminalId hang(const std::string& name, const AreaCode& area, bool drill_ok = false) {
        return {when(RegisterTerminal{{name, area, TerminalKind::horn, "H-" + name, 80, drill_ok, {}, {}}})
                    .value()
                    .subject};
    }
    BroadcastId draft(BroadcastSheet sheet, const World& world = World::real(), const std::string& by = kFirst) {
        return {when(DraftBroadcast{std::move(sheet)}, by, world).value().subject};
    }
    BroadcastFacts facts(const BroadcastId& id) { return find_broadcast(rows(), id).value(); }
    std::vector<TerminalId> addressed(const BroadcastId& id) {
        std::vector<TerminalId> ids;
        for (const auto& part : parts_of(rows(), id)) ids.push_back(part.terminal);
        return ids;
    }
};

inline BroadcastSheet sheet(std::vector<AreaCode> zones = {kTown}, Purpose purpose = Purpose::emergency) {
    return {purpose, 2, "台风来临", "各位居民请注意，台风正在靠近，请做好准备。", true, {}, 2, std::move(zones), {}};
}

struct LoudTown : Town {
    TerminalId square = hang("YARD", kVillage, true), harbour = hang("HARBOUR", kVillage), hill = hang("HILL", kNext);

    /// Written by one, released by another.
    BroadcastId released(BroadcastSheet what = sheet(), const World& world = World::real()) {
        const auto id = draft(std::move(what), world);
        when(ReleaseBroadcast{id, 1, {}}, kSecond, world).value();
        return id;
    }
    BroadcastId playing(BroadcastSheet what = sheet(), const World& world = World::real()) {
        const auto id = released(std::move(what), world);
        when(BeginBroadcast{id}, kAir).value();
        return id;
    }
    Result<journal::Outcome> report(
        const BroadcastId& id, const TerminalId& terminal, Outcome outcome = Outcome::played, std::int64_t seconds = 3
    ) {
        return when(ReportPlayed{id, terminal, outcome, seconds, ""}, kAir);
    }
};

}  // namespace anlan::broadcast

#pragma once

#include <gtest/gtest.h>

#include "dispatch/commands.hpp"
#include "dispatch/records.hpp"
#include "dispatch/room.hpp"
#include "organisation/commands.hpp"
#include "organisation/room.hpp"
#include "policy/room.hpp"
#include "registers/commands.hpp"
#include "registers/room.hpp"
#include "rescue/room.hpp"
#include "tasks/queries.hpp"
#include "tasks/room.hpp"
#include "trial/trial.hpp"
#include "warehouse/commands.hpp"
#include "warehouse/queries.hpp"
#include "warehouse/room.hpp"

namespace anlan::dispatch {

/// A county with a store of its own and two towns with one each: the first floods, the second has pumps.
struct Supplies : testing::Test {
    Supplies()
        : county(rooms(), kCounty, "石狮市"),
          wet(rooms(), kWet, "永宁镇"),
          dry(rooms(), kDry, "蚶江镇"),
          county_store(furnish(county, kCounty, "市级仓库", 118.65, 24.73)),
          wet_store(furnish(wet, kWet, "永宁仓库", 118.70, 24.68)),
          dry_store(furnish(dry, kDry, "蚶江仓库", 118.69, 24.79)) {}

    static std::vector<journal::Room> rooms() {
        return {
            registers::make_room(),
            policy::make_room(),
            organisation::make_room(),
            tasks::make_room(),
            warehouse::make_room(),
            rescue::make_room(),
            make_room()};
    }
    /// Each begins a while after the other: equal clocks and dice would make equal ids.
    std::string furnish(trial::Trial& node, const AreaCode& area, const std::string& name, double lon, double lat) {
        node.advance(std::chrono::seconds{made_++});
        node.when(organisation::AdoptAreas{
                      {{kCounty, "石狮市", AreaCode{"350500000000"}, 118.65, 24.73},
                       {kWet, "永宁镇", kCounty, 118.70, 24.68},
                       {kDry, "蚶江镇", kCounty, 118.69, 24.79}}}
        ).value();
        const PersonId keeper{
            node.when(organisation::AddPerson{"测试仓管", "13900000009", area, true, {}}).value().subject};
        const PostId post{
            node.when(organisation::CreatePost{"store_keeper", "仓库保管员", area, "", false, false, "", 0})
                .value()
                .subject};
        node.when(organisation::Appoint{post, keeper, {}, ""}).value();
        return node
            .run(registers::put_row(
                warehouse::stores(), "p", "", {{"name", name}, {"area", area.text}, {"lon", lon}, {"lat", lat}}
            ))
            .value()
            .subject;
    }
    static void fill(trial::Trial& node, const std::string& store, const std::string& item, std::int64_t quantity) {
        warehouse::ReceiveStock wish;
        wish.store = store;
        wish.item = item;
        wish.quantity = quantity;
        wish.supplier = "测试供应商";
        node.when(wish).value();
    }
    /// Everybody hears of everybody, as often as it takes.
    void talk() {
        for (int round = 0; round < 3; ++round) {
            county.hear(wet);
            county.hear(dry);
            wet.hear(county);
            dry.hear(county);
        }
    }
    AskSupplies asking(std::int64_t pumps) {
        AskSupplies wish;
        wish.title = "内涝排水";
        wish.site = "测试路低洼处";
        wish.needs = {{"排水泵", pumps}};
        return wish;
    }
    DispatchId asked(std::int64_t pumps, World world = World::real()) {
        const DispatchId id{wet.when(asking(pumps), "p-officer", std::move(world)).value().subject};
        talk();
        return id;
    }
    std::int64_t pumps(trial::Trial& node, const std::string& store, const World& world = World::real()) {
        std::int64_t sum = 0;
        for (const auto& each :
             warehouse::balances(node.rows(), world, {.store = store, .item = "排水泵", .batch = {}}))
            sum += each.usable;
        return sum;
    }
    DecideDispatch sending(const DispatchId& id, std::vector<SendChosen> sends) {
        return {id, std::move(sends), false, ""};
    }

    const AreaCode kCounty{"350581000000"}, kWet{"350581106000"}, kDry{"350581102000"};
    int made_ = 1;
    trial::Trial county, wet, dry;
    std::string county_store, wet_store, dry_store;
};

}  // namespace anlan::dispatch

#pragma once

#include <gtest/gtest.h>

#include "organisation/commands.hpp"
#include "organisation/room.hpp"
#include "policy/room.hpp"
#include "registers/commands.hpp"
#include "registers/room.hpp"
#include "shelter/commands.hpp"
#include "shelter/registers.hpp"
#include "shelter/room.hpp"
#include "shelter/rules.hpp"
#include "trial/trial.hpp"

namespace anlan::shelter {

/// A town with two shelters, households of one village, an officer on duty, a keeper and a helper.
struct Town : testing::Test {
    Town() : trial({registers::make_room(), policy::make_room(), organisation::make_room(), make_room()}) {
        trial
            .when(organisation::AdoptAreas{
                {{kTown, "永宁镇", AreaCode{"350581000000"}, 118.7, 24.7}, {kVillage, "外高村", kTown, 118.71, 24.71}}})
            .value();
        officer = person("测试甲", "13900000001");
        keeper = person("测试乙", "13900000002");
        helper = person("测试丙", "13900000003");
        stranger = person("测试丁", "13900000004");
        const PostId post{trial.when(organisation::CreatePost{"duty_officer", "值班员", kTown, "", false, false, "", 0})
                              .value()
                              .subject};
        trial.when(organisation::Appoint{post, officer, {}, ""}).value();
    }

    PersonId person(const std::string& name, const std::string& phone) {
        return {trial.when(organisation::AddPerson{name, phone, kTown, true, {}}).value().subject};
    }
    std::string roof(std::int64_t capacity) {
        return trial
            .run(registers::put_row(
                shelters(),
                "p",
                "",
                {{"name", "测试避灾点" + std::to_string(++made)},
                 {"area", kVillage.text},
                 {"capacity", capacity},
                 {"lon", 118.71},
                 {"lat", 24.71},
                 {"keeper", keeper.text}}
            ))
            .value()
            .subject;
    }
    std::string home(std::int64_t people, const std::string& kind = "危房") {
        return trial
            .run(registers::put_row(
                households(),
                "p",
                "",
                {{"area", kVillage.text},
                 {"head", "测试户主"},
                 {"address", "外高村测试路" + std::to_string(++made) + "号"},
                 {"phone", "13900000009"},
                 {"people", people},
                 {"kind", kind},
                 {"helper", helper.text}}
            ))
            .value()
            .subject;
    }
    static std::vector<CheckMark> all_in_order() {
        std::vector<CheckMark> checks;
        for (const auto& item : checklist()) checks.push_back({item.id, true});
        return checks;
    }
    void open(const std::string& shelter, Stage stage = Stage::emergency, World world = World::real()) {
        trial.when(OpenShelter{shelter, stage, all_in_order()}, keeper.text, std::move(world)).value();
    }
    SignIn sign_in(const std::string& shelter, const std::string& household) {
        SignIn wish;
        wish.shelter = shelter;
        wish.household = household;
        wish.way = "list";
        return wish;
    }
    Result<journal::Outcome> in(const SignIn& wish) { return trial.when(wish, keeper.text); }
    OrderTransfer order() {
        OrderTransfer wish;
        wish.title = "台风转移";
        wish.area = kTown;
        wish.reason = "台风红色预警";
        wish.within_minutes = 240;
        return wish;
    }
    std::string ordered() { return trial.when(order(), officer.text).value().subject; }
    MarkHousehold mark(const std::string& transfer, const std::string& household, HouseholdState state) {
        MarkHousehold wish;
        wish.transfer = {transfer};
        wish.household = household;
        wish.state = state;
        return wish;
    }
    Result<journal::Outcome> found(const MarkHousehold& wish) { return trial.when(wish, helper.text); }
    Balance balance(const std::string& transfer) { return balance_of(trial.rows(), transfer); }

    const AreaCode kTown{"350581106000"}, kVillage{"350581106002"};
    trial::Trial trial;
    PersonId officer, keeper, helper, stranger;
    int made = 0;
};

}  // namespace anlan::shelter

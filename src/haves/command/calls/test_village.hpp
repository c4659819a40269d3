#pragma once

#include "calls/commands.hpp"
#include "calls/records.hpp"
#include "calls/room.hpp"
#include "organisation/commands.hpp"
#include "organisation/room.hpp"
#include "policy/room.hpp"
#include "registers/room.hpp"
#include "trial/trial.hpp"

/// For the tests of calls: a village with a head, a deputy and a helper who knocks at doors, a leader on duty and a
/// duty officer at its town.
namespace anlan::calls::test {

inline const AreaCode kTown{"350581106000"}, kVillage{"350581106204"};

class Village {
  public:
    Village() : trial({policy::make_room(), registers::make_room(), organisation::make_room(), make_room()}) {
        trial
            .when(organisation::AdoptAreas{
                {{kTown, "永宁镇", AreaCode{"350581000000"}, 118.7, 24.7}, {kVillage, "梅林村", kTown, 118.68, 24.66}}})
            .value();
        leader = person("测试甲", kTown);
        officer = person("测试戊", kTown);
        post("duty_leader", kTown, leader, {});
        post("duty_officer", kTown, officer, {});
        head = person("测试乙", kVillage);
        deputy = person("测试丙", kVillage);
        helper = person("测试丁", kVillage);
        head_post = post("village_head", kVillage, head, deputy);
        post("household_helper", kVillage, helper, {});
    }

    PersonId person(const std::string& name, const AreaCode& area) {
        return {trial.when(organisation::AddPerson{name, "13900001234", area, false, {}}).value().subject};
    }
    PostId post(const std::string& code, const AreaCode& area, const PersonId& holder, const PersonId& second) {
        const PostId made{
            trial.when(organisation::CreatePost{code, code, area, "", false, false, "", 0}).value().subject};
        trial.when(organisation::Appoint{made, holder, second, ""}).value();
        return made;
    }
    PlaceCall to_head(std::vector<HouseholdId> households = {}) const {
        return {
            "r1",
            head,
            head_post,
            kVillage,
            "台风红色预警",
            "请立即组织避险",
            "red",
            "typhoon",
            1,
            std::move(households)};
    }
    CallId place(std::vector<HouseholdId> households = {}) {
        return {trial.when(to_head(std::move(households))).value().subject};
    }
    /// As one response does: all in one commit.
    void place_many(const std::vector<PersonId>& people) {
        for (const auto& one : people)
            trial.writer().submit(
                journal::wish(
                    World::real(),
                    "p",
                    PlaceCall{"r9", one, {}, kVillage, "台风红色预警", "避险", "red", "typhoon", 1, {}}
                ),
                [](const Result<journal::Outcome>& placed) { placed.value(); }
            );
        trial.writer().run_pending();
    }
    CallRow row(const CallId& call) { return *call_row(trial.rows(), call); }
    bool watched(const CallId& call) {
        return trial.rows().value<std::int64_t>("SELECT COUNT(*) FROM deadline WHERE key = :k", "call/" + call.text) ==
               1;
    }

    trial::Trial trial;
    PersonId leader, officer, head, deputy, helper;
    PostId head_post;
};

}  // namespace anlan::calls::test

#pragma once

#include <algorithm>

#include "programme/acceptance_answers.hpp"
#include "programme/acceptance_commands.hpp"
#include "programme/trial_stations.inc"

namespace anlan::programme {

inline std::string code_of(const Result<journal::Outcome>& outcome) {
    return outcome ? "" : outcome.error().code;
}

/// A town, its county and its prefecture; the town lacks next to everything unless it is made ready.
struct an_acceptance : testing::Test {
    trial::Trial town{rooms_of_a_station(), kTown, "永宁镇"};
    trial::Trial county{rooms_of_a_station(), kCounty, "石狮市"};
    trial::Trial prefecture{rooms_of_a_station(), kPrefecture, "泉州市"};

    /// As if the town had applied with these records; all items that records answer are met.
    AcceptanceId applied(std::vector<std::string> gates = {}) {
        Readiness readiness;
        readiness.sheet = shipped_sheet().version;
        readiness.gates = std::move(gates);
        for (const auto& item : shipped_sheet().items)
            if (item.have() != "D" && item.have() != "C")
                readiness.findings.push_back(finding_of(item, Measured{0, "记录齐全", "complete", "", ""}));
        const AcceptanceId id{"a1"};
        town.given(id.text, AcceptanceApplied{kTown, "站长", {{"D1", 2, "测试"}}, readiness});
        county.hear(town);
        return id;
    }
    void review_the_rest(const AcceptanceId& id) {
        for (const auto& item : shipped_sheet().items) {
            if (item.have() != "D" && item.have() != "C") continue;
            ASSERT_TRUE(county.when(ReviewItem{id, item.id, item.points, {}, {}, {}, {}, {}}));
        }
    }
    /// Reviewed, put right, and given an opinion.
    AcceptanceId concluded() {
        const auto id = applied();
        review_the_rest(id);
        county.when(OrderRectification{id, "B1", "补一张床", "2023-08-10"}).value();
        town.hear(county);
        town.when(ReportRectification{id, "B1", "已补齐 <两张>", kFixPhoto}).value();
        county.hear(town);
        county.when(AcceptRectification{id, "B1"}).value();
        county.when(ConcludeAcceptance{id, "同意通过验收"}).value();
        town.hear(county);
        prefecture.hear(county);
        return id;
    }
    const std::string kFixPhoto = std::string(64, 'f');  ///< kept at the town alone
    AcceptanceState state(trial::Trial& at, const AcceptanceId& id) { return find_acceptance(at.rows(), id)->state; }
};

}  // namespace anlan::programme

#pragma once

#include "enforcement/case_commands.hpp"
#include "enforcement/case_queries.hpp"
#include "enforcement/town_for_tests.hpp"

/// A town that may fine for three acts, of which one power has run out; cases taken to a step at once.
namespace anlan::enforcement {

struct Bench : Town {
    Bench() {
        put(authority_items(),
            {{"code", "XF-01"},
             {"act", "占用、堵塞疏散通道"},
             {"basis", "消防法第六十条"},
             {"fine_least", 5000},
             {"fine_most", 50000},
             {"grantor", "示例"},
             {"effective_from", "2022-12-01"},
             {"source", "示例"}});
        put(authority_items(),
            {{"code", "XF-02"},
             {"act", "个人占用疏散通道"},
             {"basis", "消防法第六十条第二款"},
             {"fine_least", 0},
             {"fine_most", 500},
             {"grantor", "示例"},
             {"effective_from", "2022-12-01"},
             {"source", "示例"}});
        put(authority_items(),
            {{"code", "XF-09"},
             {"act", "埋压消火栓"},
             {"basis", "消防法第六十条"},
             {"fine_least", 5000},
             {"fine_most", 50000},
             {"grantor", "示例"},
             {"effective_from", "2022-12-01"},
             {"effective_to", "2025-12-31"},
             {"source", "示例"}});
    }

    FileCase wish() const {
        FileCase made;
        made.place = place;
        made.authority = "XF-01";
        made.act_on = "2026-11-30";
        made.officers = {first, second};
        made.certificates_shown = made.no_interest = true;
        made.facts = "复查仍未清理疏散通道";
        return made;
    }
    CaseId filed() { return {when(wish()).value().subject}; }

    static StepWords words(CaseStep step, double amount = 0, const std::string& day = "") {
        StepWords made;
        made.step = step;
        made.text = "按程序办理";
        made.amount_yuan = amount;
        made.day = day;
        if (step == CaseStep::evidence_taken) made.evidence = {EvidenceKind::scene, EvidenceKind::statement};
        return made;
    }
    /// Empty when it was granted.
    std::string step(const CaseId& id, const StepWords& words) {
        const auto facts = find_case(rows(), id).value();
        if (needs_approval(facts, words.step)) return refused(ApproveCaseStep{id, words}, "p-leader");
        return refused(TakeCaseStep{id, words});
    }
    std::string step(const CaseId& id, CaseStep which, double amount = 0, const std::string& day = "") {
        return step(id, words(which, amount, day));
    }
    /// Up to the notice of a fine.
    CaseId noticed(double amount) {
        const auto id = filed();
        EXPECT_EQ(step(id, CaseStep::opening_approved), "");
        EXPECT_EQ(step(id, CaseStep::evidence_taken), "");
        EXPECT_EQ(step(id, CaseStep::investigated), "");
        EXPECT_EQ(step(id, CaseStep::noticed, amount), "");
        return id;
    }
    StepWords waiver() const {
        auto made = words(CaseStep::stated);
        made.waived = true;
        return made;
    }
    CaseId served(double amount) {
        const auto id = noticed(amount);
        EXPECT_EQ(step(id, waiver()), "");
        EXPECT_EQ(step(id, CaseStep::decided, amount), "");
        EXPECT_EQ(step(id, CaseStep::served), "");
        return id;
    }
    std::vector<CaseClock> running(const CaseId& id) {
        std::vector<CaseClock> all;
        const auto found = find_case(rows(), id);
        for (const auto& clock : found->clocks) all.push_back(clock.clock);
        return all;
    }
};

}  // namespace anlan::enforcement

#include "enforcement/bench_for_tests.hpp"
#include "enforcement/case_answers.hpp"
#include "enforcement/paper.hpp"
#include "journal/vault.hpp"

namespace anlan::enforcement {
namespace {

TEST(a_case, is_filed_only_within_the_powers_of_the_town) {
    Bench town;
    auto wish = town.wish();
    wish.authority = "HC-01";
    EXPECT_EQ(town.refused(wish), "authority_missing");
    wish.authority = "XF-09";
    EXPECT_EQ(town.refused(wish), "authority_expired");
    wish = town.wish();
    wish.act_on = "2026-12-01";
    EXPECT_EQ(town.refused(wish), "act_future");
    wish.act_on = "2024-11-29";
    EXPECT_EQ(town.refused(wish), "limitation_over");
    wish.harm = true;
    EXPECT_EQ(town.refused(wish), "");
}

TEST(nobody, is_fined_twice_for_one_act) {
    Bench town;
    const auto id = town.filed();
    EXPECT_EQ(town.refused(town.wish()), "overlapping_penalty");
    auto later = town.wish();
    later.act_on = "2026-11-20";
    EXPECT_EQ(town.refused(later), "overlapping_penalty") << "the first is not decided yet";
    EXPECT_EQ(town.step(id, CaseStep::closed), "");
    EXPECT_EQ(town.refused(town.wish()), "") << "a case that was dropped has fined nobody";
}

TEST(a_citizen, is_named_in_the_vault_alone) {
    Bench town;
    auto wish = town.wish();
    wish.party_kind = PartyKind::citizen;
    wish.authority = "XF-02";
    EXPECT_EQ(town.refused(wish), "identity_missing");
    wish.citizen = "测试辛";
    wish.identity_number = "350581199001011234";
    wish.phone = "13900000077";
    const CaseId id{town.when(wish).value().subject};
    for (const auto& entry : town.written()) {
        EXPECT_EQ(entry.body.find("测试辛"), std::string::npos);
        EXPECT_EQ(entry.body.find("199001011234"), std::string::npos);
    }
    const auto detail = case_detail(town.rows(), find_case(town.rows(), id).value(), town.now());
    EXPECT_EQ(detail.identity_number, "3505**********1234");
    EXPECT_EQ(detail.phone, "139****0077");
    EXPECT_EQ(detail.brief.party_name.find("测试辛"), std::string::npos);
}

TEST(the_steps_of_an_ordinary_case, come_in_the_order_of_the_law) {
    Bench town;
    const auto id = town.filed();
    EXPECT_EQ(town.step(id, CaseStep::evidence_taken), "step_out_of_order");
    EXPECT_EQ(town.refused(TakeCaseStep{id, Bench::words(CaseStep::opening_approved)}), "approval_needed");
    EXPECT_EQ(
        town.refused(ApproveCaseStep{id, Bench::words(CaseStep::opening_approved)}, town.first.text), "officer_decides"
    );
    EXPECT_EQ(town.step(id, CaseStep::opening_approved), "");
    EXPECT_EQ(town.step(id, CaseStep::investigated), "evidence_missing");
    EXPECT_EQ(town.step(id, CaseStep::noticed, 10000), "step_out_of_order");
    EXPECT_EQ(town.step(id, CaseStep::evidence_taken), "");
    EXPECT_EQ(town.step(id, CaseStep::evidence_kept), "");
    EXPECT_EQ(town.step(id, CaseStep::investigated), "step_out_of_order") << "evidence kept waits for its decision";
    EXPECT_EQ(town.step(id, CaseStep::evidence_decided), "");
    EXPECT_EQ(town.step(id, CaseStep::investigated), "");
    EXPECT_EQ(town.step(id, CaseStep::noticed, 100), "amount_out_of_range");
    EXPECT_EQ(town.step(id, CaseStep::noticed, 10000), "");
    EXPECT_EQ(town.step(id, CaseStep::hearing_asked), "hearing_not_due");
    EXPECT_EQ(town.step(id, CaseStep::decided, 10000), "party_still_to_be_heard");
    EXPECT_EQ(town.step(id, CaseStep::stated), "");
    EXPECT_EQ(town.step(id, CaseStep::decided, 12000), "penalty_heavier");
    EXPECT_EQ(town.step(id, CaseStep::decided, 8000), "");
    EXPECT_EQ(town.step(id, CaseStep::closed), "step_out_of_order");
    EXPECT_EQ(town.step(id, CaseStep::paid, 8000), "step_out_of_order");
    EXPECT_EQ(town.step(id, CaseStep::served), "");
    EXPECT_EQ(town.step(id, CaseStep::paid, 7000), "amount_wrong");
    EXPECT_EQ(town.step(id, CaseStep::paid, 8000), "");
    EXPECT_EQ(town.step(id, CaseStep::closed), "step_out_of_order") << "not published yet";
    EXPECT_EQ(town.step(id, CaseStep::published), "");
    EXPECT_EQ(town.step(id, CaseStep::closed), "");
    EXPECT_EQ(town.step(id, CaseStep::served), "already_closed");
    EXPECT_TRUE(town.running(id).empty());
    EXPECT_EQ(published(town.rows(), "某镇").size(), 1U);
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_large_fine, waits_for_the_hearing_the_review_and_the_discussion) {
    Bench town;
    const auto id = town.noticed(50000);
    EXPECT_EQ(town.step(id, CaseStep::stated), "");
    EXPECT_EQ(town.step(id, CaseStep::decided, 50000), "party_still_to_be_heard");
    town.go_to("2026-12-07");
    EXPECT_EQ(town.step(id, CaseStep::hearing_asked), "") << "the fifth working day";
    EXPECT_EQ(town.step(id, CaseStep::hearing_notified, 0, "2026-12-15"), "hearing_too_soon");
    EXPECT_EQ(town.step(id, CaseStep::hearing_notified, 0, "2026-12-16"), "");
    EXPECT_EQ(town.step(id, CaseStep::heard), "hearing_too_soon");
    EXPECT_EQ(town.step(id, CaseStep::decided, 50000), "hearing_missing");
    town.go_to("2026-12-16");
    EXPECT_EQ(town.step(id, CaseStep::heard), "");
    EXPECT_EQ(town.step(id, CaseStep::decided, 50000), "review_missing");
    EXPECT_EQ(town.step(id, CaseStep::reviewed), "");
    EXPECT_EQ(town.step(id, CaseStep::decided, 50000), "discussion_missing");
    EXPECT_EQ(town.step(id, CaseStep::discussed), "");
    EXPECT_EQ(town.step(id, CaseStep::decided, 50000), "");
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_waiver_taken_back, gives_the_days_again_only_while_they_last) {
    Bench town;
    const auto runs = [&](const CaseId& id) {
        const auto clocks = town.running(id);
        return std::find(clocks.begin(), clocks.end(), CaseClock::hearing_request) != clocks.end();
    };
    const auto early = town.noticed(50000);
    EXPECT_TRUE(runs(early));
    EXPECT_EQ(town.step(early, town.waiver()), "");
    EXPECT_FALSE(runs(early));
    town.go_to("2026-12-03");
    EXPECT_EQ(town.step(early, CaseStep::stated), "");
    EXPECT_TRUE(runs(early)) << "the fourth working day";
    EXPECT_EQ(town.step(early, town.waiver()), "");
    town.go_to("2026-12-08");
    EXPECT_EQ(town.step(early, CaseStep::stated), "");
    EXPECT_FALSE(runs(early));
}

TEST(a_hearing, cannot_be_asked_for_on_the_sixth_working_day) {
    Bench town;
    const auto id = town.noticed(50000);
    town.go_to("2026-12-08");
    EXPECT_EQ(town.step(id, CaseStep::hearing_asked), "hearing_late");
}

TEST(the_ninety_days, bar_a_late_decision_and_can_be_extended_once) {
    Bench town;
    const auto late = town.noticed(10000);
    town.go_to("2027-03-01");
    EXPECT_EQ(find_case(town.rows(), late)->rang.front(), CaseClock::decision);
    EXPECT_EQ(town.step(late, CaseStep::decided, 10000), "decision_late");
    EXPECT_EQ(town.step(late, CaseStep::decision_extended), "extension_late");
    EXPECT_EQ(town.step(late, CaseStep::closed), "");
    const auto other = town.filed();
    EXPECT_EQ(town.step(other, CaseStep::opening_approved), "");
    EXPECT_EQ(town.step(other, CaseStep::decision_extended), "");
    EXPECT_EQ(town.step(other, CaseStep::decision_extended), "already_done");
}

TEST(a_late_fine, grows_by_three_per_cent_a_day_and_never_beyond_itself) {
    Bench town;
    const auto id = town.served(10000);  // on 2026-11-30: to be paid by 12-15
    town.go_to("2026-12-15");
    EXPECT_EQ(case_detail(town.rows(), find_case(town.rows(), id).value(), town.now()).due_yuan, 10000);
    town.go_to("2026-12-18");
    EXPECT_EQ(case_detail(town.rows(), find_case(town.rows(), id).value(), town.now()).due_yuan, 10900);
    town.go_to("2027-02-20");
    EXPECT_EQ(case_detail(town.rows(), find_case(town.rows(), id).value(), town.now()).due_yuan, 20000);
    EXPECT_EQ(town.step(id, CaseStep::paid, 10000), "amount_wrong");
    EXPECT_EQ(town.step(id, CaseStep::paid, 20000), "");
}

TEST(the_court, is_asked_after_the_time_to_sue_and_ten_days_of_urging_and_within_three_months) {
    Bench town;
    const auto id = town.served(10000);
    EXPECT_EQ(town.step(id, CaseStep::urged), "not_late");
    town.go_to("2027-01-04");
    EXPECT_EQ(town.step(id, CaseStep::court_asked), "step_out_of_order");
    EXPECT_EQ(town.step(id, CaseStep::urged), "");
    town.go_to("2027-01-20");
    EXPECT_EQ(town.step(id, CaseStep::court_asked), "court_early") << "six months to sue are not over";
    town.go_to("2027-06-01");
    EXPECT_EQ(town.step(id, CaseStep::court_asked), "");
    EXPECT_EQ(town.step(id, CaseStep::published), "");
    EXPECT_EQ(town.step(id, CaseStep::closed), "");
    Bench other;
    const auto missed = other.served(10000);
    other.go_to("2027-01-04");
    EXPECT_EQ(other.step(missed, CaseStep::urged), "");
    other.go_to("2027-09-01");
    EXPECT_EQ(other.step(missed, CaseStep::court_asked), "court_late");
}

TEST(a_penalty_on_the_spot, is_small_filed_and_its_cash_handed_in) {
    Bench town;
    auto wish = town.wish();
    wish.procedure = Procedure::simple;
    wish.party_kind = PartyKind::citizen;
    wish.authority = "XF-02";
    wish.citizen = "测试辛";
    wish.identity_number = "350581199001011234";
    const CaseId id{town.when(wish).value().subject};
    EXPECT_EQ(town.step(id, CaseStep::opening_approved), "step_out_of_order");
    EXPECT_EQ(town.step(id, CaseStep::decided, 100), "step_out_of_order") << "told first";
    EXPECT_EQ(town.step(id, CaseStep::noticed, 300), "spot_too_large");
    EXPECT_EQ(town.step(id, CaseStep::noticed, 100), "");
    EXPECT_EQ(town.step(id, CaseStep::stated), "");
    EXPECT_EQ(town.step(id, CaseStep::decided, 100), "");
    EXPECT_EQ(town.step(id, CaseStep::served), "");
    auto pay = Bench::words(CaseStep::paid, 100);
    pay.on_spot = true;
    EXPECT_EQ(town.step(id, pay), "");
    const auto clocks = town.running(id);
    EXPECT_NE(std::find(clocks.begin(), clocks.end(), CaseClock::hand_in), clocks.end());
    EXPECT_EQ(town.step(id, CaseStep::published), "");
    EXPECT_EQ(town.step(id, CaseStep::spot_filed), "");
    EXPECT_EQ(town.step(id, CaseStep::closed), "step_out_of_order") << "the cash is not handed in";
    EXPECT_EQ(town.step(id, CaseStep::handed_in), "");
    EXPECT_EQ(town.step(id, CaseStep::closed), "");
}

TEST(every_paper_of_a_case, is_printed_with_its_party_and_its_law) {
    Bench town;
    const auto id = town.served(10000);
    EXPECT_EQ(town.step(id, CaseStep::paid, 10000), "");
    EXPECT_EQ(town.step(id, CaseStep::published), "");
    EXPECT_EQ(town.step(id, CaseStep::closed), "");
    const auto papers = papers_of(town.rows(), id.text);
    ASSERT_GE(papers.size(), 10U);
    for (const auto& each : papers) {
        const auto paper = paper_of(town.rows(), each, authority_of(town.rows(), kTown, "永宁镇"));
        EXPECT_FALSE(paper.title.empty());
        EXPECT_EQ(paper.number, each.text);
        ASSERT_TRUE(paper.parts.front().table) << paper.title;
        EXPECT_EQ(paper.parts.front().table->rows[1][1], "测试鞋服厂") << paper.title;
    }
    for (const auto& each : papers)
        if (each.kind == PaperKind::decision) {
            std::string text;
            const auto paper = paper_of(town.rows(), each, {"", "石狮市人民政府"});
            for (const auto& part : paper.parts) text += part.text;
            EXPECT_NE(text.find("罚款10000.00元"), std::string::npos);
            EXPECT_NE(text.find("六十日内依法向石狮市人民政府申请行政复议"), std::string::npos);
        }
}

TEST(an_officer_whose_certificate_ran_out, takes_no_further_step) {
    Bench town;
    const auto id = town.filed();
    EXPECT_EQ(town.step(id, CaseStep::opening_approved), "");
    town.go_to("2028-01-04");
    EXPECT_EQ(town.step(id, CaseStep::evidence_taken), "certificate_expired");
}

TEST(what_the_town_may_not_punish, goes_up_and_is_received) {
    Bench town;
    Town county(kCounty, "石狮市");
    const auto inspection = town.recorded();
    EXPECT_EQ(town.refused(TransferMatter{inspection.text, "XF-01", "x"}), "within_authority");
    EXPECT_EQ(town.refused(TransferMatter{inspection.text, "", "x"}), "text_missing");
    const auto id =
        town.when(TransferMatter{inspection.text, "违法储存危险化学品", "超出镇级赋权范围"}).value().subject;
    EXPECT_EQ(papers_of(town.rows(), inspection.text).back().kind, PaperKind::transfer);
    county.hear(town);
    EXPECT_EQ(county.refused(ReceiveMatter{"none", ""}), "matter_unknown");
    ASSERT_TRUE(county.when(ReceiveMatter{id, "已收，转执法大队"}));
    town.hear(county);
    EXPECT_TRUE(find_matter(town.rows(), id)->received_at);
    EXPECT_TRUE(town.prove().ok);
    EXPECT_TRUE(county.prove().ok);
}

}  // namespace
}  // namespace anlan::enforcement

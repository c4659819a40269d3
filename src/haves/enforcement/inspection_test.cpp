#include "enforcement/town_for_tests.hpp"
#include "journal/vault.hpp"

namespace anlan::enforcement {
namespace {

TEST(an_inspection, does_not_begin_without_two_certified_officers) {
    Town town;
    auto wish = town.start();
    wish.officers = {town.first};
    EXPECT_EQ(town.refused(wish), "officers_too_few");
    wish.officers = {town.first, town.first};
    EXPECT_EQ(town.refused(wish), "officer_twice");
    wish.officers = {town.first, town.officer("测试丁", "13900000003", "", "")};
    EXPECT_EQ(town.refused(wish), "officer_uncertified");
    wish.officers = {town.first, town.officer("测试戊", "13900000004", "YN-009", "2026-11-29")};
    EXPECT_EQ(town.refused(wish), "certificate_expired");
    wish = town.start();
    wish.no_interest = false;
    EXPECT_EQ(town.refused(wish), "interest_declared");
    EXPECT_EQ(town.refused(town.start(), "p-officer", World::drill({"d1"})), "enforcement_is_real");
    EXPECT_EQ(town.refused(town.start()), "");
}

TEST(a_certificate, holds_on_its_last_day_and_a_renewed_one_counts) {
    Town town;
    auto wish = town.start();
    wish.officers = {town.first, town.officer("测试戊", "13900000004", "YN-009", "2026-11-30")};
    EXPECT_EQ(town.refused(wish), "");
    town.go_to("2026-12-01");
    EXPECT_EQ(town.refused(wish), "certificate_expired");
    town.put(
        officer_certificates(),
        {{"number", "YN-010"},
         {"person", wish.officers[1].text},
         {"kind", "福建省行政执法证"},
         {"expires_on", "2029-12-31"}}
    );
    EXPECT_EQ(town.refused(wish), "");
}

TEST(an_inspection, needs_a_place_of_the_register_and_a_check_list) {
    Town town;
    auto wish = town.start();
    wish.place = "nowhere";
    EXPECT_EQ(town.refused(wish), "place_unknown");
    wish = town.start();
    wish.checklist = "none";
    EXPECT_EQ(town.refused(wish), "checklist_unknown");
    wish = town.start();
    wish.visit = "2026/1";
    EXPECT_EQ(town.refused(wish), "visit_unknown");
}

TEST(a_record, is_whole_or_refused) {
    Town town;
    const auto id = town.started();
    const auto without = [&](auto change) {
        auto wish = town.record(id);
        change(wish);
        return town.refused(wish);
    };
    EXPECT_EQ(without([](auto& wish) { wish.inspection = {"none"}; }), "inspection_unknown");
    EXPECT_EQ(without([](auto& wish) { wish.certificates_shown = false; }), "certificates_not_shown");
    EXPECT_EQ(without([](auto& wish) { wish.answers.pop_back(); }), "item_missing");
    EXPECT_EQ(without([](auto& wish) { wish.answers[1].item = "1"; }), "item_unknown");
    EXPECT_EQ(without([](auto& wish) { wish.hazards.clear(); }), "hazard_missing");
    EXPECT_EQ(without([](auto& wish) { wish.hazards[0].text = "  "; }), "text_missing");
    EXPECT_EQ(without([](auto& wish) { wish.hazards[0].text = std::string(7000, 'x'); }), "too_long");
    EXPECT_EQ(without([](auto& wish) { wish.hazards[0].photos = {"<script>"}; }), "photo_invalid");
    EXPECT_EQ(without([](auto& wish) { wish.hazards[0].grade = HazardGrade::major; }), "judge_missing");
    EXPECT_EQ(without([](auto& wish) { wish.officers.pop_back(); }), "signature_missing");
    EXPECT_EQ(without([](auto& wish) { wish.party_signature = ""; }), "refusal_missing");
    EXPECT_EQ(without([](auto& wish) { wish.party_signature = "", wish.refusal_reason = "负责人离开现场"; }), "");
    EXPECT_EQ(town.refused(town.record(id)), "already_recorded");
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_record_signed_without_signal, ends_when_it_was_signed_and_never_before_the_inspection_began) {
    Town town;
    const auto recorded_at = [&](std::int64_t seconds_ago) {
        const auto id = town.started();
        town.advance(std::chrono::hours{3});
        auto wish = town.record(id);
        wish.seconds_ago = seconds_ago;
        EXPECT_EQ(town.refused(wish), "");
        return town.now() - *find_inspection(town.rows(), id)->recorded_at;
    };
    EXPECT_EQ(recorded_at(7'200), std::chrono::hours{2});
    EXPECT_EQ(recorded_at(0), std::chrono::hours{0});
    EXPECT_EQ(recorded_at(-60), std::chrono::hours{0});
    EXPECT_EQ(recorded_at(4 * 3'600), std::chrono::hours{0}) << "a phone that counts wrongly";
    EXPECT_TRUE(town.prove().ok);
}

TEST(who_spoke_for_the_party, is_in_the_vault_and_masked_on_the_page) {
    Town town;
    const auto id = town.recorded();
    for (const auto& entry : town.written()) EXPECT_EQ(entry.body.find("13900000009"), std::string::npos);
    EXPECT_EQ(journal::vault::reveal(town.rows(), id.text, "representative_phone"), "13900000009");
    const auto detail = inspection_detail(town.rows(), find_inspection(town.rows(), id).value(), town.now());
    EXPECT_EQ(detail.representative_phone, "139****0009");
    EXPECT_EQ(detail.representative.find("测试丙"), std::string::npos);
}

TEST(an_inspection_without_a_hazard, is_closed_by_its_record) {
    Town town;
    const auto id = town.started();
    auto wish = town.record(id);
    for (auto& answer : wish.answers) answer.verdict = CheckVerdict::pass;
    wish.hazards.clear();
    ASSERT_TRUE(town.when(wish));
    EXPECT_EQ(inspection_brief(town.rows(), find_inspection(town.rows(), id).value()).state, InspectionState::closed);
}

TEST(a_major_hazard, is_stopped_listed_above_and_supervised_from_there) {
    Town town, county(kCounty, "石狮市");
    const auto id = town.recorded(HazardGrade::major);
    EXPECT_EQ(town.refused(town.order(id)), "measure_first");
    const auto hazard = town.found(id).front();
    EXPECT_EQ(town.refused(TakeMeasure{id, Measure::stop_use, {{"none"}}, "停用"}), "hazard_unknown");
    ASSERT_TRUE(town.when(TakeMeasure{id, Measure::stop_use, {hazard}, "二楼车间停止使用"}));
    EXPECT_EQ(town.refused(town.order(id)), "");
    county.hear(town);
    EXPECT_EQ(county.refused(SuperviseHazard{hazard, "2026-11-01", "限期整改"}), "due_past");
    EXPECT_EQ(county.refused(SuperviseHazard{{"none"}, "2026-12-31", "限期整改"}), "hazard_unknown");
    ASSERT_TRUE(county.when(SuperviseHazard{hazard, "2026-12-31", "镇领导包案，整改到位后报销号"}));
    town.hear(county);
    EXPECT_EQ(find_listed(town.rows(), hazard)->due, "2026-12-31");
    EXPECT_EQ(town.refused(SuperviseHazard{hazard, "2026-12-31", "督办"}), "hazard_unknown")
        << "nobody supervises himself";
    EXPECT_TRUE(town.prove().ok);
    EXPECT_TRUE(county.prove().ok);
}

TEST(papers, are_numbered_without_gaps_whatever_was_refused_between) {
    Town town;
    auto bad = town.start();
    for (int i = 1; i <= 4; ++i) {
        bad.officers = {town.first};
        EXPECT_EQ(town.refused(bad), "officers_too_few");
        const auto id = town.started();
        EXPECT_EQ(papers_of(town.rows(), id.text).front().number, i);
        if (i == 2) {
            ASSERT_TRUE(town.when(AbandonInspection{id, "台风停工"}));
        }
        EXPECT_EQ(town.refused(OrderRectification{id, {}, "2026-12-15", "x"}), "not_recorded");
    }
    town.go_to("2027-01-04");
    const auto next = town.started();
    EXPECT_EQ(papers_of(town.rows(), next.text).front().number, 1) << "each year begins anew";
    EXPECT_EQ(papers_of(town.rows(), next.text).front().text, "（永宁）应急检方〔2027〕1号");
}

TEST(a_plan, is_drafted_by_class_and_approved_by_another) {
    Town town;
    town.put(places_for_tests(), {{"name", "测试学校"}, {"address", "示例路2号"}, {"kind", "学校"}, {"grade", "黄"}});
    const auto proposal = proposed_plan(town.rows(), 2027, town.now());
    EXPECT_EQ(proposal.visits.size(), 5U) << "four visits of class red, one of class yellow";
    EXPECT_EQ(town.refused(DraftInspectionPlan{2027, {}, {}}), "visits_missing");
    EXPECT_EQ(town.refused(DraftInspectionPlan{2035, proposal.visits, {}}), "year_invalid");
    auto twice = proposal.visits;
    twice.push_back(twice.front());
    EXPECT_EQ(town.refused(DraftInspectionPlan{2027, twice, {}}), "visit_twice");
    EXPECT_EQ(town.refused(ApproveInspectionPlan{2027, ""}), "plan_unknown");
    ASSERT_TRUE(town.when(DraftInspectionPlan{2027, proposal.visits, proposal.capacity}));
    EXPECT_EQ(town.refused(ApproveInspectionPlan{2027, ""}), "drafted_by_you");
    ASSERT_TRUE(town.when(ApproveInspectionPlan{2027, "同意"}, "p-leader"));
    EXPECT_EQ(town.refused(DraftInspectionPlan{2027, proposal.visits, {}}), "already_approved");
    town.go_to("2027-01-11");
    auto wish = town.start();
    const auto plan = find_plan(town.rows(), 2027).value();
    for (const auto& visit : plan.visits)
        if (visit.party.place == town.place) wish.visit = visit.key;
    ASSERT_TRUE(town.when(wish));
    EXPECT_EQ(town.refused(wish), "already_started");
    EXPECT_TRUE(town.prove().ok);
}

}  // namespace
}  // namespace anlan::enforcement

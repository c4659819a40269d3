#include "incident/trial_county.inc"

namespace anlan::incident {
namespace {

using std::chrono::minutes;

TEST(a_report_of_a_town, starts_the_clock_of_the_county_and_is_confirmed) {
    CountyTrial all;
    const auto id = all.town.take([](auto& wish) { wish.figures.dead = 3; });
    all.up();
    EXPECT_FALSE(find_incident(all.county.rows(), id)) << "only what is reported leaves the town";
    ASSERT_TRUE(all.town.when(SendReport{id, {}, {}, {}, ""}));
    all.county.set_clock(all.town.now() + minutes{1});
    all.up();
    const auto facts = all.county.facts(id);
    EXPECT_EQ(facts.source, Source::below);
    EXPECT_EQ(facts.grade, Grade::larger);
    EXPECT_EQ(facts.known_at, all.county.now());
    EXPECT_EQ(facts.written_by, all.county.now() + minutes{60});
    EXPECT_TRUE(all.county.detail(id).reports.front().arrived_at);
    all.down();
    EXPECT_TRUE(all.town.detail(id).reports.front().arrived_at);
    EXPECT_TRUE(all.town.facts(id).phoned_at) << "a written report that is there has told what the telephone would";
    EXPECT_EQ(all.county.refused(ReceiptReport{id, kOther, 1}), "report_unknown");
    ASSERT_TRUE(all.county.when(ReceiptReport{id, kTown, 1}));
    ASSERT_TRUE(all.county.when(ReceiptReport{id, kTown, 1}));
    EXPECT_TRUE(all.county.written().empty()) << "read twice it was already so";
    all.down();
    EXPECT_TRUE(all.town.detail(id).reports.front().read_at);
    EXPECT_TRUE(all.proved());
}

TEST(further_reports, change_what_the_county_holds_until_it_writes_its_own) {
    CountyTrial all;
    const auto id = all.town.take();
    ASSERT_TRUE(all.town.when(PhoneReport{id, "", "", "民房起火", ""}));
    all.up();
    EXPECT_EQ(all.county.facts(id).account.course, "民房起火");
    ASSERT_TRUE(all.town.when(SendReport{id, {}, {}, {}, ""}));
    all.town.write_account(id, [](Account& account) { account.figures.injured_lightly = 2; });
    ASSERT_TRUE(all.town.when(SendReport{id, {}, {}, {}, ""}));
    all.up();
    EXPECT_EQ(all.county.facts(id).account.figures.injured_lightly, 2);
    EXPECT_EQ(all.county.detail(id).reports.size(), 2U);
    ASSERT_TRUE(all.county.when(SendReport{id, {}, {}, {}, ""}));
    all.county.write_account(id, [](Account& account) { account.request = "请求派员指导"; });
    all.town.write_account(id, [](Account& account) { account.figures.injured_lightly = 3; });
    ASSERT_TRUE(all.town.when(SendReport{id, {}, {}, {}, ""}));
    all.up();
    EXPECT_EQ(all.county.facts(id).account.figures.injured_lightly, 2) << "the county's own account is its own";
    EXPECT_TRUE(all.proved());
}

TEST(what_a_county_is_told, is_passed_to_the_town_it_is_in) {
    CountyTrial all;
    const auto id = all.county.take();
    EXPECT_EQ(all.county.refused(PassIncident{id, kVillage, ""}), "not_below");
    EXPECT_EQ(all.county.refused(PassIncident{id, kCounty, ""}), "not_below");
    ASSERT_TRUE(all.county.when(PassIncident{id, kTown, "请立即核实处置"}));
    all.down();
    EXPECT_EQ(all.town.facts(id).source, Source::above);
    EXPECT_TRUE(all.town.facts(id).verified);
    ASSERT_TRUE(all.town.when(SendReport{id, {}, {}, {}, ""}));
    all.up();
    EXPECT_EQ(all.county.detail(id).reports.size(), 1U);
    EXPECT_EQ(all.county.facts(id).source, Source::telephone) << "it stays the one that was taken here";
    EXPECT_TRUE(all.proved());
}

TEST(a_report_of_a_village, is_known_at_the_county_before_anybody_in_the_town_has_pressed_a_key) {
    ChainTrial all;
    const auto id = all.village.take([](auto& wish) { wish.figures.dead = 1; });
    ASSERT_TRUE(all.village.when(PhoneReport{id, "", "", "民房起火，一人遇难", ""}));
    all.to_town();
    EXPECT_EQ(all.town.facts(id).source, Source::below);
    all.up();
    ASSERT_EQ(all.ahead().size(), 1U);
    const auto told = all.ahead().front();
    EXPECT_EQ(told.incident, id.text);
    EXPECT_EQ(told.node_name, "永宁镇");
    EXPECT_EQ(told.from_name, "梅林村");
    EXPECT_EQ(told.words, "民房起火，一人遇难");
    EXPECT_EQ(told.figures.dead, 1);
    EXPECT_FALSE(find_incident(all.county.rows(), id))
        << "no clock of the county's runs on a word that is not verified";
    EXPECT_EQ(all.county.written().back().kind, "incident.forewarning_noted/1") << "its desk hears of it at once";
    EXPECT_TRUE(all.proved());
}

TEST(what_a_town_told_ahead, gives_way_to_its_own_report) {
    ChainTrial all;
    const auto id = all.village.take();
    ASSERT_TRUE(all.village.when(PhoneReport{id, "", "", "民房起火", ""}));
    all.to_town();
    all.up();
    ASSERT_TRUE(all.town.when(SendReport{id, {}, {}, {}, ""}));
    all.up();
    EXPECT_TRUE(all.ahead().empty());
    EXPECT_TRUE(find_incident(all.county.rows(), id));
    ASSERT_TRUE(all.village.when(SendReport{id, {}, {}, {}, ""}));
    all.to_town();
    all.up();
    EXPECT_TRUE(all.ahead().empty()) << "from now on the town speaks itself";
    EXPECT_TRUE(all.proved());
}

TEST(what_a_town_told_ahead, is_taken_back_when_it_is_not_true) {
    ChainTrial all;
    const auto id = all.village.take();
    ASSERT_TRUE(all.village.when(PhoneReport{id, "", "", "民房起火", ""}));
    all.to_town();
    all.up();
    ASSERT_EQ(all.ahead().size(), 1U);
    ASSERT_TRUE(all.town.when(VerifyIncident{id, false, "烧秸秆，已扑灭"}));
    all.up();
    EXPECT_TRUE(all.ahead().empty());
    EXPECT_TRUE(all.proved());
}

TEST(what_a_town_takes_itself, is_told_by_nobody_but_its_own_report) {
    ChainTrial all;
    all.town.take();
    all.up();
    EXPECT_TRUE(all.ahead().empty());
}

TEST(a_drill_of_a_town, stays_a_drill_at_the_county) {
    CountyTrial all;
    const auto id = all.town.take([](TakeIncident&) {}, World::drill({"d1"}));
    ASSERT_TRUE(all.town.when(SendReport{id, {}, {}, {}, ""}));
    all.up();
    EXPECT_EQ(all.county.facts(id).drill, "d1");
    EXPECT_TRUE(find_incidents(all.county.rows(), World::real(), true, 10).empty());
    const auto report = report_of(all.county.rows(), id, kTown.text, 1).value();
    const auto sender = sender_of(all.county.rows(), all.county.facts(id), report, all.county.writer().node());
    EXPECT_TRUE(message_of(report, sender).starts_with("【演练】"));
    EXPECT_EQ(sender.node_name, "永宁镇");
}

TEST(sending_to_all_forms, takes_well_under_a_second) {
    CountyTrial all;
    const auto id = all.town.take([](auto& wish) { wish.figures.dead = 1; });
    const auto began = std::chrono::steady_clock::now();
    ASSERT_TRUE(all.town.when(SendReport{id, {}, {}, {}, ""}));
    all.up();
    const auto report = report_of(all.county.rows(), id, kTown.text, 1).value();
    const auto sender = sender_of(all.county.rows(), all.county.facts(id), report, all.county.writer().node());
    EXPECT_FALSE(forms_of(report, sender).message.empty());
    EXPECT_FALSE(paper_of(report, sender).parts.empty());
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds{1});
}

}  // namespace
}  // namespace anlan::incident

#include "grid/trial_town.inc"

namespace anlan::grid {
namespace {

using std::chrono::hours;

TEST(telling_a_report, says_what_is_wrong) {
    Station town;
    const auto refused = [&](auto change) {
        auto wish = town.telling("k" + std::to_string(town.now().time_since_epoch().count()));
        change(wish);
        return town.refused(wish, town.people[0].text);
    };
    EXPECT_EQ(refused([](auto& wish) { wish.words.clear(); }), "words_missing");
    EXPECT_EQ(refused([](auto& wish) { wish.words = std::string(3001, 'x'); }), "too_long");
    EXPECT_EQ(refused([](auto& wish) { wish.kind = "dance"; }), "kind_unknown");
    EXPECT_EQ(refused([](auto& wish) { wish.lon = wish.lat = 0; }), "place_invalid");
    EXPECT_EQ(refused([](auto& wish) { wish.lat.reset(); }), "place_invalid");
    EXPECT_EQ(refused([](auto& wish) { wish.lon = 400; }), "place_invalid");
    EXPECT_EQ(refused([](auto& wish) { wish.photo = "<script>"; }), "photo_invalid");
    EXPECT_EQ(refused([](auto& wish) { wish.seconds_ago = -5; }), "time_invalid");
    EXPECT_EQ(refused([](auto& wish) { wish.seconds_ago = 40 * 86'400; }), "time_invalid");
    EXPECT_EQ(
        refused([](auto& wish) {
            wish.lon.reset();
            wish.lat.reset();
            wish.place.clear();
        }),
        "place_missing"
    );
    EXPECT_TRUE(find_reports(town.rows(), World::real(), false, 10).empty());
}

TEST(a_report_sent_twice, is_one_report_and_anothers_of_the_same_key_is_his) {
    Station town;
    const auto id = town.told("phone:9");
    auto changed = town.telling("phone:9");
    changed.words = "改了字";
    EXPECT_EQ(town.when(changed, town.people[0].text).value().subject, id.text);
    EXPECT_TRUE(town.written().empty());
    EXPECT_NE(town.when(changed, town.people[1].text).value().subject, id.text);
    EXPECT_EQ(find_reports(town.rows(), World::real(), false, 10).size(), 2U);
}

TEST(a_report, finds_its_grid_and_is_taken_also_from_outside) {
    Station town;
    const auto grid = town.manned();
    EXPECT_EQ(town.report(town.told("1")).grid, grid);
    auto far = town.telling("2");
    far.lon = 121.5;
    far.lat = 31.2;
    const auto outside = town.report({town.when(far, town.people[0].text).value().subject});
    EXPECT_TRUE(outside.outside) << "taken all the same";
    auto nowhere = town.telling("3");
    nowhere.lon.reset();
    nowhere.lat.reset();
    EXPECT_EQ(town.report({town.when(nowhere, town.people[1].text).value().subject}).grid, grid) << "her own ground";
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_report, becomes_an_incident_whose_end_answers_the_reporter) {
    Station town;
    town.manned();
    const auto id = town.told();
    EXPECT_EQ(town.refused(MakeIncident{id, "dance"}), "kind_unknown") << "said to who presses";
    EXPECT_EQ(town.refused(MakeIncident{{"none"}, ""}), "report_unknown");
    ASSERT_EQ(town.refused(MakeIncident{id, ""}), "");
    const auto linked = town.report(id).incident;
    const auto incident = incident::find_incident(town.rows(), {linked}).value();
    EXPECT_EQ(incident.source, incident::Source::grid);
    EXPECT_EQ(incident.account.course, "三合一作坊堵住逃生通道");
    EXPECT_EQ(town.refused(MakeIncident{id, ""}), "already_incident");
    EXPECT_EQ(town.refused(AnswerReport{id, "已办"}), "already_incident");
    EXPECT_EQ(town.refused(GiveHazard{id, town.post, {}, {}, ""}), "already_incident");
    town.when(incident::VerifyIncident{{linked}, false, "误报"}).value();
    EXPECT_EQ(town.report(id).answer, "经核实不属实：误报");
    EXPECT_EQ(town.report(id).ending, Ending::incident_over);
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_hazard, goes_back_to_its_owner_until_it_is_right) {
    Station town;
    const auto id = town.told();
    EXPECT_EQ(town.refused(GiveHazard{id, {}, {}, {}, ""}), "owner_missing");
    EXPECT_EQ(town.refused(GiveHazard{id, town.post, town.people[0], {}, ""}), "owner_missing");
    EXPECT_EQ(town.refused(GiveHazard{id, {"none"}, {}, {}, ""}), "post_unknown");
    EXPECT_EQ(town.refused(GiveHazard{id, town.post, {}, town.now(), ""}), "due_past");
    EXPECT_EQ(town.refused(HandleHazard{id, "已清理", ""}), "not_given");
    ASSERT_EQ(town.refused(GiveHazard{id, town.post, {}, {}, "限期清理"}), "");
    EXPECT_EQ(town.report(id).due, town.now() + hours(72)) << "the policy pack's, for an ordinary one";
    const auto open_task = [&] {
        for (const auto& task : tasks::tasks_of(town.rows(), id.text))
            if (task.state == "open") return task;
        return tasks::TaskBrief{};
    };
    EXPECT_EQ(open_task().owner, town.people[2]);
    EXPECT_EQ(town.refused(CheckHazard{id, true, ""}), "not_handled");
    town.when(tasks::ConfirmTask{{open_task().id}, {}, "", {}, {}, "通道已清"}, town.people[2].text).value();
    EXPECT_EQ(town.report(id).state, ReportState::handled);
    EXPECT_EQ(town.refused(CheckHazard{id, true, ""}, town.people[2].text), "same_person");
    EXPECT_EQ(town.refused(CheckHazard{id, false, ""}), "words_missing");
    town.when(CheckHazard{id, false, "还有杂物"}).value();
    EXPECT_EQ(open_task().title, "隐患复查未通过：火灾隐患：测试路 8 号");
    town.when(tasks::ConfirmTask{{open_task().id}, {}, "", {}, {}, "全部清空"}, town.people[2].text).value();
    town.when(CheckHazard{id, true, ""}).value();
    EXPECT_EQ(town.report(id).answer, "全部清空");
    EXPECT_EQ(town.report(id).ending, Ending::put_right);
    EXPECT_EQ(town.refused(AnswerReport{id, "x"}), "already_answered");
    const auto mine = field_work_of(town.rows(), town.people[0], town.now());
    ASSERT_EQ(mine.reports.size(), 1U);
    EXPECT_EQ(mine.reports[0].answer, "全部清空") << "the member has the answer";
    EXPECT_TRUE(town.prove().ok);
}

TEST(what_the_desk_writes_down_for_the_owner, ends_the_task) {
    Station town;
    const auto id = town.told();
    town.when(GiveHazard{id, town.post, {}, {}, ""}).value();
    town.when(HandleHazard{id, "电话反馈：已清", ""}).value();
    EXPECT_EQ(tasks::tasks_of(town.rows(), id.text)[0].state, "cancelled");
    EXPECT_EQ(town.report(id).handled_by, town.people[2]);
    EXPECT_EQ(town.refused(CheckHazard{id, true, ""}), "");
}

TEST(what_is_passed_up, is_answered_from_above_once) {
    Station county(kCounty, "石狮市"), town;
    const auto id = town.told();
    EXPECT_EQ(town.refused(PassReport{id, ""}), "why_missing");
    ASSERT_EQ(town.refused(PassReport{id, "涉及市政管网"}), "");
    EXPECT_EQ(town.refused(AnswerReport{id, "x"}), "already_passed");
    county.hear(town);
    const auto above = county.report(id);
    EXPECT_EQ(above.words, "三合一作坊堵住逃生通道");
    EXPECT_EQ(above.node, kTown.text);
    EXPECT_TRUE(above.reporter.empty()) << "people stay home";
    EXPECT_EQ(county.refused(PassReport{id, "再转"}), "already_passed");
    county.when(AnswerReport{id, "市政已排期"}).value();
    town.hear(county);
    EXPECT_EQ(town.report(id).answer, "市政已排期");
    EXPECT_EQ(town.report(id).ending, Ending::replied);
    county.hear(town);
    const auto board = board_of(county.rows(), county.writer().node(), World::real(), county.now());
    EXPECT_EQ(board.below[0].reports, 1);
    EXPECT_EQ(board.below[0].open, 0);
    EXPECT_TRUE(town.prove().ok);
    EXPECT_TRUE(county.prove().ok);
}

TEST(what_is_only_counted_above, leaves_words_place_and_photo_at_home) {
    Station county(kCounty, "石狮市"), town;
    const auto id = town.told();
    county.hear(town);
    EXPECT_FALSE(find_report(county.rows(), id));
    const auto board = board_of(county.rows(), county.writer().node(), World::real(), county.now());
    EXPECT_EQ(board.below[0].open, 1);
}

}  // namespace
}  // namespace anlan::grid

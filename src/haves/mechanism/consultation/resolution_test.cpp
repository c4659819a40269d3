#include <algorithm>

#include "consultation/trial_town.inc"

namespace anlan::consultation {
namespace {

using std::chrono::hours;

std::vector<std::string> to_ring(Station& station, const std::string& word) {
    return station.rows().list<std::string>("SELECT headline FROM call WHERE headline LIKE :w", word + "%");
}

TEST(a_resolution, has_words_one_owner_and_a_time_ahead) {
    Station town;
    const auto id = town.called();
    const auto refused = [&](auto change) {
        auto wish = town.resolving(id);
        change(wish);
        return town.refused(wish);
    };
    EXPECT_EQ(refused([](auto& wish) { wish.text.clear(); }), "text_missing");
    EXPECT_EQ(refused([](auto& wish) { wish.post = {}; }), "owner_missing");
    EXPECT_EQ(refused([&](auto& wish) { wish.owner = town.people[0]; }), "owner_missing") << "one of the three";
    EXPECT_EQ(refused([](auto& wish) { wish.post = {"none"}; }), "post_unknown");
    EXPECT_EQ(refused([&](auto& wish) { wish.due = town.now(); }), "due_past");
    EXPECT_EQ(
        refused([](auto& wish) {
            wish.post = {};
            wish.to = {kOther};
        }),
        "not_below"
    );
    EXPECT_TRUE(resolutions_of(town.rows(), id).empty());
}

TEST(a_resolution, is_a_task_of_its_owner_and_settled_when_that_is_confirmed) {
    Station town;
    const auto id = town.in_progress();
    const auto resolution = town.resolved(id);
    const auto tasks = tasks::tasks_of(town.rows(), resolution.text);
    ASSERT_EQ(tasks.size(), 1U);
    EXPECT_EQ(tasks[0].owner, town.people[1]) << "who holds the post";
    town.when(ConcludeConsultation{id, "按议决落实"}).value();
    EXPECT_EQ(open_resolutions(town.rows(), World::real(), 10).size(), 1U) << "chased after the meeting";
    town.when(tasks::ConfirmTask{{tasks[0].id}, {}, "", {}, {}, "转移 38 人"}, town.people[1].text).value();
    const auto closed = find_resolution(town.rows(), resolution).value();
    EXPECT_EQ(closed.outcome, ResolutionOutcome::done);
    EXPECT_EQ(closed.words, "转移 38 人");
    EXPECT_FALSE(closed.late(town.now()));
    EXPECT_EQ(town.refused(RemindResolution{resolution}), "already_closed");
    EXPECT_TRUE(town.prove().ok);
}

TEST(an_owner, is_told_before_the_time_and_called_after_it) {
    Station town;
    const auto resolution = town.resolved(town.in_progress());
    town.advance(hours(5));
    EXPECT_EQ(find_resolution(town.rows(), resolution)->reminders, 1) << "a day before is more than half of six hours";
    EXPECT_TRUE(to_ring(town, "催办").empty()) << "the clock does not ring";
    town.advance(hours(2));
    EXPECT_EQ(to_ring(town, "议决事项逾期").size(), 1U);
    town.when(RemindResolution{resolution}).value();
    town.when(RemindResolution{resolution}).value();
    EXPECT_EQ(to_ring(town, "催办").size(), 2U) << "each reminder rings";
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_resolution, is_ended_by_the_chair_alone_with_a_reason) {
    Station town;
    const auto resolution = town.resolved(town.in_progress());
    EXPECT_EQ(town.refused(EndResolution{resolution, "风已停"}, town.people[2].text), "not_chair");
    EXPECT_EQ(town.refused(EndResolution{resolution, ""}, town.people[0].text), "reason_missing");
    EXPECT_EQ(town.refused(EndResolution{resolution, "风已停"}, town.people[0].text), "");
    EXPECT_EQ(tasks::tasks_of(town.rows(), resolution.text)[0].state, "cancelled");
    EXPECT_EQ(find_resolution(town.rows(), resolution)->outcome, ResolutionOutcome::ended);
    EXPECT_EQ(town.refused(EndResolution{resolution, "风已停"}, town.people[0].text), "already_closed");
    town.advance(hours(8));
    EXPECT_TRUE(to_ring(town, "议决事项逾期").empty());
}

TEST(what_concerns_units_below, goes_down_as_an_order_and_is_settled_by_the_last_answer) {
    Station county(kCounty, "石狮市"), town;
    const auto id = county.in_progress();
    auto wish = county.resolving(id);
    wish.post = {};
    wish.to = {kTown, kOther};
    const ResolutionId resolution{county.when(wish).value().subject};
    const orders::OrderId order{find_resolution(county.rows(), resolution)->order};
    ASSERT_TRUE(orders::find_order(county.rows(), order));
    EXPECT_TRUE(tasks::tasks_of(county.rows(), resolution.text).empty());
    town.hear(county);
    town.when(orders::ReceiptOrder{order, {}}).value();
    town.when(orders::AnswerOrder{order, {}, "已转移 12 人", {}}).value();
    county.hear(town);
    EXPECT_FALSE(find_resolution(county.rows(), resolution)->outcome) << "one of two";
    county.when(orders::ReceiptOrder{order, kOther}).value();
    county.when(orders::AnswerOrder{order, kOther, "已转移", {}}).value();
    EXPECT_EQ(find_resolution(county.rows(), resolution)->outcome, ResolutionOutcome::done);
    EXPECT_TRUE(county.prove().ok);
    EXPECT_TRUE(town.prove().ok);
}

TEST(the_level_above, sees_the_summary_without_people) {
    Station county(kCounty, "石狮市"), town;
    const auto id = town.in_progress();
    const auto resolution = town.resolved(id);
    town.when(ConcludeConsultation{id, "按议决落实"}).value();
    const auto& entry = *std::find_if(town.written().begin(), town.written().end(), [](const auto& each) {
        return each.kind == "consultation.concluded/1";
    });
    for (const auto& person : town.people) EXPECT_EQ(entry.body.find(person.text), std::string::npos);
    county.hear(town);
    auto seen = below_seen(county.rows(), World::real(), 10);
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen[0].node_name, "永宁镇");
    EXPECT_EQ(seen[0].summary.resolutions.size(), 1U);
    EXPECT_EQ(seen[0].closed, 0);
    const auto task = tasks::tasks_of(town.rows(), resolution.text)[0];
    town.when(tasks::ConfirmTask{{task.id}, {}, "", {}, {}, ""}, task.owner.text).value();
    county.hear(town);
    EXPECT_EQ(below_seen(county.rows(), World::real(), 10)[0].closed, 1);
    EXPECT_TRUE(county.prove().ok);
}

}  // namespace
}  // namespace anlan::consultation

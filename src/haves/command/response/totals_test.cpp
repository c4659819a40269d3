#include "response/totals.hpp"

#include "calls/queries.hpp"
#include "response/trial_town.inc"

namespace anlan::response {
namespace {

using warning::Colour;

const AreaCode kPrefecture{"350500000000"};

std::vector<Progress> seen_by(Town& node) {
    return progress(node.rows(), World::real(), node.writer().node(), node.now(), {});
}

/// A town with people at work, and its county, which has heard of it.
struct Work {
    Town prefecture{kPrefecture, "泉州市"}, county{kCounty, "石狮市"}, town;
    ResponseId id;
    Work() {
        town.staff();
        id = town.activate(warning::test::signal("A", Colour::red, town.now()));
        county.hear(town);
    }
    void answer_first() {
        for (const auto& call : calls::calls_of(town.rows(), id.text)) {
            if (call.state != "ringing") continue;
            ASSERT_TRUE(town.when(calls::AnswerCall{{call.id}, ""}, call.person.text));
            return;
        }
    }
};

TEST(a_town, tells_no_totals_since_its_county_reads_its_entries) {
    Work at;
    at.town.advance(kTotalsGather * 2);
    for (const auto& kind : at.town.kinds()) EXPECT_FALSE(kind.starts_with("totals.")) << kind;
}

TEST(a_prefecture, sees_a_countys_totals_a_minute_after_a_change_below_it) {
    Work at;
    at.prefecture.hear(at.county);
    EXPECT_FALSE(told_by(at.prefecture.rows(), kCounty, World::real())) << "changes are gathered";
    at.county.advance(kTotalsGather);
    at.prefecture.hear(at.county);
    const auto told = told_by(at.prefecture.rows(), kCounty, World::real());
    ASSERT_TRUE(told);
    EXPECT_EQ(told->calls_total, 4);
    EXPECT_EQ(told->calls_answered, 0);
    EXPECT_EQ(told->tasks_total, 5);
    EXPECT_EQ(told->units_responding, 1);
    at.answer_first();
    at.county.hear(at.town);
    at.county.advance(kTotalsGather);
    at.prefecture.hear(at.county);
    EXPECT_EQ(told_by(at.prefecture.rows(), kCounty, World::real())->calls_answered, 1);
    EXPECT_TRUE(at.county.prove().ok);
    EXPECT_TRUE(at.prefecture.prove().ok);
}

TEST(totals, are_told_once_for_many_changes_and_not_again_without_one) {
    Work at;
    for (int i = 0; i < 3; ++i) at.answer_first(), at.county.hear(at.town);
    at.county.advance(kTotalsGather);
    const auto told = [&] {
        return at.county.rows().value<std::int64_t>("SELECT COUNT(*) FROM journal WHERE kind = 'totals.told/1'");
    };
    EXPECT_EQ(told(), 1);
    at.county.advance(std::chrono::hours{1});
    EXPECT_EQ(told(), 1);
}

TEST(a_prefectures_page, shows_nothing_of_a_towns_own_entries) {
    Work at;
    at.county.advance(kTotalsGather);
    at.prefecture.hear(at.county);
    const auto calls = at.prefecture.rows().value<std::int64_t>("SELECT COUNT(*) FROM town_call");
    EXPECT_EQ(calls, 0);
    const auto units = seen_by(at.prefecture);
    ASSERT_EQ(units.size(), 1U);
    EXPECT_EQ(units.front().area, kCounty);
    EXPECT_EQ(units.front().calls_open, 4);
    EXPECT_EQ(units.front().units_responding, 1);
}

}  // namespace
}  // namespace anlan::response

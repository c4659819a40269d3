#include "calls/events.hpp"
#include "narrowband/samples_for_tests.hpp"
#include "narrowband/station_for_tests.hpp"
#include "orders/events.hpp"

namespace anlan::narrowband {
namespace {

using namespace narrow;
using test::TwoStations, test::Weather;

constexpr Weather kStorm{30, 20, 20};

/// Everything a cut-off town has to say.
void say_all(test::Station& town) {
    ASSERT_TRUE(town.when(ReportSituation{{"typhoon", 1, 1186, {}, 954, 320, 3, {}, 118.7, 24.69, "主干道积水"}}));
    ASSERT_TRUE(town.when(ReportCasualties{{"typhoon", 0, 2, {}, 5, {}, {}, {}, "海边渔排翻沉"}}));
    ASSERT_TRUE(town.when(CallForHelp{{{Need::rescue, Need::boats}, 23, 118.7012, 24.6934, "二楼被困"}}));
    calls::CallPlaced placed;
    placed.person = {"p-village"};
    placed.post_title = "村主任";
    placed.area = AreaCode{"350581106003"};
    placed.headline = "台风红色预警：立即组织转移";
    placed.colour = "red";
    placed.hazard = "typhoon";
    placed.level = 1;
    placed.ladder.resize(1);
    placed.due = town.now() + std::chrono::minutes{5};
    town.given("call-1", placed);
    calls::CallAnswered answered;
    answered.seconds = 92;
    town.given("call-1", answered);
}

struct in_any_storm : ::testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(of_three_seeds, in_any_storm, ::testing::Values(1, 2, 3));

TEST_P(in_any_storm, reports_calls_and_the_receipt_of_an_order_cross_and_nothing_crosses_twice) {
    TwoStations two(GetParam(), kStorm);
    ASSERT_TRUE(two.county.when(response::StartResponse{"", "", "typhoon_county", 2, "省防指要求"}));
    say_all(two.town);
    ASSERT_TRUE(two.until([&] {
        return two.county.heard_of(ToldKind::receipt) == 1 && two.county.heard().size() >= 6 &&
               two.town.waiting(response::kCounty) == 0 && two.county.waiting(response::kTown) == 0;
    }));
    for (const auto kind :
         {ToldKind::situation, ToldKind::casualties, ToldKind::help, ToldKind::call, ToldKind::call_answer})
        EXPECT_EQ(two.county.heard_of(kind), 1) << to_text(kind);
    EXPECT_EQ(two.county.heard().size(), 6U);
    EXPECT_EQ(two.town.heard_of(ToldKind::order), 1);
    EXPECT_EQ(response::open_responses(two.town.rows(), World::real()).size(), 1U) << "the order proposed the plan";
    EXPECT_GT(two.network.lost, 0);
    EXPECT_GT(two.network.doubled, 0);
    EXPECT_GT(two.network.late, 0);
    EXPECT_GT(two.town.courier->counts().repeated, 0);
    for (auto* station : {&two.county, &two.town}) {
        for (const auto& sent : told(station->rows(), "", 100)) {
            EXPECT_LE(sent.bytes, 140);
            EXPECT_EQ(sent.state, "confirmed");
        }
        EXPECT_TRUE(station->faults().empty()) << "what the network does to frames is no fault of anybody";
        EXPECT_TRUE(station->prove().ok);
    }
}

TEST(a_line_just_cut, lets_only_help_and_casualties_out_by_short_message) {
    TwoStations two(1, {});
    two.town.link.since = two.town.now();
    say_all(two.town);
    two.round();
    two.round();
    EXPECT_EQ(two.county.heard().size(), 2U);
    EXPECT_EQ(two.county.heard_of(ToldKind::help), 1);
    EXPECT_EQ(two.county.heard_of(ToldKind::casualties), 1);
    two.town.link.since = two.town.now() - std::chrono::minutes{11};
    EXPECT_TRUE(two.until([&] { return two.county.heard().size() == 5; }));
}

TEST(a_line_that_is_up, sends_no_short_message) {
    TwoStations two(1, {});
    two.town.link.up = true;
    say_all(two.town);
    two.round();
    two.round();
    EXPECT_EQ(two.network.carried, 0);
}

TEST(a_receipt_of_an_order_on_paper, crosses_like_any_other) {
    TwoStations two(4, kStorm);
    two.town.given("order-7", orders::OrderReceipted{response::kTown, "巡查海堤", "站长", false});
    two.town.given("order-8", orders::OrderReceipted{response::kTown, "代签", "站长", true});
    ASSERT_TRUE(two.until([&] { return two.town.waiting(response::kCounty) == 0 && !two.county.heard().empty(); }));
    ASSERT_EQ(two.county.heard().size(), 1U);
    EXPECT_EQ(two.county.heard()[0].body.at("order").to_number<std::uint32_t>(), mark_of("order-7"));
}

/// A frame as the town would make it, with this number.
std::string frame_of_town(std::int64_t number, Told told, std::string_view key = TwoStations::kKey) {
    return encode({response::kTown, response::kCounty, number, Fact{77, 5, test::kAt, 0, std::move(told)}}, key);
}

struct a_county : ::testing::Test {
    TwoStations two{1, {}};
    std::int64_t now = number_at(two.county.now());

    std::string refused_with(const std::string& bytes) {
        const auto before = two.county.heard().size();
        two.inject(two.county, bytes);
        two.county.courier->tick();
        EXPECT_EQ(two.county.heard().size(), before) << "what is refused is not shown as heard";
        const auto faults = two.county.faults();
        if (faults.empty()) return "";
        EXPECT_EQ(faults.back().neighbour.size(), 12U);
        EXPECT_FALSE(faults.back().zh.empty() || faults.back().en.empty());
        return faults.back().code;
    }
    void take(const std::string& bytes) {
        two.inject(two.county, bytes);
        two.county.courier->tick();
        ASSERT_EQ(two.county.courier->counts().taken, 1);
    }
};

TEST_F(a_county, writes_a_forged_frame_into_the_audit_list) {
    EXPECT_EQ(refused_with(frame_of_town(now, WordsTold{"假的"}, "fedcba9876543210")), "frame_forged");
    EXPECT_EQ(two.county.faults()[0].neighbour, response::kTown.text);
}

TEST_F(a_county, writes_a_flood_of_forged_frames_there_once) {
    for (int i = 0; i < 20; ++i) refused_with(frame_of_town(now + i, WordsTold{"假的"}, "fedcba9876543210"));
    EXPECT_EQ(two.county.faults().size(), 1U);
    EXPECT_EQ(two.county.courier->counts().refused, 20);
}

TEST_F(a_county, refuses_a_number_used_for_another_frame) {
    take(frame_of_town(now, WordsTold{"一"}));
    EXPECT_EQ(refused_with(frame_of_town(now, WordsTold{"二"})), "frame_stale");
}

TEST_F(a_county, refuses_a_recording_of_yesterday_even_of_a_frame_it_took) {
    const auto recorded = frame_of_town(now - kWindow - 10, WordsTold{"昨天"});
    take(recorded);
    two.inject(two.county, frame_of_town(now, WordsTold{"今天"}));
    two.county.courier->tick();
    EXPECT_EQ(refused_with(recorded), "frame_stale");
}

TEST_F(a_county, takes_the_same_frame_once_and_one_that_was_overtaken) {
    take(frame_of_town(now, WordsTold{"一"}));
    EXPECT_EQ(refused_with(frame_of_town(now, WordsTold{"一"})), "") << "a double is no fault";
    EXPECT_EQ(two.county.courier->counts().again, 1);
    const auto late =
        encode({response::kTown, response::kCounty, now - 60, Fact{76, 4, test::kAt, 0, WordsTold{"早"}}}, two.kKey);
    two.inject(two.county, late);
    two.county.courier->tick();
    EXPECT_EQ(two.county.heard().size(), 2U);
}

TEST_F(a_county, takes_no_order_from_below) {
    EXPECT_EQ(refused_with(frame_of_town(now, OrderTold{"x", OrderState::active, "typhoon", 1, ""})), "out_of_area");
}

TEST_F(a_county, takes_nothing_from_a_town_it_has_no_key_with) {
    const AreaCode other{"350581107000"};
    const auto bytes =
        encode({other, response::kCounty, now, Fact{1, 2, test::kAt, 0, WordsTold{"陌生"}}}, TwoStations::kKey);
    EXPECT_EQ(refused_with(bytes), "frame_stranger");
    EXPECT_EQ(two.county.faults()[0].neighbour, other.text);
}

TEST_F(a_county, passes_over_ordinary_messages_of_people) {
    EXPECT_EQ(refused_with("hello, who is this?"), "");
    EXPECT_EQ(refused_with(std::string(140, '\xff')), "");
    EXPECT_EQ(two.county.courier->counts().refused, 2);
}

}  // namespace
}  // namespace anlan::narrowband

#include "dispatch/county_for_tests.hpp"
#include "dispatch/propose.hpp"
#include "dispatch/queries.hpp"
#include "geo/distance.hpp"

namespace anlan::optimise {
const Solver& solver_for_tests();
}  // namespace anlan::optimise

namespace anlan::dispatch {
namespace {

struct a_dispatch : Supplies {
    SendProposal proposed(const DispatchId& id, bool below = false) {
        const auto row = dispatch_row(county.rows(), id).value();
        return propose(county.rows(), row, {kCounty, "石狮市"}, county.now(), below, optimise::solver_for_tests());
    }
};

TEST_F(a_dispatch, is_not_asked_for_without_a_reason_a_place_and_whole_things) {
    const auto code = [&](AskSupplies wish) { return wet.when(wish).error().code; };
    auto wish = asking(2);
    wish.title.clear();
    EXPECT_EQ(code(wish), "title_missing");
    wish = asking(2);
    wish.site.clear();
    EXPECT_EQ(code(wish), "site_missing");
    wish = asking(2);
    wish.area = kDry;
    EXPECT_EQ(code(wish), "not_yours");
    wish = asking(2);
    wish.needs.clear();
    EXPECT_EQ(code(wish), "nothing_needed");
    EXPECT_EQ(code(asking(0)), "quantity_invalid");
    EXPECT_EQ(code(asking(-1)), "quantity_invalid");
    wish = asking(2);
    wish.needs = {{"飞机", 1}};
    EXPECT_EQ(code(wish), "item_unknown");
    wish = asking(2);
    wish.needed_by = wet.now() - std::chrono::minutes{1};
    EXPECT_EQ(code(wish), "deadline_past");
}

TEST_F(a_dispatch, is_proposed_over_all_stores_and_leaves_each_town_its_minimum) {
    fill(county, county_store, "排水泵", 2);
    fill(dry, dry_store, "排水泵", 4);
    ASSERT_TRUE(dry.when(warehouse::SetMinimum{"排水泵", 3}));
    const auto id = asked(4);
    const auto proposal = proposed(id);
    EXPECT_TRUE(proposal.proven);
    std::map<std::string, std::int64_t> sent;
    for (const auto& each : proposal.sendings) sent[each.store] += each.quantity;
    EXPECT_EQ(sent[county_store], 2);
    EXPECT_EQ(sent[dry_store], 1) << "three must stay";
    ASSERT_EQ(proposal.missing.size(), 1U);
    EXPECT_EQ(proposal.missing[0].quantity, 1);
    EXPECT_TRUE(proposed(id, true).missing.empty());
}

TEST_F(a_dispatch, is_measured_along_the_roads_where_these_are_known) {
    fill(county, county_store, "排水泵", 4);
    fill(dry, dry_store, "排水泵", 4);
    const auto id = asked(4);
    const auto row = dispatch_row(county.rows(), id).value();
    const auto first = [&](const geo::Roads* roads) {
        return propose(
                   county.rows(), row, {kCounty, "石狮市"}, county.now(), false, optimise::solver_for_tests(), roads
        )
            .sendings.front();
    };
    EXPECT_EQ(first(nullptr).store, county_store) << "the nearer one on the map";
    // From the county's store the only road goes far round; from the other town's it goes straight.
    const geo::Roads roads(
        {{118.65, 24.73}, {118.40, 24.73}, {118.40, 24.68}, {118.70, 24.68}, {118.69, 24.79}},
        {{0, 1}, {1, 2}, {2, 3}, {4, 3}}
    );
    const auto made = first(&roads);
    EXPECT_EQ(made.store, dry_store);
    EXPECT_NEAR(made.km, geo::metres_between({118.69, 24.79}, {118.70, 24.68}) / 1000, 0.1) << "no detour is added";
}

TEST_F(a_dispatch, is_decided_only_with_what_is_there_and_above_the_minimum) {
    fill(county, county_store, "排水泵", 2);
    fill(dry, dry_store, "排水泵", 4);
    ASSERT_TRUE(dry.when(warehouse::SetMinimum{"排水泵", 3}));
    const auto id = asked(4);
    const auto code = [&](DecideDispatch wish) { return county.when(wish).error().code; };
    EXPECT_EQ(code(sending({"none"}, {})), "dispatch_unknown");
    EXPECT_EQ(code(sending(id, {})), "nothing_sent");
    EXPECT_EQ(code(sending(id, {{"nowhere", "排水泵", 1, ""}})), "store_unknown");
    EXPECT_EQ(code(sending(id, {{county_store, "沙袋", 1, ""}})), "item_not_needed");
    EXPECT_EQ(code(sending(id, {{county_store, "排水泵", 0, ""}})), "quantity_invalid");
    EXPECT_EQ(code(sending(id, {{county_store, "排水泵", 3, ""}})), "not_enough");
    EXPECT_EQ(code(sending(id, {{county_store, "排水泵", 2, ""}, {dry_store, "排水泵", 3, ""}})), "more_than_needed");
    auto wish = sending(id, {{dry_store, "排水泵", 2, ""}});
    EXPECT_EQ(code(wish), "minimum_broken");
    wish.below_minimum = true;
    EXPECT_EQ(code(wish), "reason_missing");
    wish.reason = "人员被困，市领导批准";
    ASSERT_TRUE(county.when(wish));
    EXPECT_EQ(code(wish), "already_decided");
}

TEST_F(a_dispatch, goes_from_another_towns_store_to_the_site_and_every_pump_is_accounted_for) {
    fill(dry, dry_store, "排水泵", 4);
    const auto id = asked(3);
    ASSERT_TRUE(county.when(sending(id, {{dry_store, "排水泵", 3, "蚶江镇抢险队"}})));
    talk();
    const auto tasks = tasks::tasks_of(dry.rows(), id.text);
    ASSERT_EQ(tasks.size(), 1U) << "the keeper of the other town has a task";
    EXPECT_EQ(dry.when(HandOverSupplies{id, wet_store, "", ""}).error().code, "store_not_sending");
    EXPECT_EQ(wet.when(ReceiptSupplies{id, dry_store, {}, "", ""}).error().code, "not_handed_over");
    ASSERT_TRUE(dry.when(HandOverSupplies{id, dry_store, "", ""}, tasks[0].owner.text));
    EXPECT_EQ(dry.when(HandOverSupplies{id, dry_store, "", ""}).error().code, "already_handed_over");
    EXPECT_EQ(pumps(dry, dry_store), 1);
    EXPECT_TRUE(tasks::tasks_of(dry.rows(), id.text)[0].done_at) << "handing over does the task";
    talk();
    EXPECT_EQ(pumps(county, dry_store), 1) << "the county sees the store as it is";
    EXPECT_EQ(county.when(CloseDispatch{id, "", 0}).error().code, "under_way");
    EXPECT_EQ(wet.when(ReceiptSupplies{id, dry_store, {{"排水泵", 4}}, "", ""}).error().code, "quantity_invalid");
    EXPECT_EQ(wet.when(ReceiptSupplies{id, dry_store, {{"沙袋", 1}}, "", ""}).error().code, "item_not_sent");
    EXPECT_EQ(wet.when(ReceiptSupplies{id, dry_store, {{"排水泵", 2}}, "", ""}).error().code, "note_missing");
    ASSERT_TRUE(wet.when(ReceiptSupplies{id, dry_store, {{"排水泵", 2}}, "一台途中损坏", ""}));
    EXPECT_EQ(wet.when(ReceiptSupplies{id, dry_store, {}, "", ""}).error().code, "already_receipted");
    talk();
    EXPECT_TRUE(leg_of(dry.rows(), *dispatch_row(dry.rows(), id), dry_store)->receipted_at)
        << "the sender hears that it arrived";
    EXPECT_EQ(legs_of(county.rows(), *dispatch_row(county.rows(), id))[0].arrived.at(0).quantity, 2);
    const auto slip = warehouse::slips_of_dispatch(dry.rows(), id.text).at(0);
    const auto batch = warehouse::slip_lines(dry.rows(), slip.id).at(0).batch;
    ASSERT_TRUE(dry.when(warehouse::ReturnStock{{slip.id}, {{{batch}, "", 2, 1, 0}}, false}));
    EXPECT_EQ(pumps(dry, dry_store), 3);
    EXPECT_EQ(county.when(CloseDispatch{id, "", -1}).error().code, "cost_invalid");
    ASSERT_TRUE(county.when(CloseDispatch{id, "泵车应常备在低洼镇", 120'000}));
    talk();
    EXPECT_TRUE(dispatch_row(wet.rows(), id)->closed_at);
    for (auto* node : {&county, &wet, &dry}) EXPECT_TRUE(node->prove().ok);
}

TEST_F(a_dispatch, promises_nothing_twice) {
    fill(county, county_store, "排水泵", 3);
    const auto first = asked(2), second = asked(2);
    ASSERT_TRUE(county.when(sending(first, {{county_store, "排水泵", 2, ""}})));
    EXPECT_EQ(county.when(sending(second, {{county_store, "排水泵", 2, ""}})).error().code, "not_enough");
    const auto proposal = proposed(second);
    ASSERT_EQ(proposal.sendings.size(), 1U);
    EXPECT_EQ(proposal.sendings[0].quantity, 1);
}

TEST_F(a_dispatch, of_a_drill_moves_nothing_real) {
    fill(county, county_store, "排水泵", 3);
    const auto drill = World::drill(DrillId{"d1"});
    const auto id = asked(2, drill);
    ASSERT_TRUE(county.when(sending(id, {{county_store, "排水泵", 2, ""}})));
    ASSERT_TRUE(county.when(HandOverSupplies{id, county_store, "", ""}));
    EXPECT_EQ(pumps(county, county_store), 3);
    EXPECT_EQ(pumps(county, county_store, drill), 1);
}

TEST_F(a_dispatch, may_be_decided_by_a_town_over_its_own_store) {
    fill(wet, wet_store, "排水泵", 2);
    const auto id = asked(1);
    ASSERT_TRUE(wet.when(sending(id, {{wet_store, "排水泵", 1, ""}})));
    ASSERT_TRUE(wet.when(HandOverSupplies{id, wet_store, "", ""}));
    ASSERT_TRUE(wet.when(ReceiptSupplies{id, wet_store, {}, "", ""}));
    talk();
    EXPECT_TRUE(dispatch_row(county.rows(), id)->decided_at);
    EXPECT_EQ(county.when(sending(id, {{county_store, "排水泵", 1, ""}})).error().code, "already_decided");
}

TEST_F(a_dispatch, and_slips_by_hand_say_what_a_response_took_and_what_to_buy_again) {
    fill(county, county_store, "排水泵", 4);
    fill(wet, wet_store, "排水泵", 2);
    ASSERT_TRUE(wet.when(warehouse::SetMinimum{"排水泵", 2}));
    auto wish = asking(3);
    wish.origin = "r1";
    const DispatchId id{wet.when(wish).value().subject};
    talk();
    ASSERT_TRUE(county.when(sending(id, {{county_store, "排水泵", 3, ""}})));
    ASSERT_TRUE(county.when(HandOverSupplies{id, county_store, "", ""}));
    talk();
    warehouse::IssueStock by_hand;
    by_hand.store = wet_store;
    by_hand.purpose = "内涝排水";
    by_hand.ordered_by = "值班领导";
    by_hand.receiver = "测试队";
    by_hand.origin = "r1";
    by_hand.wanted = {{{}, "排水泵", 1}};
    ASSERT_TRUE(wet.when(by_hand));
    ASSERT_TRUE(wet.when(ReceiptSupplies{id, county_store, {}, "", ""}));
    talk();
    const auto slip = warehouse::slips_of_dispatch(county.rows(), id.text).at(0);
    const auto batch = warehouse::slip_lines(county.rows(), slip.id).at(0).batch;
    ASSERT_TRUE(county.when(warehouse::ReturnStock{{slip.id}, {{{batch}, "", 1, 1, 0}}, true}));
    ASSERT_TRUE(county.when(CloseDispatch{id, "泵车应常备在低洼镇", 120'000}));
    talk();

    const auto above = spent_on(county.rows(), World::real(), "r1");
    ASSERT_EQ(above.items.size(), 1U);
    EXPECT_EQ(above.items[0].issued, 4) << "both stores' slips are in the county's books";
    EXPECT_EQ(above.items[0].returned, 2);
    EXPECT_EQ(above.items[0].used, 2);
    EXPECT_FALSE(above.elsewhere);
    EXPECT_EQ(above.cost_fen, 120'000);
    EXPECT_EQ(above.lessons, std::vector<std::string>{"泵车应常备在低洼镇"});

    const auto here = spent_on(wet.rows(), World::real(), "r1");
    ASSERT_EQ(here.items.size(), 1U);
    EXPECT_EQ(here.items[0].issued, 4);
    EXPECT_TRUE(here.elsewhere) << "what the county's store took back is not known here";
    EXPECT_EQ(here.items[0].short_of, 1) << "one pump is to be bought again";
    EXPECT_TRUE(spent_on(wet.rows(), World::real(), "").items.empty());
    EXPECT_TRUE(spent_on(wet.rows(), World::drill(DrillId{"d1"}), "r1").items.empty());
}

}  // namespace
}  // namespace anlan::dispatch

#include <rapidcheck/gtest.h>

#include "warehouse/town_for_tests.hpp"

namespace anlan::warehouse {
namespace {

struct Leg {
    std::string batch, store;
    std::int64_t sum = 0;
};
BOOST_DESCRIBE_STRUCT(Leg, (), (batch, store, sum))

/// Whatever keepers do in whatever order, in reality and in a drill.
struct Shift : StoreTown {
    Shift() {
        for (const auto* item : {"排水泵", "编织袋", "饮用水"})
            batches.push_back(take_in(item, 5, item == std::string("饮用水") ? "2024-01-01" : ""));
    }
    World world(int dice) const { return dice % 3 == 0 ? World::drill(DrillId{"d1"}) : World::real(); }
    const BatchId& batch(int dice) const { return batches[static_cast<std::size_t>(dice) % batches.size()]; }

    void act(int what, int dice, std::int64_t quantity) {
        const auto here = dice % 2 == 0 ? store : other;
        switch (what) {
            case 0: {
                auto wish = issuing({{batch(dice), "", quantity}});
                wish.store = here;
                const auto out = trial.when(wish, keeper, world(dice));
                if (out) slips.push_back(SlipId{out.value().subject});
                break;
            }
            case 1:
                static_cast<void>(trial.when(
                    TransferStock{here, here == store ? other : store, "", {{batch(dice), "", quantity}}},
                    keeper,
                    world(dice)
                ));
                break;
            case 2: {
                const auto asked =
                    trial.when(AskScrap{here, batch(dice), quantity, ScrapKind::damaged, "坏"}, keeper, world(dice));
                if (asked)
                    static_cast<void>(trial.when(DecideScrap{{asked.value().subject}, dice % 2 == 0, "可用"}, second));
                break;
            }
            case 3:
                if (!slips.empty())
                    static_cast<void>(trial.when(
                        ReturnStock{
                            slips[static_cast<std::size_t>(dice) % slips.size()],
                            {{batch(dice), "", quantity, dice % 2, 0}},
                            dice % 5 == 0},
                        keeper
                    ));
                break;
            default:
                static_cast<void>(trial.when(bringing(dice % 2 == 0 ? "排水泵" : "编织袋", quantity), keeper));
        }
    }

    std::vector<BatchId> batches;
    std::vector<SlipId> slips;
};

void stays_balanced(Shift& shift) {
    auto& rows = shift.trial.rows();
    for (const auto& each : shift.batches)
        for (const auto& world : {World::real(), World::drill(DrillId{"d1"})})
            for (const auto& store : {shift.store, shift.other}) {
                const auto balance = balance_of(rows, world, each.text, store);
                if (world == World::real()) RC_ASSERT(balance.usable >= 0);
                RC_ASSERT(balance.aside >= 0);
            }
    // The account is the sum of its movements, in each world.
    for (const auto* drill : {"", "d1"})
        for (const auto& leg : rows.select<Leg>(
                 "SELECT batch, store, CAST(SUM(delta) AS BIGINT) FROM stock_movement WHERE drill = :d GROUP BY batch, "
                 "store",
                 std::string(drill)
             ))
            RC_ASSERT(
                rows.value<std::int64_t>(
                    "SELECT usable FROM stock_balance WHERE batch = :b AND store = :s AND drill = :d",
                    leg.batch,
                    leg.store,
                    std::string(drill)
                ) == leg.sum
            );
    // What goes from store to store is neither more nor less there.
    RC_ASSERT(
        rows.value<std::int64_t>(
                "SELECT CAST(COALESCE(SUM(delta), 0) AS BIGINT) FROM stock_movement WHERE kind = 'transferred'"
        )
            .value_or(0) == 0
    );
}

RC_GTEST_PROP(the_books, never_go_below_zero_and_always_balance, ()) {
    Shift shift;
    const auto steps = *rc::gen::container<std::vector<std::tuple<int, int, int>>>(
        rc::gen::tuple(rc::gen::inRange(0, 5), rc::gen::inRange(0, 1'000), rc::gen::inRange(-1, 7))
    );
    for (const auto& [what, dice, quantity] : steps) shift.act(what, dice, quantity);
    stays_balanced(shift);
    RC_ASSERT(shift.trial.prove().ok);
}

}  // namespace
}  // namespace anlan::warehouse

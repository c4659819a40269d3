#include <rapidcheck.h>

#include <set>
#include <type_traits>

#include "broadcast/targets.hpp"
#include "broadcast/town_for_tests.hpp"

/// Drill and reality.
namespace anlan::broadcast {
namespace {

template <class Message, class Targets>
constexpr bool can_be_released = requires(
    const BroadcastId& id, const Message& message, const Targets& targets, const Release& release, Instant at
) { released(id, message, targets, release, at); };

// There is no way to write it down: an exercise with real targets, or the other way round.
static_assert(can_be_released<RealSheet, RealTargets> && can_be_released<DrillSheet, DrillTargets>);
static_assert(!can_be_released<DrillSheet, RealTargets> && !can_be_released<RealSheet, DrillTargets>);
// Nobody makes one of them by hand, and none turns into another.
static_assert(!std::is_constructible_v<RealSheet, BroadcastSheet> && !std::is_default_constructible_v<Release>);
static_assert(!std::is_constructible_v<Release, PersonId, std::string>);
static_assert(!std::is_convertible_v<DrillSheet, RealSheet> && !std::is_convertible_v<DrillTargets, RealTargets>);

TEST(in_a_drill, nothing_is_broadcast_but_an_exercise) {
    LoudTown town;
    EXPECT_EQ(town.refused(DraftBroadcast{sheet()}, kFirst, kDrill), "purpose_of_drill");
    EXPECT_EQ(town.refused(DraftBroadcast{sheet({kTown}, Purpose::daily)}, kFirst, kDrill), "purpose_of_drill");
    const auto id = town.released(sheet({kTown}, Purpose::drill), kDrill);
    EXPECT_EQ(town.kinds(), std::vector<std::string>{"broadcast.drill_released"});
    EXPECT_EQ(town.addressed(id), std::vector<TerminalId>{town.square});
    auto emergency = sheet();
    const auto second = town.draft(sheet({kTown}, Purpose::drill), kDrill);
    EXPECT_EQ(town.refused(ReviseDraft{second, emergency}), "purpose_of_drill");
    EXPECT_TRUE(town.prove().ok);
}

TEST(an_exercise, says_at_both_ends_that_it_is_one) {
    LoudTown town;
    const auto id = town.released(sheet({kTown}, Purpose::drill));
    const auto words = town.facts(id).words;
    EXPECT_TRUE(words.starts_with("演练")) << words;
    EXPECT_NE(words.find("不是真的"), std::string::npos);
    EXPECT_EQ(town.addressed(id), std::vector<TerminalId>{town.square});
    EXPECT_EQ(town.facts(town.released()).words, sheet().text);
}

TEST(an_exercise, for_a_zone_without_terminals_for_drills_is_refused) {
    LoudTown town;
    const auto id = town.draft(sheet({kNext}, Purpose::drill));
    EXPECT_EQ(town.refused(ReleaseBroadcast{id, 1, {}}, kSecond), "no_drill_terminals");
}

TEST(a_loudspeaker, is_registered_in_reality_only) {
    LoudTown town;
    EXPECT_EQ(
        town.refused(RegisterTerminal{{"甲", kVillage, TerminalKind::horn, "H-1", 80, true, {}, {}}}, kFirst, kDrill),
        "only_real"
    );
}

/// What a terminal is released to is decided by the mark of the terminal at that moment, whoever asks in whatever world.
TEST(any_presses, leave_two_people_behind_each_release_and_no_exercise_at_an_unmarked_terminal) {
    rc::check([] {
        LoudTown town;
        const std::vector<std::string> people{kFirst, kSecond, "p-third", "system:announcing"};
        std::vector<BroadcastId> ids;
        const auto acts = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1000));
        for (const auto act : acts) {
            const auto& who = people[static_cast<std::size_t>(act) % people.size()];
            const auto world = act % 3 == 0 ? kDrill : World::real();
            const auto purpose = static_cast<Purpose>(act / 4 % 3);
            const auto& zone = act % 5 == 0 ? kNext : act % 5 == 1 ? kVillage : kTown;
            const auto pick = ids.empty() ? BroadcastId{"none"} : ids[static_cast<std::size_t>(act) % ids.size()];
            switch (act / 100) {
                case 0:
                case 1:
                case 2: {
                    const auto made = town.when(DraftBroadcast{sheet({zone}, purpose)}, who, world);
                    if (made) ids.push_back({made.value().subject});
                    break;
                }
                case 3:
                    (void)town.when(ReviseDraft{pick, sheet({zone}, purpose)}, who, world);
                    break;
                case 4:
                case 5:
                case 6:
                    (void)town.when(ReleaseBroadcast{pick, 1 + act % 2, {}}, who, world);
                    break;
                case 7:
                    (void)town.when(BeginBroadcast{pick}, kAir, world);
                    break;
                case 8:
                    (void)town.when(StopBroadcast{pick, ""}, who, world);
                    break;
                default:
                    town.advance(std::chrono::minutes{act % 60});
            }
        }
        for (const auto& id : ids) {
            const auto facts = town.facts(id);
            RC_ASSERT(facts.exercise() || facts.drill.empty());
            if (!facts.released_at) continue;
            RC_ASSERT(facts.released_by != facts.drafted_by);
            RC_ASSERT(!facts.released_by.text.starts_with("system:"));
            const auto to = town.addressed(id);
            if (facts.exercise()) RC_ASSERT(to == std::vector<TerminalId>{town.square});
            if (!facts.ended()) continue;
            for (const auto& part : parts_of(town.rows(), id)) RC_ASSERT(part.outcome.has_value());
        }
        RC_ASSERT(town.prove().ok);
    });
}

}  // namespace
}  // namespace anlan::broadcast

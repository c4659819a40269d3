#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

#include "calls/test_village.inc"

/// What holds for every call, whatever people, officers and clocks do to it.
namespace anlan::calls {
namespace {

using std::chrono::minutes;
using test::Village;

/// One thing that happens to a call; `choice` picks the person, the rung or the minutes.
struct Act {
    int kind = 0, choice = 0;
};

void perform(Village& village, const CallId& call, const Act& act, const World& drill) {
    auto& trial = village.trial;
    const PersonId anyone[]{village.head, village.deputy, village.helper, village.leader, {"p-stranger"}};
    const auto& who = anyone[act.choice % 5];
    switch (act.kind) {
        case 0:
            trial.advance(minutes{act.choice % 40});
            break;
        case 1:
            (void)trial.when(AnswerCall{call, ""}, who.text);
            break;
        case 2:
            (void)trial.when(RecordAnswer{call, who, AnswerChannel::telephone, ""});
            break;
        case 3:
            (void)trial.when(GiveUpOnPerson{call, "停机", ""});
            break;
        case 4:
            (void
            )trial.when(RecordKnock{call, {act.choice % 2 == 0 ? "h1" : "h2"}, KnockOutcome::informed, ""}, who.text);
            break;
        case 5:
            trial.set_clock(trial.now() - minutes{act.choice * 2});
            break;
        case 6:
            (void)trial.when(EscalateCall{call}, "system:calls.escalate");
            break;
        case 7:
            (void)trial.when(village.to_head({HouseholdId{"h1"}}), "p", drill);
            break;
        default:
            if (act.choice == 0) (void)trial.when(CloseCalls{"r1", "结束"}, "p", drill);
    }
}

void ladder_is_sound(const CallRow& call) {
    std::set<PersonId> rung{call.ladder.front().person};
    RC_ASSERT(call.ladder.front().role == RungRole::primary && call.ladder.front().person == call.person);
    for (std::size_t i = 1; i < call.ladder.size(); ++i) {
        const auto& one = call.ladder[i];
        RC_ASSERT(one.limit_seconds > 0);
        if (one.role == RungRole::repeat)
            RC_ASSERT(one.person == call.person);
        else
            RC_ASSERT(rung.insert(one.person).second);
        if (one.role == RungRole::door_knock) RC_ASSERT(i + 1 == call.ladder.size());
    }
}

void call_is_sound(Village& village, const CallRow& call) {
    const auto rungs = rung_rows(village.trial.rows(), call.id);
    const auto ringing =
        std::count_if(rungs.begin(), rungs.end(), [](const RungRow& rung) { return rung.outcome == "ringing"; });
    const bool watched = village.watched({call.id});
    RC_ASSERT(call.stage >= 0 && call.stage < static_cast<std::int64_t>(call.ladder.size()));
    RC_ASSERT(call.turn == call.ladder[static_cast<std::size_t>(call.stage)].person);
    RC_ASSERT(watched == (call.open() && call.exhausted == 0));
    RC_ASSERT(ringing == (watched ? 1 : 0));
    RC_ASSERT(!call.seconds || *call.seconds >= 0);
    RC_ASSERT(call.answered_at.has_value() == (call.state == CallState::answered));
    RC_ASSERT(call.escalations + 1 == static_cast<std::int64_t>(rungs.size()));
}

/// The first name stands and nothing comes back to life.
void goes_forward(const CallRow& before, const CallRow& now) {
    RC_ASSERT(now.stage >= before.stage);
    RC_ASSERT(now.exhausted >= before.exhausted);
    if (before.open()) return;
    RC_ASSERT(now.state == before.state && now.answered_by == before.answered_by && now.seconds == before.seconds);
    RC_ASSERT(now.stage == before.stage);
}

TEST(any_call, is_answered_closed_told_to_the_desk_or_watched_by_a_deadline) {
    EXPECT_TRUE(rc::check([] {
        Village village;
        const auto drill = *rc::gen::arbitrary<bool>() ? World::drill({"d1"}) : World::real();
        const auto doors =
            *rc::gen::arbitrary<bool>() ? std::vector<HouseholdId>{{"h1"}, {"h2"}} : std::vector<HouseholdId>{};
        const CallId call{village.trial.when(village.to_head(doors), "p", drill).value().subject};
        const auto acts = *rc::gen::container<std::vector<std::pair<int, int>>>(rc::gen::pair(
            rc::gen::weightedElement<int>({{9, 0}, {1, 1}, {1, 2}, {3, 3}, {4, 4}, {2, 5}, {3, 6}, {1, 7}, {1, 8}}),
            rc::gen::inRange(0, 60)
        ));
        auto before = village.row(call);
        ladder_is_sound(before);
        for (const auto& [kind, choice] : acts) {
            perform(village, call, {kind, choice}, drill);
            const auto now = village.row(call);
            call_is_sound(village, now);
            goes_forward(before, now);
            RC_ASSERT(now.drill == drill.text());
            before = now;
        }
        RC_ASSERT(village.trial.prove().ok);
    }));
}

TEST(any_ladder, ends_within_its_own_limits_when_nobody_answers) {
    EXPECT_TRUE(rc::check([] {
        Village village;
        const auto colour = *rc::gen::element<std::string>("red", "orange", "yellow", "blue", "none", "");
        auto wish = village.to_head({HouseholdId{"h1"}});
        wish.colour = colour;
        const auto call = CallId{village.trial.when(wish).value().subject};
        std::int64_t whole_seconds = 0;
        for (const auto& rung : village.row(call).ladder) whole_seconds += rung.limit_seconds;
        const auto until = village.row(call).placed_at + std::chrono::seconds{whole_seconds};
        while (village.trial.now() < until) village.trial.advance(minutes{*rc::gen::inRange(1, 50)});
        RC_ASSERT(village.row(call).exhausted == 1);
        RC_ASSERT(village.row(call).open());
    }));
}

}  // namespace
}  // namespace anlan::calls

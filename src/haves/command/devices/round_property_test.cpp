#include <rapidcheck.h>

#include "devices/town_for_tests.hpp"

/// What holds for every round, whatever officers and clocks do to it.
namespace anlan::devices {
namespace {

using std::chrono::minutes;

/// One thing that happens; `choice` picks the device or the minutes.
void perform(Town& town, const RoundId& round, const std::vector<DeviceId>& all, int kind, int choice) {
    const auto& device = all[static_cast<std::size_t>(choice) % all.size()];
    switch (kind) {
        case 0:
            (void)town.when(NoteCheck{round, device, CheckOutcome::answered, 3, "", ""});
            break;
        case 1:
            (void)town.when(NoteCheck{round, device, CheckOutcome::no_answer, 0, "", ""});
            break;
        case 2:
            (void)town.when(NoteCheck{round, device, CheckOutcome::fault, 0, "", "不响"});
            break;
        case 3:
            (void)town.when(RetireDevice{device, "报废"});
            break;
        case 4:
            (void)town.when(CloseRound{round});
            break;
        case 5:
            (void)town.when(OpenRound{});
            break;
        default:
            town.advance(minutes{choice});
    }
}

TEST(any_round, ends_with_every_device_answered_silent_faulty_or_missed_and_tells_those_counts) {
    EXPECT_TRUE(rc::check([] {
        Town town;
        std::vector<DeviceId> all;
        for (int i = *rc::gen::inRange(1, 6); i > 0; --i)
            all.push_back(town.enrol(DeviceKind::radio, "DJ-" + std::to_string(i)));
        const RoundId round{town.when(OpenRound{}).value().subject};
        const auto acts = *rc::gen::container<std::vector<std::pair<int, int>>>(
            rc::gen::pair(rc::gen::inRange(0, 7), rc::gen::inRange(0, 30))
        );
        for (const auto& [kind, choice] : acts) perform(town, round, all, kind, choice);
        town.advance(minutes{60});
        const auto ended = find_round(town.rows(), round).value();
        RC_ASSERT(ended.closed_at.has_value());
        std::int64_t noted = 0, missed = 0;
        for (const auto& part : parts_of(town.rows(), round)) {
            RC_ASSERT(part.outcome.has_value());
            ++(*part.outcome == CheckOutcome::missed ? missed : noted);
        }
        RC_ASSERT(ended.answered + ended.unanswered + ended.faulty == noted);
        RC_ASSERT(ended.left == missed);
        RC_ASSERT(noted + missed == ended.asked);
        RC_ASSERT(town.prove().ok);
    }));
}

}  // namespace
}  // namespace anlan::devices

#include <rapidcheck/gtest.h>

#include "devices/town_for_tests.hpp"

namespace anlan::devices {
namespace {

/// Whatever is pressed in whatever order, a round ends, and every device of it is answered, not answered, faulty or
/// missed; the counts told are those of its parts.
RC_GTEST_PROP(every_round, ends_with_every_device_accounted_for, ()) {
    Town town;
    std::vector<DeviceId> all;
    const auto count = *rc::gen::inRange(1, 6);
    for (int i = 0; i < count; ++i) all.push_back(town.enrol(DeviceKind::radio, "DJ-" + std::to_string(i)));
    const RoundId round{town.when(OpenRound{}).value().subject};
    for (int press = *rc::gen::inRange(0, 12); press > 0; --press) {
        const auto& device = all[static_cast<std::size_t>(*rc::gen::inRange(0, count))];
        switch (*rc::gen::inRange(0, 6)) {
            case 0:
                town.refused(NoteCheck{round, device, CheckOutcome::answered, 3, "", ""});
                break;
            case 1:
                town.refused(NoteCheck{round, device, CheckOutcome::no_answer, 0, "", ""});
                break;
            case 2:
                town.refused(NoteCheck{round, device, CheckOutcome::fault, 0, "", "不响"});
                break;
            case 3:
                town.refused(RetireDevice{device, "报废"});
                break;
            case 4:
                town.refused(CloseRound{round});
                break;
            default:
                town.advance(std::chrono::minutes{*rc::gen::inRange(1, 25)});
        }
    }
    town.advance(std::chrono::hours{1});
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
}

}  // namespace
}  // namespace anlan::devices

#include <fmt/format.h>

#include <algorithm>

#include "devices/commands.hpp"
#include "devices/judge.hpp"
#include "devices/project.hpp"
#include "devices/rules.hpp"
#include "policy/queries.hpp"

namespace anlan::devices {

namespace {

constexpr std::int64_t kMostSeconds = 3'600;

Result<RoundFacts> running(const RoundId& id, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    auto round = find_round(desk.views, id);
    if (!round)
        return refuse("round_unknown", "round", "没有这一轮点名，请刷新", "there is no such round; reload the page");
    if (round->closed_at)
        return refuse(
            "already_closed",
            "round",
            "这一轮已结束；要补点请在设备卡片上“再试一次”",
            "this round has ended; try the device again from its card"
        );
    return std::move(*round);
}

/// The telephones first: they are what is left when all else fails.
std::vector<DeviceId> those_asked(const Desk& desk) {
    auto all = devices(desk.views);
    std::erase_if(all, [](const DeviceFacts& each) { return !each.in_rounds; });
    std::ranges::stable_sort(all, {}, &DeviceFacts::kind);
    std::vector<DeviceId> ids;
    for (const auto& each : all) ids.push_back(each.id);
    return ids;
}

journal::Event opening(const Desk& desk, bool daily, std::vector<DeviceId> asked) {
    const auto lasting = policy::seconds(desk.views, "device.round.lasting").count();
    return journal::event(desk.new_id(), RoundOpened{daily, lasting, std::move(asked)});
}

/// Everything not reached is missed, and what the station has is counted as it then stands.
journal::Event closing(const RoundFacts& round, const Desk& desk) {
    RoundClosed closed;
    for (const auto& part : parts_of(desk.views, round.id))
        if (!part.outcome) closed.missed.push_back(part.device);
    auto all = devices(desk.views);
    for (auto& device : all)
        if (std::ranges::find(closed.missed, device.id) != closed.missed.end())
            device.last_outcome = CheckOutcome::missed;
    const auto sum = trouble_of(all, desk.views, desk.now);
    closed.devices = sum.devices, closed.attention = sum.attention, closed.urgent = sum.urgent;
    closed.satellite_phones = count_of(desk.views, DeviceKind::satellite_phone);
    closed.asked = round.asked, closed.answered = round.answered, closed.unanswered = round.unanswered;
    closed.faulty = round.faulty, closed.left = static_cast<std::int64_t>(closed.missed.size());
    return journal::event(round.id.text, std::move(closed));
}

}  // namespace

Result<Decision> decide(const OpenRound&, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    if (open_round(desk.views))
        return refuse(
            "already_open", "", "有一轮点名正在进行，请先点完", "a round is open already; finish that one first"
        );
    auto asked = those_asked(desk);
    if (asked.empty())
        return refuse(
            "no_devices",
            "",
            "没有参加点名的设备，请先登记设备",
            "no device takes part in comm checks; register one first"
        );
    return journal::decided(opening(desk, false, std::move(asked)));
}

Result<Decision> decide(const OpenDailyRound&, const Desk& desk) {
    Decision decision;
    decision.subject = kDaily;
    auto asked = those_asked(desk);
    if (!asked.empty() && !open_round(desk.views)) {
        decision.events.push_back(opening(desk, true, std::move(asked)));
        decision.subject = decision.events.back().subject;
    }
    decision.events.push_back(journal::event(kDaily, DailyRoundSet{next_daily(desk.views, desk.now)}));
    return decision;
}

Result<Decision> decide(const NoteCheck& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto device, own_device(wish.device, desk));
    if (!wish.round.empty()) {
        BOOST_OUTCOME_TRY(const auto round, running(wish.round, desk));
        const auto parts = parts_of(desk.views, round.id);
        if (std::ranges::find(parts, device.id, &PartFacts::device) == parts.end())
            return refuse(
                "not_in_round",
                "device",
                "这台设备不在这一轮里；请在设备卡片上“再试一次”",
                "this device is not in this round; try it from its card"
            );
    }
    if (wish.outcome == CheckOutcome::missed)
        return refuse("outcome_invalid", "outcome", "请选择应答、无应答或故障", "choose answered, no answer or fault");
    if (wish.seconds < 0 || wish.seconds > kMostSeconds)
        return refuse("seconds_invalid", "seconds", "应答用时请填 0 到 3600 秒", "between 0 and 3,600 seconds");
    if (wish.outcome == CheckOutcome::fault && wish.note.empty())
        return refuse("note_missing", "note", "请写明是什么故障", "say what is wrong with it");
    BOOST_OUTCOME_TRYV(check_words(wish.note, "note"));
    BOOST_OUTCOME_TRYV(check_words(wish.counterpart, "counterpart"));
    return journal::decided(journal::event(
        device.id.text, DeviceChecked{wish.round, wish.outcome, wish.seconds, wish.counterpart, wish.note}
    ));
}

Result<Decision> decide(const CloseRound& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(const auto round, running(wish.round, desk));
    if (round.left > 0)
        return refuse(
            "round_unfinished",
            "round",
            fmt::format("还有 {} 台没有点到，请点完；到时限会自动结束并记为未点到", round.left),
            fmt::format(
                "{} are not noted yet; note them, or wait: at its limit the round ends and they are missed", round.left
            )
        );
    return journal::decided(closing(round, desk));
}

Result<Decision> decide(const EndRound& wish, const Desk& desk) {
    const auto round = find_round(desk.views, wish.round);
    if (!round || round->closed_at) return Decision{{}, wish.round.text, {}};
    return journal::decided(closing(*round, desk));
}

}  // namespace anlan::devices

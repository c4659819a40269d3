#include "broadcast/commands.hpp"
#include "organisation/queries.hpp"
#include "platforms/commands.hpp"
#include "platforms/queries.hpp"

namespace anlan::platforms {

namespace {

constexpr std::chrono::hours kToldAgain{1};

MessageTaken about(const TakeMessage& wish, Taking taking, std::string zh, std::string en) {
    return {wish.platform, wish.platform_name, wish.message, wish.title, taking, {}, std::move(zh), std::move(en)};
}

/// The message as an answer to the platform, whatever came of it.
Decision with(const TakeMessage& wish, MessageTaken taken, journal::Events events = {}) {
    json::object answer{{"taking", to_text(taken.taking)}, {"zh", taken.zh}, {"en", taken.en}};
    auto subject = taken.broadcast.text;
    events.push_back(journal::event(wish.package, taken));
    Decision made{std::move(events), std::move(subject), {}};
    made.answer = std::move(answer);
    return made;
}

Decision turned_down(const TakeMessage& wish, std::string zh, std::string en) {
    return with(wish, about(wish, Taking::turned_down, std::move(zh), std::move(en)));
}

/// Places of this station among those named: all of it when the platform named what it is part of.
std::vector<AreaCode> zones_here(const std::vector<AreaCode>& areas, const Desk& desk) {
    std::vector<AreaCode> zones;
    for (const auto& area : areas) {
        if (area.contains(desk.node.area)) return {desk.node.area};
        if (desk.node.area.contains(area) && organisation::area_facts(desk.views, area)) zones.push_back(area);
    }
    return zones;
}

broadcast::BroadcastSheet sheet_of(const TakeMessage& wish, std::vector<AreaCode> zones) {
    broadcast::BroadcastSheet sheet;
    sheet.severity = wish.severity == 0 ? 2 : wish.severity;  // none given: as an officer's own draft begins
    sheet.title = wish.title;
    sheet.text = wish.text;
    sheet.zones = std::move(zones);
    return sheet;
}

Result<Decision> draft(const TakeMessage& wish, const Desk& desk) {
    if (wish.until <= desk.now) return turned_down(wish, "已过结束时间，未播发", "its time is over; not sounded");
    auto zones = zones_here(wish.areas, desk);
    if (zones.empty()) return turned_down(wish, "所列区域不在本站辖区", "none of its areas belongs to this station");
    auto drafted =
        broadcast::decide(broadcast::DraftFromPlatform{sheet_of(wish, std::move(zones)), wish.platform_name}, desk);
    if (!drafted) return turned_down(wish, drafted.error().zh, drafted.error().en);
    auto taken = about(
        wish,
        Taking::drafted,
        wish.sounds == 0 ? "已收，待本站审核播发" : "已收，待本站审核播发；随附声音未采用，由本站语音播出",
        wish.sounds == 0
            ? "taken; waits for this station's release"
            : "taken; waits for this station's release, spoken by its own voice without the sound that came along"
    );
    taken.broadcast = {drafted.value().subject};
    return with(wish, std::move(taken), std::move(drafted.value().events));
}

Result<Decision> take_back(const TakeMessage& wish, const Desk& desk) {
    const auto before = drafted_from(desk.views, wish.platform, wish.related);
    if (!before)
        return turned_down(
            wish, "本站没有这条消息，无需取消", "this station has no such message; nothing to take back"
        );
    BOOST_OUTCOME_TRY(
        auto stopped,
        broadcast::decide(broadcast::StopBroadcast{before->broadcast, wish.platform_name + "已取消"}, desk)
    );
    auto taken = about(wish, Taking::taken_back, "已取消", "taken back");
    taken.broadcast = before->broadcast;
    if (taken.title.empty()) taken.title = before->title;
    return with(wish, std::move(taken), std::move(stopped.events));
}

}  // namespace

Result<Decision> decide(const TakeMessage& wish, const Desk& desk) {
    if (const auto before = find_package(desk.views, wish.package)) {
        Decision same{{}, before->broadcast.text, {}};
        same.answer = {{"taking", to_text(before->taking)}, {"zh", before->zh}, {"en", before->en}};
        return same;
    }
    if (wish.message.empty()) {  // a heartbeat stays out of the journal
        Decision heard;
        heard.answer = {{"taking", to_text(Taking::noted)}, {"zh", ""}, {"en", ""}};
        return heard;
    }
    switch (wish.kind) {
        case MessageKind::actual:
            return draft(wish, desk);
        case MessageKind::cancel:
            return take_back(wish, desk);
        case MessageKind::platform_drill:
            return with(
                wish,
                about(wish, Taking::noted, "平台演练消息已收，未播发", "rehearsal of platforms noted, not sounded")
            );
        case MessageKind::sounding_drill:
            break;
    }
    return turned_down(
        wish, "播出演练请由本站按演练方案发起", "a rehearsal that sounds is begun by this station, within an exercise"
    );
}

Result<Decision> decide(const NoteSent& wish, const Desk& desk) {
    if (find_sent(desk.views, wish.broadcast, wish.platform, wish.said)) return Decision{{}, wish.broadcast.text, {}};
    return journal::decided(
        journal::event(wish.broadcast.text, MessageSent{wish.platform, wish.package, wish.said, wish.taken, wish.words})
    );
}

Result<Decision> decide(const NoteReached& wish, const Desk& desk) {
    const auto before = find_platform(desk.views, wish.platform);
    const bool same = before && before->up == wish.up && before->name == wish.name && before->en == wish.en;
    if (same) return Decision{{}, wish.platform, {}};
    return journal::decided(journal::event(wish.platform, PlatformReached{wish.name, wish.up, wish.zh, wish.en}));
}

Result<Decision> decide(const NoteRefused& wish, const Desk& desk) {
    const auto before = find_refusal(desk.views, wish.platform, wish.code);
    Decision made;
    if (!before || desk.now - before->at >= kToldAgain)
        made = journal::decided(journal::event(wish.platform, PackageRefused{wish.code, wish.zh, wish.en}));
    made.answer = {{"code", wish.code}, {"zh", wish.zh}, {"en", wish.en}};
    return made;
}

}  // namespace anlan::platforms

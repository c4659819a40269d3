#include "base/attachment_id.hpp"
#include "broadcast/commands.hpp"
#include "broadcast/patterns.hpp"
#include "broadcast/rules.hpp"
#include "broadcast/targets.hpp"
#include "broadcast/words.hpp"
#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::broadcast {

namespace {

constexpr std::int64_t kLongestTitle = 60, kMostRepeats = 10;

Result<void> check_said(const BroadcastSheet& sheet, const Desk& desk) {
    if (sheet.title.empty()) return refuse("title_missing", "sheet.title", "请写标题", "give it a title");
    BOOST_OUTCOME_TRYV(check_words(sheet.title, "sheet.title", kLongestTitle));
    if (sheet.text.find_first_not_of(" \n") == std::string::npos)
        return refuse("text_missing", "sheet.text", "请写要播的话", "write what is to be said");
    const auto most = static_cast<std::int64_t>(policy::number(desk.views, "broadcast.text_limit"));
    BOOST_OUTCOME_TRYV(check_words(sheet.text, "sheet.text", most));
    if (!sheet.recording.empty() && !is_attachment_id(sheet.recording))
        return refuse("recording_invalid", "sheet.recording", "录音文件不对，请重新上传", "send the recording again");
    if (sheet.pattern.empty() || find_pattern(sheet.pattern) != nullptr) return done();
    return refuse("pattern_unknown", "sheet.pattern", "没有这个模板", "there is no such template");
}

Result<void> check_numbers(const BroadcastSheet& sheet) {
    if (sheet.severity < 1 || sheet.severity > 4)
        return refuse("severity_invalid", "sheet.severity", "级别应为 1 到 4 级", "the severity is 1 to 4");
    if (sheet.repeats < 1 || sheet.repeats > kMostRepeats)
        return refuse("repeats_invalid", "sheet.repeats", "播放遍数应为 1 到 10 遍", "it is played 1 to 10 times");
    return done();
}

Result<void> check_zones(const BroadcastSheet& sheet, const Desk& desk) {
    if (sheet.zones.empty())
        return refuse("zones_missing", "sheet.zones", "请选择播放区域", "choose where it is to be heard");
    for (const auto& zone : sheet.zones)
        if (!desk.node.area.contains(zone) || !organisation::area_facts(desk.views, zone))
            return refuse("area_outside", "sheet.zones", "区域不在本辖区内：" + zone.text, "not of this station: " + zone.text);
    return done();
}

Result<void> check_sheet(const BroadcastSheet& sheet, const Desk& desk) {
    BOOST_OUTCOME_TRYV(check_zones(sheet, desk));
    BOOST_OUTCOME_TRYV(check_said(sheet, desk));
    BOOST_OUTCOME_TRYV(check_numbers(sheet));
    BOOST_OUTCOME_TRYV(Nature::of(desk.world, sheet));
    return done();
}

}  // namespace

Result<Decision> decide(const DraftBroadcast& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(check_person(desk.person()));
    BOOST_OUTCOME_TRYV(check_sheet(wish.sheet, desk));
    return journal::decided(journal::event(desk.new_id(), BroadcastDrafted{wish.sheet, desk.person()}));
}

Result<Decision> decide(const DraftFromPlatform& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(only_in_reality(desk));
    BOOST_OUTCOME_TRYV(check_sheet(wish.sheet, desk));
    return journal::decided(journal::event(desk.new_id(), BroadcastDrafted{wish.sheet, PersonId{wish.platform}}));
}

Result<Decision> decide(const ReviseDraft& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(check_person(desk.person()));
    BOOST_OUTCOME_TRY(const auto draft, own_draft(desk, wish.broadcast));
    BOOST_OUTCOME_TRYV(check_sheet(wish.sheet, desk));
    return journal::decided(
        journal::event(draft.id.text, BroadcastRevised{wish.sheet, desk.person(), draft.revision + 1})
    );
}

std::optional<World> world_of(const ReviseDraft& wish, store::Rows& rows) {
    return world_of_broadcast(rows, wish.broadcast);
}

}  // namespace anlan::broadcast

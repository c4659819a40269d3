#include <algorithm>
#include <set>

#include "duty/log_commands.hpp"
#include "duty/log_queries.hpp"
#include "policy/queries.hpp"

namespace anlan::duty {

namespace {

constexpr std::size_t kLongest = 6'000;  ///< bytes: 2,000 Chinese characters

Result<void> check_list(const std::vector<Checked>& checks) {
    std::set<CheckKey> seen;
    for (const auto& each : checks) {
        seen.insert(each.key);
        if (!each.fine && each.words.empty())
            return refuse("check_words_missing", "checks", "不正常的项目请写明情况", "say what is wrong with it");
    }
    constexpr std::size_t kKeys = boost::mp11::mp_size<boost::describe::describe_enumerators<CheckKey>>::value;
    if (seen.size() == kKeys && checks.size() == kKeys) return done();
    return refuse("check_missing", "checks", "请逐项核对后再交班", "answer every item of the checklist, each once");
}

PersonId of_post(const std::vector<OnDuty>& there, DutyPost post) {
    const auto found = std::find_if(there.begin(), there.end(), [&](const OnDuty& on) { return on.duty.post == post; });
    return found == there.end() ? PersonId{} : found->duty.person;
}

}  // namespace

Result<Decision> decide(const NoteLine& wish, const Desk& desk) {
    if (wish.text.empty()) return refuse("text_missing", "text", "请写明内容", "write what it is about");
    const LogNoted noted{wish.line, wish.source.value_or(""), wish.text, wish.to_do.value_or("")};
    if (noted.text.size() + noted.source.size() + noted.to_do.size() > kLongest)
        return refuse("too_long", "text", "请不超过 2000 字", "keep it under 2000 characters");
    return journal::decided(journal::event(desk.new_id(), noted));
}

std::optional<World> world_of(const SettleNote& wish, store::Rows& rows) {
    const auto note = find_note(rows, wish.note);
    if (!note) return std::nullopt;
    return World::stored(note->drill);
}

Result<Decision> decide(const SettleNote& wish, const Desk& desk) {
    const auto note = find_note(desk.views, wish.note);
    if (!note) return refuse("note_unknown", "note", "没有这条记录", "there is no such line");
    if (note->settled_at) return Decision{{}, wish.note.text, {}};
    if (wish.result.empty()) return refuse("result_missing", "result", "请写明办理结果", "say what came of it");
    return journal::decided(journal::event(wish.note.text, LogSettled{wish.result}));
}

Result<Decision> decide(const OfferHandover& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(check_list(wish.checks));
    const auto last = find_handovers(desk.views, desk.world, 1);
    if (!last.empty() && !last.front().taken_at)
        return refuse("already_offered", "", "已经有一次交班在等人接班", "a handover is waiting to be taken already");
    const auto next = next_shift(pattern_of(desk.views), desk.now);
    const auto begin = next ? std::max(next->at, desk.now) : desk.now;
    const auto window = policy::seconds(desk.views, "duty.handover.window");
    return journal::decided(journal::event(
        desk.new_id(), HandoverOffered{open_items(desk.views, desk.world), wish.checks, wish.words, begin + window}
    ));
}

std::optional<World> world_of(const TakeHandover& wish, store::Rows& rows) {
    const auto handover = find_handover(rows, wish.handover);
    if (!handover) return std::nullopt;
    return World::stored(handover->drill);
}

Result<Decision> decide(const TakeHandover& wish, const Desk& desk) {
    const auto handover = find_handover(desk.views, wish.handover);
    if (!handover) return refuse("handover_unknown", "handover", "没有这次交班", "there is no such handover");
    if (handover->taken_at)
        return refuse("already_taken", "handover", "这个班已经有人接了", "somebody has taken over already");
    if (handover->giver == desk.person())
        return refuse(
            "same_person",
            "",
            "交班人和接班人要各用自己的账号签名",
            "who goes and who comes each sign with their own account"
        );
    const auto window = policy::seconds(desk.views, "duty.handover.window");
    const auto coming = on_duty(desk.views, desk.now + window);
    return journal::decided(journal::event(
        wish.handover.text, HandoverTaken{handover->giver, of_post(coming, DutyPost::leader), wish.words}
    ));
}

std::optional<World> world_of(const MissHandover& wish, store::Rows& rows) {
    return world_of(TakeHandover{wish.handover, {}}, rows);
}

Result<Decision> decide(const MissHandover& wish, const Desk& desk) {
    const auto handover = find_handover(desk.views, wish.handover);
    const bool watched =
        desk.world.text().empty() && !of_post(on_duty(desk.views, desk.now), DutyPost::officer).empty();
    if (!handover || handover->taken_at || watched) return Decision{{}, wish.handover.text, {}};
    return journal::decided(journal::event(wish.handover.text, HandoverMissed{handover->giver}));
}

Result<Decision> decide(const WatchShift& wish, const Desk& desk) {
    const auto window = policy::seconds(desk.views, "duty.handover.window");
    const auto begin = desk.now - window;
    const auto taken = desk.views.value<std::string>(
        "SELECT id FROM handover WHERE drill = '' AND taken_at >= :a LIMIT 1", begin - window
    );
    const auto officer = of_post(on_duty(desk.views, desk.now), DutyPost::officer);
    // A shift the rota leaves empty has been said when it was published; there is nobody to be called.
    return journal::decided(journal::event(
        "shift:" + wish.day + "/" + wish.shift,
        ShiftWatched{wish.day, wish.shift, officer, taken.has_value() || officer.empty()}
    ));
}

}  // namespace anlan::duty

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "shelter/commands.hpp"
#include "shelter/rules.hpp"

namespace anlan::shelter {

namespace {

constexpr std::int64_t kMinutesMax = 7 * 24 * 60;

Refusal transfer_unknown() {
    return refuse("transfer_unknown", "transfer", "没有这份转移令", "there is no such transfer order");
}

Result<void> judge_order(const OrderTransfer& wish, const Desk& desk) {
    if (wish.title.empty()) return refuse("title_empty", "title", "请写转移令名称", "give the order a title");
    if (wish.reason.empty())
        return refuse("reason_empty", "reason", "请写转移原因和依据", "say why, and on what ground");
    if (wish.risk < 1 || wish.risk > 3)
        return refuse("risk_invalid", "risk", "风险等级为 1 至 3", "the risk is 1 to 3");
    if (wish.within_minutes < 1 || wish.within_minutes > kMinutesMax)
        return refuse("due_invalid", "within_minutes", "请写完成时限（7 天以内）", "by when: within seven days");
    if (!desk.node.area.contains(wish.area))
        return refuse("not_at_this_level", "area", "只能下达本辖区的转移令", "only for your own area");
    return done();
}

bool wanted(const HouseholdFacts& household, const OrderTransfer& wish) {
    return wish.kinds.empty() || std::find(wish.kinds.begin(), wish.kinds.end(), household.kind) != wish.kinds.end();
}

using Places = std::map<std::string, std::string>;  // household → shelter

Result<Places> places_of(const OrderTransfer& wish) {
    Places places;
    for (const auto& one : wish.allotted)
        if (!places.emplace(one.household, one.shelter).second)
            return refuse(
                "household_listed",
                "allotted",
                "有一户分到了两个避灾点，请重新分配",
                "a household was allotted to two shelters; allot anew"
            );
    return places;
}

Result<std::vector<Listed>> list_households(const OrderTransfer& wish, const Desk& desk) {
    BOOST_OUTCOME_TRY(auto places, places_of(wish));
    std::vector<Listed> listed;
    std::int64_t elsewhere = 0;
    std::string other;
    for (const auto& facts : households_of(desk.views, wish.area)) {
        if (!wanted(facts, wish)) continue;
        const auto place = places.find(facts.id);
        if (const auto on = open_listing(desk.views, facts.id, desk.world)) {
            ++elsewhere;
            if (const auto order = transfer_row(desk.views, on->transfer)) other = order->title;
            if (place != places.end()) places.erase(place);
            continue;
        }
        listed.push_back({facts.id, facts.area, facts.kind, facts.people, facts.helper, {}});
        if (place == places.end()) continue;
        listed.back().shelter = place->second;
        places.erase(place);
    }
    if (elsewhere > 0 && !wish.leave_out)
        return refuse(
            "household_listed",
            "area",
            fmt::format("{} 户已在“{}”的名单上，一户不能进两份名单；可选择“这些户留在原名单”", elsewhere, other),
            fmt::format(
                "{} households are on the list of “{}”; nobody is on two lists. Choose to leave them there",
                elsewhere,
                other
            )
        );
    if (!places.empty())
        return refuse(
            "household_unknown",
            "allotted",
            fmt::format("分配里有 {} 户不在本次名单上", places.size()),
            fmt::format("{} allotted households are not on this list", places.size())
        );
    if (listed.empty())
        return refuse(
            "nobody_listed",
            "area",
            "这个范围内没有需要转移的户；请先在名册里登记",
            "nobody is to be moved here; enter households in the register first"
        );
    return listed;
}

/// The allotment is a plan, and a plan may not ask more of a shelter than it holds.
Result<void> judge_room(const std::vector<Listed>& listed, Stage stage, const Desk& desk) {
    std::map<std::string, std::int64_t> people;
    for (const auto& one : listed)
        if (!one.shelter.empty()) people[one.shelter] += one.people;
    for (const auto& [id, count] : people) {
        const auto shelter = shelter_facts(desk.views, id);
        if (!shelter) return shelter_unknown();
        const auto room = room_at(*shelter, stage);
        if (count > room)
            return refuse(
                "shelter_over_allotted",
                "allotted",
                fmt::format("{}容纳 {} 人，却分了 {} 人", shelter->name, room, count),
                fmt::format("{} holds {}, but {} were allotted to it", shelter->name, room, count)
            );
    }
    return done();
}

bool is_digest(const std::string& text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

Result<void> judge_mark(
    const MarkHousehold& wish, const TransferRow& order, const HouseholdRow& row, const Desk& desk
) {
    if (!may_mark(row, desk)) return not_yours("household");
    if (wish.state == HouseholdState::waiting)
        return refuse("state_invalid", "state", "请选择结果", "choose what was found");
    if (wish.state == HouseholdState::arrived)
        return refuse(
            "state_invalid", "state", "已到避灾点由避灾点登记", "arrival is entered by the shelter when they sign in"
        );
    if (!wish.photo.empty() && !is_digest(wish.photo))
        return refuse("photo_invalid", "photo", "照片请先上传", "upload the photo first");
    if (!wish.shelter.empty() && !shelter_facts(desk.views, wish.shelter)) return shelter_unknown();
    if (order.state == TransferState::closed)
        return refuse("already_closed", "transfer", "这份转移令已经办结", "this order is closed already");
    const bool going = wish.state == HouseholdState::told || wish.state == HouseholdState::under_way;
    if (order.state == TransferState::lifted && going)
        return refuse(
            "already_lifted", "transfer", "转移令已解除，不用再转移", "the order was lifted; nobody need move any more"
        );
    if (order.state == TransferState::open && wish.state == HouseholdState::returned)
        return refuse(
            "not_lifted",
            "state",
            "转移令还没有解除，提前回家请登记“提前返回”",
            "the order is not lifted yet; whoever went home is “back too early”"
        );
    return done();
}

/// A phone without signal tells later; its clock may be wrong, its count of seconds since is not. What makes no sense
/// is taken as said now.
struct Seen {
    Instant at{};
    bool odd = false;
};
Seen seen_at(std::int64_t seconds_ago, const TransferRow& order, const Desk& desk) {
    const auto at = desk.now - std::chrono::seconds{std::clamp<std::int64_t>(seconds_ago, 0, 400L * 24 * 3'600)};
    if (seconds_ago < 0 || at < order.ordered_at) return {desk.now, true};
    return {at, false};
}

}  // namespace

Result<Decision> decide(const OrderTransfer& wish, const Desk& desk) {
    if (!works_the_desk(desk)) return not_yours("area");
    BOOST_OUTCOME_TRYV(judge_order(wish, desk));
    BOOST_OUTCOME_TRY(auto listed, list_households(wish, desk));
    BOOST_OUTCOME_TRYV(judge_room(listed, wish.stage, desk));
    std::int64_t people = 0;
    for (const auto& one : listed) people += one.people;
    const auto households = static_cast<std::int64_t>(listed.size());
    auto decision = journal::decided(journal::event(
        desk.new_id(),
        TransferOrdered{
            wish.title,
            wish.area,
            wish.risk,
            wish.reason,
            wish.response,
            wish.stage,
            desk.now + std::chrono::minutes{wish.within_minutes},
            desk.person(),
            households,
            people,
            std::move(listed)}
    ));
    decision.answer = {{"households", households}, {"people", people}};
    return decision;
}

Result<Decision> decide(const MarkHousehold& wish, const Desk& desk) {
    const auto order = transfer_row(desk.views, wish.transfer.text);
    if (!order) return transfer_unknown();
    const auto row = household_on(desk.views, order->id, wish.household);
    if (!row) return refuse("household_unknown", "household", "这一户不在名单上", "this household is not on the list");
    BOOST_OUTCOME_TRYV(judge_mark(wish, *order, *row, desk));
    const auto id = order->id + "/" + wish.household;
    const auto same =
        row->state == wish.state && row->shelter == wish.shelter && wish.note.empty() && wish.photo.empty();
    // Signed in already is more than on the way.
    const bool behind = row->state == HouseholdState::arrived && wish.state == HouseholdState::under_way;
    if (same || behind) return Decision{{}, id, {}};
    if (wish.was && row->state != *wish.was && row->state != wish.state)
        return refuse(
            "already_marked_otherwise",
            "state",
            "您离线期间，别人登记了另一个结果，请核对后再定",
            "while you were offline somebody entered another result; look at both and decide"
        );
    const auto seen = seen_at(wish.seconds_ago, *order, desk);
    std::vector<journal::Secret> words;
    if (!wish.note.empty())
        words.push_back({words_ref(order->id), wish.household, wish.note, journal::Retention::event_closed});
    Decision decision = journal::decided(journal::event(
        id,
        HouseholdMarked{
            order->id,
            wish.household,
            wish.state,
            wish.shelter,
            desk.person(),
            seen.at,
            seen.odd,
            wish.photo,
            !wish.note.empty()},
        std::move(words)
    ));
    // Found anywhere but in its shelter, the household is not in it: nobody is counted twice.
    if (const auto stay = stay_of(desk.views, wish.household, desk.world); stay && wish.state != HouseholdState::told) {
        const auto to = wish.state == HouseholdState::elsewhere ? LeftTo::relatives : LeftTo::home;
        decision.events.push_back(journal::event(stay->id, SignedOut{stay->shelter, wish.household, to}));
    }
    return decision;
}

Result<Decision> decide(const LiftTransfer& wish, const Desk& desk) {
    const auto order = transfer_row(desk.views, wish.transfer.text);
    if (!order) return transfer_unknown();
    if (!works_the_desk(desk)) return not_yours("transfer");
    if (order->state != TransferState::open)
        return refuse("already_lifted", "transfer", "这份转移令已解除", "this order is lifted already");
    if (wish.reason.empty())
        return refuse("reason_empty", "reason", "请写解除依据（险情排除、房屋安全）", "say why it is safe to go home");
    return journal::decided(journal::event(order->id, TransferLifted{desk.person(), wish.reason}));
}

Result<Decision> decide(const CloseTransfer& wish, const Desk& desk) {
    const auto order = transfer_row(desk.views, wish.transfer.text);
    if (!order) return transfer_unknown();
    if (!works_the_desk(desk)) return not_yours("transfer");
    if (order->state == TransferState::closed) return Decision{{}, order->id, {}};
    if (order->state == TransferState::open)
        return refuse("not_lifted", "transfer", "请先解除转移令", "lift the order first");
    const auto balance = balance_of(desk.views, order->id);
    const auto away = balance.under_way + balance.arrived + balance.elsewhere + balance.not_found;
    if (away > 0)
        return refuse(
            "people_away",
            "transfer",
            fmt::format("还有 {} 人没有登记返回", away),
            fmt::format("{} people have not been entered as home", away)
        );
    return journal::decided(journal::event(order->id, TransferClosed{desk.person()}));
}

static std::optional<World> world_of_transfer(const TransferId& id, store::Rows& rows) {
    const auto order = transfer_row(rows, id.text);
    if (!order) return std::nullopt;
    return World::stored(order->drill);
}

std::optional<World> world_of(const MarkHousehold& wish, store::Rows& rows) {
    return world_of_transfer(wish.transfer, rows);
}
std::optional<World> world_of(const LiftTransfer& wish, store::Rows& rows) {
    return world_of_transfer(wish.transfer, rows);
}
std::optional<World> world_of(const CloseTransfer& wish, store::Rows& rows) {
    return world_of_transfer(wish.transfer, rows);
}

}  // namespace anlan::shelter

#include <fmt/format.h>

#include <algorithm>

#include "registers/queries.hpp"
#include "shelter/commands.hpp"
#include "shelter/rules.hpp"

namespace anlan::shelter {

namespace {

constexpr std::int64_t kPartyMax = 500;

/// A shelter is one thing in reality and another in each drill.
std::string opening_id(const std::string& shelter, const Desk& desk) {
    return "shelter/" + shelter + "/" + desk.world.text();
}

std::vector<std::string> lacking(const std::vector<CheckMark>& checks, bool essential) {
    std::vector<std::string> names;
    for (const auto& item : checklist())
        for (const auto& check : checks)
            if (check.item == item.id && !check.ok && item.essential == essential) names.push_back(item.zh);
    return names;
}

Result<void> judge_checks(const std::vector<CheckMark>& checks) {
    for (const auto& item : checklist()) {
        const auto answered =
            std::count_if(checks.begin(), checks.end(), [&](const CheckMark& each) { return each.item == item.id; });
        if (answered != 1)
            return refuse(
                "check_missing",
                "checks." + item.id,
                fmt::format("请先查看：{}", item.zh),
                fmt::format("look at this first: {}", item.en)
            );
    }
    if (const auto unsafe = lacking(checks, true); !unsafe.empty())
        return refuse(
            "shelter_unsafe",
            "checks",
            fmt::format("不能启用，会危及群众：{}。请改用附近的避灾点", fmt::join(unsafe, "；")),
            "it must not be opened: people would be in danger there; use another one nearby"
        );
    return done();
}

Refusal full(const ShelterFacts& shelter, std::int64_t heads, std::int64_t capacity, const Desk& desk) {
    std::string zh = "附近已无空位", en = "no other open shelter has room";
    std::int64_t most = 0;
    for (const auto& other : open_shelters(desk.views, desk.world)) {
        const auto free = other.capacity - heads_in(desk.views, other.shelter, desk.world);
        if (other.shelter == shelter.id || free <= most) continue;
        most = free;
        zh = fmt::format("{}还有 {} 个位置", other.name, free);
        en = fmt::format("{} has room for {}", other.name, free);
    }
    return refuse(
        "shelter_full",
        "people",
        fmt::format("{}容纳 {} 人，现有 {} 人；{}。仍要接收请按“仍要接收（超员）”", shelter.name, capacity, heads, zh),
        fmt::format(
            "{} holds {}, {} are inside; {}. To take them in nevertheless, say so", shelter.name, capacity, heads, en
        )
    );
}

/// On its open list the household is where it signed in.
void mark_arrived(Decision& decision, const std::string& household, const std::string& shelter, const Desk& desk) {
    const auto listing = open_listing(desk.views, household, desk.world);
    if (!listing) return;
    decision.events.push_back(journal::event(
        listing->transfer + "/" + household,
        HouseholdMarked{
            listing->transfer, household, HouseholdState::arrived, shelter, desk.person(), desk.now, false, "", false}
    ));
}

struct Party {
    std::int64_t people = 0;
    std::optional<StayRow> now_in;  ///< where the household is at present
};

Result<Party> party_of(const SignIn& wish, const Desk& desk) {
    Party party{wish.people, std::nullopt};
    if (wish.household.empty()) {
        if (wish.name.empty())
            return refuse(
                "name_empty", "name", "请写登记人姓名，或从名单里选户", "write a name, or choose a household"
            );
    } else {
        const auto facts = household(desk.views, wish.household);
        if (!facts)
            return refuse("household_unknown", "household", "名册里没有这一户", "this household is not on the list");
        if (party.people == 0) party.people = facts->people;
        party.now_in = stay_of(desk.views, wish.household, desk.world);
    }
    if (party.people < 1 || party.people > kPartyMax)
        return refuse("people_invalid", "people", "人数应在 1 到 500 之间", "between 1 and 500 people");
    return party;
}

}  // namespace

Result<Decision> decide(const OpenShelter& wish, const Desk& desk) {
    const auto shelter = shelter_facts(desk.views, wish.shelter);
    if (!shelter) return shelter_unknown();
    if (!keeps(*shelter, desk)) return not_yours("shelter");
    const auto open = open_shelter(desk.views, wish.shelter, desk.world);
    if (open && open->stage == wish.stage) return Decision{{}, wish.shelter, {}};
    BOOST_OUTCOME_TRYV(judge_checks(wish.checks));
    const auto room = room_at(*shelter, wish.stage);
    const auto inside = heads_in(desk.views, wish.shelter, desk.world);
    if (inside > room)
        return refuse(
            "stage_too_small",
            "stage",
            fmt::format("这一阶段只能容纳 {} 人，现有 {} 人，请先疏散到别处", room, inside),
            fmt::format("at this stage it holds {}, and {} are inside; move some elsewhere first", room, inside)
        );
    auto decision = journal::decided(journal::event(
        opening_id(wish.shelter, desk),
        ShelterOpened{wish.shelter, shelter->name, shelter->area, wish.stage, room, wish.checks}
    ));
    decision.subject = wish.shelter;
    decision.answer = {{"lacking", to_json(lacking(wish.checks, false))}};
    return decision;
}

Result<Decision> decide(const CloseShelter& wish, const Desk& desk) {
    const auto shelter = shelter_facts(desk.views, wish.shelter);
    if (!shelter) return shelter_unknown();
    if (!keeps(*shelter, desk)) return not_yours("shelter");
    if (!open_shelter(desk.views, wish.shelter, desk.world)) return Decision{{}, wish.shelter, {}};
    if (const auto inside = heads_in(desk.views, wish.shelter, desk.world); inside > 0)
        return refuse(
            "shelter_not_empty",
            "shelter",
            fmt::format("里面还有 {} 人没有登记离开", inside),
            fmt::format("{} people inside have not signed out", inside)
        );
    auto decision =
        journal::decided(journal::event(opening_id(wish.shelter, desk), ShelterClosed{wish.shelter, wish.reason}));
    decision.subject = wish.shelter;
    return decision;
}

Result<Decision> decide(const SignIn& wish, const Desk& desk) {
    const auto shelter = shelter_facts(desk.views, wish.shelter);
    if (!shelter) return shelter_unknown();
    if (!keeps(*shelter, desk)) return not_yours("shelter");
    const auto open = open_shelter(desk.views, wish.shelter, desk.world);
    if (!open)
        return refuse(
            "shelter_closed", "shelter", "避灾点还没有启用，请先启用", "the shelter is not open; open it first"
        );
    BOOST_OUTCOME_TRY(auto party, party_of(wish, desk));
    if (party.now_in && party.now_in->shelter == wish.shelter) return Decision{{}, party.now_in->id, {}};
    if (party.now_in && !wish.move) {
        const auto other = shelter_facts(desk.views, party.now_in->shelter);
        return refuse(
            "already_in_shelter",
            "household",
            fmt::format("这一户已登记在{}；要转过来请选“从那边转来”", other ? other->name : "另一避灾点"),
            fmt::format(
                "this household is in {}; to bring it here choose “moved from there”",
                other ? other->name : "another shelter"
            )
        );
    }
    const auto heads = heads_in(desk.views, wish.shelter, desk.world);
    const bool over = heads + party.people > open->capacity;
    if (over && !wish.over) return full(*shelter, heads, open->capacity, desk);
    Decision decision;
    if (party.now_in)
        decision.events.push_back(
            journal::event(party.now_in->id, SignedOut{party.now_in->shelter, wish.household, LeftTo::other})
        );
    const auto stay = desk.new_id();
    std::vector<journal::Secret> secrets;
    if (!wish.name.empty()) secrets.push_back({stay, "name", wish.name, journal::Retention::event_closed});
    decision.events.push_back(
        journal::event(stay, SignedIn{wish.shelter, wish.household, party.people, over, wish.way}, std::move(secrets))
    );
    if (!wish.household.empty()) mark_arrived(decision, wish.household, wish.shelter, desk);
    decision.subject = stay;
    decision.answer = {{"people", party.people}, {"inside", heads + party.people}, {"over", over}};
    return decision;
}

Result<Decision> decide(const SignOut& wish, const Desk& desk) {
    const auto stay = stay_row(desk.views, wish.stay.text);
    if (!stay) return refuse("stay_unknown", "stay", "没有这条登记", "there is no such entry");
    if (stay->left_at) return refuse("already_left", "stay", "已登记离开", "they have signed out already");
    const auto shelter = shelter_facts(desk.views, stay->shelter);
    if (shelter && !keeps(*shelter, desk)) return not_yours("stay");
    Decision decision = journal::decided(journal::event(stay->id, SignedOut{stay->shelter, stay->household, wish.to}));
    const auto listing = stay->household.empty() ? std::nullopt : open_listing(desk.views, stay->household, desk.world);
    if (!listing) return decision;
    const auto lifted = transfer_row(desk.views, listing->transfer)->state == TransferState::lifted;
    // Home before the danger is over is the return (回流) that patrols look for.
    auto state = HouseholdState::elsewhere;
    if (wish.to == LeftTo::home) state = lifted ? HouseholdState::returned : HouseholdState::back_early;
    decision.events.push_back(journal::event(
        listing->transfer + "/" + stay->household,
        HouseholdMarked{listing->transfer, stay->household, state, "", desk.person(), desk.now, false, "", false}
    ));
    return decision;
}

std::optional<World> world_of(const SignOut& wish, store::Rows& rows) {
    const auto stay = stay_row(rows, wish.stay.text);
    if (!stay) return std::nullopt;
    return World::stored(stay->drill);
}

Result<Decision> decide(const CountHeads&, const Desk& desk) {
    auto decision = journal::decided(
        journal::event("heads/" + desk.node.area.text + "/" + desk.world.text(), heads_in_all(desk.views, desk.world))
    );
    return decision;
}

}  // namespace anlan::shelter

#include "journal/vault.hpp"
#include "organisation/queries.hpp"
#include "registers/queries.hpp"
#include "shelter/answers.hpp"
#include "shelter/room.hpp"

namespace anlan::shelter {

namespace {

using http::Call;
using http::Page;

constexpr const char* kLive = "/api/v1/shelters";
constexpr const char* kTransfers = "/api/v1/transfers";

/// Keepers look at their own shelters, the desk at all of its area.
Result<Page<ShelterAnswer>> list_shelters(const Call& call, store::Rows& rows) {
    const bool mine = call.query("mine") == "1";
    if (!mine && !call.caller.may("desk.view"))
        return refuse(
            "not_permitted", "", "只能查看自己管理的避灾点（mine=1）", "you may see your own shelters (mine=1)"
        );
    Page<ShelterAnswer> page;
    for (const auto& facts : shelters_of(rows, call.caller.area))
        if (!mine || facts.keeper == call.caller.person) page.items.push_back(answer_of(facts, rows, call));
    return page;
}

Result<Page<CheckItem>> list_checks(const Call&, store::Rows&) {
    return Page<CheckItem>{checklist(), std::nullopt};
}

bool may_look_into(const ShelterFacts& shelter, const Call& call) {
    return shelter.keeper == call.caller.person ||
           (call.caller.may("desk.view") && call.caller.area.contains(shelter.area));
}

Result<Page<StayAnswer>> list_stays(const Call& call, store::Rows& rows) {
    const auto shelter = shelter_facts(rows, call.path("shelter"));
    if (!shelter) return shelter_unknown();
    if (!may_look_into(*shelter, call))
        return refuse(
            "not_permitted", "shelter", "只能查看自己管理的避灾点", "you may look into your own shelters only"
        );
    Page<StayAnswer> page;
    for (const auto& row : stays_in(rows, shelter->id, call.scope())) {
        StayAnswer body{row.id, row.household, {}, row.people, row.over_full != 0, row.way, row.since};
        body.label = row.household.empty() ? registers::masked(journal::vault::reveal_or(rows, row.id, "name", "—"))
                                           : household_address_masked(rows, row.household);
        page.items.push_back(std::move(body));
    }
    return page;
}

/// Whom the keeper ticks off at the door: those allotted here first.
Result<Page<ExpectedAnswer>> list_expected(const Call& call, store::Rows& rows) {
    const auto shelter = shelter_facts(rows, call.path("shelter"));
    if (!shelter) return shelter_unknown();
    if (!may_look_into(*shelter, call))
        return refuse(
            "not_permitted", "shelter", "只能查看自己管理的避灾点", "you may look into your own shelters only"
        );
    Page<ExpectedAnswer> page;
    for (const auto& row : expected_at(rows, shelter->id, shelter->area, call.scope()))
        page.items.push_back(
            {row.household,
             household_address_masked(rows, row.household),
             organisation::area_name(rows, row.area),
             row.kind,
             row.people,
             row.allotted == shelter->id,
             row.state}
        );
    return page;
}

Result<Page<TransferAnswer>> list_transfers(const Call& call, store::Rows& rows) {
    Page<TransferAnswer> page;
    for (const auto& row : transfers(rows, call.scope()))
        if (call.caller.area.overlaps(row.area)) page.items.push_back(answer_of(row, rows));
    return page;
}

Result<TransferRow> one_of_mine(const Call& call, store::Rows& rows) {
    auto row = transfer_row(rows, call.path("transfer"));
    if (!row || !call.caller.area.overlaps(row->area))
        return refuse("transfer_unknown", "transfer", "没有这份转移令", "there is no such transfer order");
    return std::move(*row);
}

Result<BoardAnswer> board(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(auto row, one_of_mine(call, rows));
    return board_of(row, rows);
}

/// A screen that has the list asks only for what was marked since: 200 of them do so at every mark.
std::vector<HouseholdRow> rows_asked(const Call& call, store::Rows& rows, const std::string& transfer) {
    const auto since = call.query("since");
    const bool time = !since.empty() && since.size() < 16 && since.find_first_not_of("0123456789") == std::string::npos;
    if (!time) return households_on(rows, transfer);
    return households_changed(rows, transfer, Instant{Milliseconds{std::stoll(since)}});
}

Result<Page<HouseholdAnswer>> list_households(const Call& call, store::Rows& rows) {
    BOOST_OUTCOME_TRY(auto transfer, one_of_mine(call, rows));
    const auto state = call.query("state");
    const auto area = call.query("area");
    Page<HouseholdAnswer> page;
    const auto limit = static_cast<std::size_t>(call.limit(500, 5'000));
    for (const auto& row : rows_asked(call, rows, transfer.id)) {
        const bool other = (!state.empty() && to_text(row.state) != state) || (!area.empty() && row.area.text != area);
        if (other || !call.caller.area.contains(row.area)) continue;
        if (page.items.size() == limit) break;
        page.items.push_back(answer_of(row, rows));
    }
    return page;
}

/// A phone does not choose a world: the list shows every world's doors, each marked.
Result<Page<DoorAnswer>> list_doors(const Call& call, store::Rows& rows) {
    Page<DoorAnswer> page;
    for (const auto& row : households_of_helper(rows, call.caller.person))
        if (const auto transfer = transfer_row(rows, row.transfer)) page.items.push_back(door_of(row, *transfer, rows));
    return page;
}

Result<Page<TownAnswer>> list_towns(const Call& call, store::Rows& rows) {
    Page<TownAnswer> page;
    for (const auto& row : heads_below(rows, call.scope()))
        page.items.push_back(
            {row.node,
             organisation::area_name(rows, row.node),
             row.counted_at,
             row.shelters_open,
             row.capacity,
             row.people,
             row.over_full,
             row.transfer}
        );
    return page;
}

Result<http::Answer> plan(
    const Call& call, store::Rows& rows, const optimise::Solver& solver, const geo::Roads* roads
) {
    BOOST_OUTCOME_TRY(auto asked, http::Endpoints::body_of<PlanAsked>(call));
    if (!call.caller.area.contains(asked.area))
        return refuse("not_permitted", "area", "只能安排本辖区", "for your own area only");
    return http::json_answer(200, to_json(planned(asked, call.scope(), rows, solver, roads)));
}

void add_transfer_endpoints(http::Endpoints& table, const optimise::Solver& solver, const geo::Roads* roads) {
    using http::Method;
    const std::string one = std::string(kTransfers) + "/{transfer}";
    table.list<TransferAnswer>(kTransfers, "desk.view", "转移令", "transfer orders", &list_transfers).asks({"drill"});
    table.command<OrderTransfer>(Method::post, kTransfers, "response.confirm", "下达转移令", "order people to move")
        .creates = true;
    auto& planning =
        table.add(Method::post, "/api/v1/transfers/plan", "response.confirm", "分配避灾点", "allot shelters");
    planning.takes = schema_of<PlanAsked>();
    planning.answers<PlanAnswer>().asks({"drill"});
    planning.read = [&solver, roads](const Call& call, store::Rows& rows) { return plan(call, rows, solver, roads); };
    table.list<DoorAnswer>("/api/v1/transfers/mine", "", "我要上门的户", "the doors I knock at", &list_doors);
    table
        .list<TownAnswer>(
            "/api/v1/transfers/below", "desk.view", "各镇安置和转移人数", "what the towns below counted", &list_towns
        )
        .asks({"drill"});
    table.get<BoardAnswer>(one, "desk.view", "转移看板", "the board of one order", &board);
    table.list<HouseholdAnswer>(one + "/households", "desk.view", "名单", "its households", &list_households)
        .asks({http::asked_choice<HouseholdState>("state"), "area", http::asked_whole("since"), http::asked_limit()});
    table.command<MarkHousehold>(
        Method::post, one + "/households/{household}", "", "登记一户结果", "enter what was found at a household"
    );
    table.command<LiftTransfer>(Method::post, one + "/lift", "response.confirm", "解除转移", "lift it");
    table.command<CloseTransfer>(Method::post, one + "/close", "response.confirm", "办结", "close it");
}

}  // namespace

void add_endpoints(http::Endpoints& table, const optimise::Solver& solver, const geo::Roads* roads) {
    using http::Method;
    const std::string one = std::string(kLive) + "/{shelter}";
    table.list<ShelterAnswer>(kLive, "", "避灾点现状", "shelters as they are", &list_shelters)
        .asks({"drill", http::asked_flag("mine")});
    table.list<CheckItem>("/api/v1/shelters/checklist", "", "启用检查单", "the opening checklist", &list_checks);
    table.command<OpenShelter>(Method::post, one + "/open", "", "启用", "open it");
    table.command<CloseShelter>(Method::post, one + "/close", "", "关闭", "close it");
    table.list<StayAnswer>(one + "/stays", "", "在册人员", "who is inside", &list_stays).asks({"drill"});
    table.list<ExpectedAnswer>(one + "/expected", "", "应到的户", "who is to come", &list_expected).asks({"drill"});
    table.command<SignIn>(Method::post, one + "/stays", "", "登记入住", "sign in").creates = true;
    table.command<SignOut>(Method::post, "/api/v1/stays/{stay}/leave", "", "登记离开", "sign out");
    add_transfer_endpoints(table, solver, roads);
}

}  // namespace anlan::shelter

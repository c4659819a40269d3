#include "shelter/records.hpp"

namespace anlan::shelter {

namespace {

const std::string kOpen =
    "SELECT shelter, drill, name, area, stage, capacity, checks, opened_at, opened_by, closed_at FROM shelter_open ";
const std::string kStays =
    "SELECT id, drill, shelter, household, people, over_full, way, since, left_at, left_to FROM stay ";
const std::string kTransferRows =
    "SELECT id, drill, title, area, risk, reason, response, stage, ordered_at, ordered_by, due_at, state, lifted_at, "
    "lift_reason, closed_at FROM transfer ";
const std::string kHouseholds =
    "SELECT transfer, household, drill, open_list, area, kind, people, helper, allotted, state, shelter, marked_by, "
    "marked_at, seen_at, clock_odd, photo, worded, visits FROM transfer_household ";

struct StateSum {
    HouseholdState state = HouseholdState::waiting;
    std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(StateSum, (), (state, people))

std::int64_t& place_of(Balance& balance, HouseholdState state) {
    switch (state) {
        case HouseholdState::waiting:
            return balance.waiting;
        case HouseholdState::told:
            return balance.told;
        case HouseholdState::under_way:
            return balance.under_way;
        case HouseholdState::arrived:
            return balance.arrived;
        case HouseholdState::elsewhere:
            return balance.elsewhere;
        case HouseholdState::refused:
            return balance.refused;
        case HouseholdState::not_found:
            return balance.not_found;
        case HouseholdState::back_early:
            return balance.back_early;
        case HouseholdState::returned:
            break;
    }
    return balance.returned;
}

}  // namespace

Balance plus(Balance balance, HouseholdState state, std::int64_t people) {
    place_of(balance, state) += people;
    balance.listed += people;
    return balance;
}

namespace {

Balance added_up(const std::vector<StateSum>& sums) {
    Balance balance;
    for (const auto& sum : sums) balance = plus(balance, sum.state, sum.people);
    return balance;
}

}  // namespace

std::optional<OpenRow> open_shelter(store::Rows& rows, const std::string& shelter, const World& world) {
    return rows.first<OpenRow>(
        kOpen + "WHERE shelter = :s AND drill = :d AND closed_at IS NULL", shelter, world.text()
    );
}

std::vector<OpenRow> open_shelters(store::Rows& rows, const World& world) {
    return rows.select<OpenRow>(kOpen + "WHERE drill = :d AND closed_at IS NULL ORDER BY shelter", world.text());
}

std::int64_t heads_in(store::Rows& rows, const std::string& shelter, const World& world) {
    return rows
        .value<std::int64_t>(
            "SELECT COALESCE(SUM(people), 0) FROM stay WHERE shelter = :s AND drill = :d AND left_at IS NULL",
            shelter,
            world.text()
        )
        .value_or(0);
}

std::optional<StayRow> stay_row(store::Rows& rows, const std::string& id) {
    return rows.first<StayRow>(kStays + "WHERE id = :i", id);
}

std::optional<StayRow> stay_of(store::Rows& rows, const std::string& household, const World& world) {
    return rows.first<StayRow>(
        kStays + "WHERE household = :h AND drill = :d AND left_at IS NULL", household, world.text()
    );
}

std::vector<StayRow> stays_in(store::Rows& rows, const std::string& shelter, const World& world) {
    return rows.select<StayRow>(
        kStays + "WHERE shelter = :s AND drill = :d AND left_at IS NULL ORDER BY since, id", shelter, world.text()
    );
}

std::optional<TransferRow> transfer_row(store::Rows& rows, const std::string& id) {
    return rows.first<TransferRow>(kTransferRows + "WHERE id = :i", id);
}

std::vector<TransferRow> transfers(store::Rows& rows, const World& world) {
    return rows.select<TransferRow>(
        kTransferRows + "WHERE drill = :d ORDER BY ordered_at DESC, id LIMIT 200", world.text()
    );
}

std::vector<HouseholdRow> households_on(store::Rows& rows, const std::string& transfer) {
    return rows.select<HouseholdRow>(kHouseholds + "WHERE transfer = :t ORDER BY area, household", transfer);
}

std::vector<HouseholdRow> households_changed(store::Rows& rows, const std::string& transfer, Instant since) {
    return rows.select<HouseholdRow>(
        kHouseholds + "WHERE transfer = :t AND marked_at >= :s ORDER BY area, household", transfer, since
    );
}

std::optional<HouseholdRow> household_on(store::Rows& rows, const std::string& transfer, const std::string& household) {
    return rows.first<HouseholdRow>(kHouseholds + "WHERE transfer = :t AND household = :h", transfer, household);
}

std::optional<HouseholdRow> open_listing(store::Rows& rows, const std::string& household, const World& world) {
    return rows.first<HouseholdRow>(
        kHouseholds + "WHERE household = :h AND drill = :d AND open_list = 1", household, world.text()
    );
}

std::vector<HouseholdRow> households_of_helper(store::Rows& rows, const PersonId& helper) {
    return rows.select<HouseholdRow>(
        kHouseholds + "WHERE helper = :h AND open_list = 1 ORDER BY transfer, area, household", helper
    );
}

std::vector<HouseholdRow> expected_at(
    store::Rows& rows, const std::string& shelter, const AreaCode& village, const World& world
) {
    return rows.select<HouseholdRow>(
        kHouseholds +
            "WHERE drill = :d AND open_list = 1 AND state <> 'arrived' AND (allotted = :s OR area = :a) "
            "ORDER BY CASE WHEN allotted = :t THEN 0 ELSE 1 END, area, household LIMIT 500",
        world.text(),
        shelter,
        village,
        shelter
    );
}

Balance balance_of(store::Rows& rows, const std::string& transfer) {
    return added_up(rows.select<StateSum>(
        "SELECT state, SUM(people) FROM transfer_household WHERE transfer = :t GROUP BY state", transfer
    ));
}

Balance balance_of(store::Rows& rows, const World& world) {
    return added_up(rows.select<StateSum>(
        "SELECT state, SUM(people) FROM transfer_household WHERE drill = :d AND open_list = 1 GROUP BY state",
        world.text()
    ));
}

HeadsCounted heads_now(store::Rows& rows, const World& world) {
    HeadsCounted counted;
    for (const auto& open : open_shelters(rows, world)) {
        const auto people = heads_in(rows, open.shelter, world);
        counted.shelters_open += 1;
        counted.capacity += open.capacity;
        counted.people += people;
        counted.over += std::max<std::int64_t>(0, people - open.capacity);
    }
    counted.transfer = balance_of(rows, world);
    return counted;
}

std::vector<TownRow> heads_below(store::Rows& rows, const World& world) {
    return rows.select<TownRow>(
        "SELECT node, drill, counted_at, shelters_open, capacity, people, over_full, transfer FROM town_heads WHERE "
        "drill = :d ORDER BY node",
        world.text()
    );
}

HeadsCounted heads_in_all(store::Rows& rows, const World& world) {
    auto counted = heads_now(rows, world);
    for (const auto& town : heads_below(rows, world)) {
        counted.shelters_open += town.shelters_open;
        counted.capacity += town.capacity;
        counted.people += town.people;
        counted.over += town.over_full;
        counted.transfer += town.transfer;
    }
    return counted;
}

}  // namespace anlan::shelter

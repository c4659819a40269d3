#include "shelter/project.hpp"

#include "journal/deadline.hpp"
#include "shelter/commands.hpp"
#include "shelter/records.hpp"

namespace anlan::shelter {

namespace {

constexpr std::chrono::hours kCountEvery{1};  // POLICY §9: head counts every hour

std::string deadline_of(const Entry& entry) {
    return "shelter/heads/" + entry.drill;
}

void count_in_an_hour(store::Rows& rows, const Entry& entry) {
    journal::set_deadline(
        rows, entry, deadline_of(entry), journal::after(entry, kCountEvery), "shelter.count", CountHeads{entry.drill}
    );
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const ShelterOpened& opened) {
    rows.run(
        "INSERT INTO shelter_open(shelter, drill, name, area, stage, capacity, checks, opened_at, opened_by) "
        "VALUES(:s, :d, :n, :a, :g, :c, :k, :t, :b) ON CONFLICT(shelter, drill) DO UPDATE SET name = excluded.name, "
        "stage = excluded.stage, capacity = excluded.capacity, checks = excluded.checks, opened_at = "
        "excluded.opened_at, opened_by = excluded.opened_by, closed_at = NULL",
        opened.shelter,
        entry.drill,
        opened.name,
        opened.area,
        opened.stage,
        opened.capacity,
        opened.checks,
        entry.at,
        entry.actor
    );
}

void project(store::Rows& rows, const Entry& entry, const ShelterClosed& closed) {
    rows.run(
        "UPDATE shelter_open SET closed_at = :t WHERE shelter = :s AND drill = :d",
        entry.at,
        closed.shelter,
        entry.drill
    );
}

void project(store::Rows& rows, const Entry& entry, const SignedIn& in) {
    rows.run(
        "INSERT INTO stay(id, drill, shelter, household, people, over_full, way, since, left_to) "
        "VALUES(:i, :d, :s, :h, :p, :o, :w, :t, '')",
        entry.subject,
        entry.drill,
        in.shelter,
        in.household,
        in.people,
        in.over,
        in.way,
        entry.at
    );
}

void project(store::Rows& rows, const Entry& entry, const SignedOut& out) {
    rows.run("UPDATE stay SET left_at = :t, left_to = :o WHERE id = :i", entry.at, out.to, entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const TransferOrdered& ordered) {
    rows.run(
        "INSERT INTO transfer(id, drill, title, area, risk, reason, response, stage, ordered_at, ordered_by, due_at, "
        "state, lift_reason) VALUES(:i, :d, :t, :a, :k, :r, :p, :g, :o, :b, :u, 'open', '')",
        entry.subject,
        entry.drill,
        ordered.title,
        ordered.area,
        ordered.risk,
        ordered.reason,
        ordered.response,
        ordered.stage,
        entry.at,
        ordered.by,
        ordered.due
    );
    for (const auto& one : ordered.listed)
        rows.run(
            "INSERT INTO transfer_household(transfer, household, drill, open_list, area, kind, people, helper, "
            "allotted, state, shelter, marked_by, clock_odd, photo, worded, visits) "
            "VALUES(:t, :h, :d, 1, :a, :k, :p, :w, :s, 'waiting', '', '', 0, '', 0, 0)",
            entry.subject,
            one.household,
            entry.drill,
            one.area,
            one.kind,
            one.people,
            one.helper,
            one.shelter
        );
}

void project(store::Rows& rows, const Entry& entry, const HouseholdMarked& marked) {
    rows.run(
        "UPDATE transfer_household SET state = :s, shelter = :h, marked_by = :b, marked_at = :t, seen_at = :e, "
        "clock_odd = :c, photo = :p, worded = :w, visits = visits + 1 WHERE transfer = :i AND household = :j",
        marked.state,
        marked.shelter,
        marked.by,
        entry.at,
        marked.seen_at,
        marked.clock_odd,
        marked.photo,
        marked.worded,
        marked.transfer,
        marked.household
    );
}

void project(store::Rows& rows, const Entry& entry, const TransferLifted& lifted) {
    rows.run(
        "UPDATE transfer SET state = 'lifted', lifted_at = :t, lift_reason = :r WHERE id = :i",
        entry.at,
        lifted.reason,
        entry.subject
    );
}

void project(store::Rows& rows, const Entry& entry, const TransferClosed&) {
    rows.run("UPDATE transfer SET state = 'closed', closed_at = :t WHERE id = :i", entry.at, entry.subject);
    rows.run("UPDATE transfer_household SET open_list = 0 WHERE transfer = :i", entry.subject);
}

void project(store::Rows& rows, const Entry& entry, const HeadsCounted& counted) {
    journal::clear_deadline(rows, deadline_of(entry));
    if (counted.shelters_open > 0 || counted.transfer.listed > 0) count_in_an_hour(rows, entry);
}

void mirror(store::Rows& rows, const Entry& entry, const HeadsCounted& counted, const AreaCode& from) {
    rows.run(
        "INSERT INTO town_heads(node, drill, counted_at, shelters_open, capacity, people, over_full, transfer) "
        "VALUES(:n, :d, :t, :s, :c, :p, :o, :b) ON CONFLICT(node, drill) DO UPDATE SET counted_at = "
        "excluded.counted_at, shelters_open = excluded.shelters_open, capacity = excluded.capacity, people = "
        "excluded.people, over_full = excluded.over_full, transfer = excluded.transfer",
        from,
        entry.drill,
        entry.at,
        counted.shelters_open,
        counted.capacity,
        counted.people,
        counted.over,
        counted.transfer
    );
}

}  // namespace anlan::shelter

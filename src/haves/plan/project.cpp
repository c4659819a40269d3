#include "plan/project.hpp"

#include "journal/deadline.hpp"
#include "plan/commands.hpp"

namespace anlan::plan {

namespace {

std::string id_of(const journal::Entry& entry) {
    return entry.subject.substr(entry.subject.find('/') + 1);
}

/// Seven in the morning in Beijing, the next time it comes.
Instant next_check(Instant now) {
    using namespace std::chrono;
    const auto local = now + kBeijing;
    const auto seven = floor<days>(local) + hours{7};
    return (local < seven ? Instant{seven} : Instant{seven + days{1}}) - kBeijing;
}

}  // namespace

void project(store::Rows& rows, const journal::Entry& entry, const PlanSaved& saved) {
    const auto id = id_of(entry);
    rows.run(
        "INSERT INTO plan(id, title, kind, scope, owner_post, newest, approved, receipt, updated_at) "
        "VALUES(:i, :t, :k, :s, :o, :n, 0, '', :u) ON CONFLICT(id) DO UPDATE SET title = excluded.title, kind = "
        "excluded.kind, "
        "scope = excluded.scope, owner_post = excluded.owner_post, newest = excluded.newest, updated_at = "
        "excluded.updated_at",
        id,
        saved.plan.title,
        saved.plan.kind,
        saved.plan.scope,
        saved.plan.owner_post,
        saved.version,
        entry.at
    );
    rows.run(
        "INSERT INTO plan_version(id, version, document, yaml, comment, saved_by, saved_at) VALUES(:i, :v, :d, :y, :c, "
        ":b, :a)",
        id,
        saved.version,
        saved.plan,
        saved.yaml,
        saved.comment,
        saved.by,
        entry.at
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const PlanApproved& approved) {
    rows.run(
        "UPDATE plan SET approved = :v, approved_at = :a, filed_at = NULL, receipt = '' WHERE id = :i",
        approved.version,
        entry.at,
        id_of(entry)
    );
    journal::set_deadline(rows, entry, "plan/check", next_check(entry.at), "plan.check", CheckPlans{"daily"});
}

void project(store::Rows& rows, const journal::Entry& entry, const PlanFiled& filed) {
    rows.run("UPDATE plan SET filed_at = :a, receipt = :r WHERE id = :i", entry.at, filed.receipt, id_of(entry));
}

void project(store::Rows& rows, const journal::Entry& entry, const PlansChecked& checked) {
    rows.run(
        "INSERT INTO plan_check(name, checked_at, plans, red, yellow) VALUES('daily', :a, :p, :r, :y) "
        "ON CONFLICT(name) DO UPDATE SET checked_at = excluded.checked_at, plans = excluded.plans, red = excluded.red, "
        "yellow = excluded.yellow",
        entry.at,
        checked.plans,
        checked.red,
        checked.yellow
    );
    journal::set_deadline(rows, entry, "plan/check", next_check(entry.at), "plan.check", CheckPlans{"daily"});
}

}  // namespace anlan::plan

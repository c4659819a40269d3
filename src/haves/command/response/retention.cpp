#include "response/retention.hpp"

#include "calls/queries.hpp"
#include "journal/deadline.hpp"
#include "journal/vault.hpp"
#include "policy/queries.hpp"

namespace anlan::response {

namespace {

using journal::Desk;
using journal::Entry;

/// At three in the morning nobody waits for the disk.
constexpr std::chrono::hours kRunAt{3};

/// The next three o'clock in Beijing after this moment.
Instant next_run(Instant now) {
    const auto local = now + kBeijing;
    const auto today = std::chrono::floor<std::chrono::days>(local) + kRunAt;
    return (today > local ? today : today + std::chrono::days{1}) - kBeijing;
}

std::string deadline_of(const std::string& drill) {
    return "retention/" + drill;
}

/// Closed long enough, oldest first.
std::vector<ResponseId> run_out(store::Rows& rows, const std::string& drill, Instant before) {
    std::vector<ResponseId> all;
    for (const auto& id : rows.list<std::string>(
             "SELECT id FROM response WHERE drill = :d AND state = 'closed' AND closed_at <= :b AND id NOT IN (SELECT "
             "response FROM retention_done) ORDER BY closed_at, id",
             drill,
             before
         ))
        all.push_back({id});
    return all;
}

std::int64_t waiting(store::Rows& rows, const std::string& drill) {
    return rows
        .value<std::int64_t>(
            "SELECT COUNT(*) FROM response WHERE drill = :d AND state = 'closed' AND id NOT IN (SELECT response FROM "
            "retention_done)",
            drill
        )
        .value_or(0);
}

}  // namespace

void set_retention_deadline(store::Rows& rows, const Entry& entry) {
    const journal::Due due{next_run(entry.at)};
    journal::set_deadline(rows, entry, deadline_of(entry.drill), due, "response.destroy_run_out", DestroyRunOut{});
}

void project(store::Rows& rows, const Entry& entry, const RetentionDestroyed& destroyed) {
    rows.run(
        "INSERT INTO retention_run(seq, drill, at, responses, people, destroyed) VALUES(:s, :d, :a, :r, :p, :v)",
        entry.seq,
        entry.drill,
        entry.at,
        static_cast<std::int64_t>(destroyed.responses.size()),
        destroyed.people,
        destroyed.values
    );
    for (const auto& response : destroyed.responses)
        rows.run(
            "INSERT INTO retention_done(response, drill, at) VALUES(:r, :d, :a) ON CONFLICT(response) DO NOTHING",
            response,
            entry.drill,
            entry.at
        );
    // Reality is looked at every night; a drill only while it has something left.
    if (entry.drill.empty() || waiting(rows, entry.drill) > 0)
        set_retention_deadline(rows, entry);
    else
        journal::clear_deadline(rows, deadline_of(entry.drill));
}

Result<journal::Decision> decide(const DestroyRunOut&, const Desk& desk) {
    const auto term = policy::seconds(desk.views, "pii.event_destroy");
    RetentionDestroyed destroyed;
    destroyed.responses = run_out(desk.views, desk.world.text(), desk.now - term);
    destroyed.term_days = std::chrono::floor<std::chrono::days>(term).count();
    std::vector<std::string> refs;
    for (const auto& response : destroyed.responses)
        for (auto& ref : calls::personal_refs(desk.views, response.text)) {
            const auto values = journal::vault::count(desk.views, ref);
            if (values == 0) continue;
            destroyed.values += values;
            refs.push_back(std::move(ref));
        }
    destroyed.people = static_cast<std::int64_t>(refs.size());
    auto event = journal::event("retention", destroyed);
    event.forgets = std::move(refs);
    return journal::decided(std::move(event));
}

}  // namespace anlan::response

#include "programme/project.hpp"

#include "journal/deadline.hpp"
#include "programme/commands.hpp"
#include "programme/queries.hpp"

namespace anlan::programme {

namespace {

constexpr std::chrono::hours kDailyHour{6};  ///< Beijing time, before the morning's consultation

Instant next_morning(Instant at) {
    const auto local = at + kBeijing;
    const auto morning = std::chrono::floor<std::chrono::days>(local) + kDailyHour;
    return Instant{(local < morning ? morning : morning + std::chrono::days{1}) - kBeijing};
}

void keep(store::Rows& rows, const journal::Entry& entry, const AreaCode& node, const Readiness& readiness) {
    auto summary = readiness;
    summary.findings.clear();
    rows.run(
        "INSERT INTO readiness(node, at, to_do, summary, content) VALUES(:n, :a, :t, :s, :c) ON CONFLICT(node) DO "
        "UPDATE "
        "SET at = excluded.at, to_do = excluded.to_do, summary = excluded.summary, content = excluded.content",
        node,
        entry.at,
        to_do_of(readiness),
        to_json(summary).as_object(),
        to_json(readiness).as_object()
    );
    rows.run(
        "INSERT INTO readiness_day(node, day, points, out_of) VALUES(:n, :d, :p, :o) ON CONFLICT(node, day) DO UPDATE "
        "SET points = excluded.points, out_of = excluded.out_of",
        node,
        to_local(entry.at).substr(0, 10),
        readiness.points,
        readiness.out_of
    );
}

}  // namespace

void project(store::Rows& rows, const journal::Entry& entry, const ReadinessStirred&) {
    journal::set_deadline(
        rows, entry, kReadiness, journal::after(entry, kReadinessGather), "programme.tell_readiness", TellReadiness{}
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const ReadinessTold& told) {
    keep(rows, entry, {}, told.readiness);
    journal::set_deadline(rows, entry, kReadiness, next_morning(entry.at), "programme.tell_readiness", TellReadiness{});
}

void mirror(store::Rows& rows, const journal::Entry& entry, const ReadinessTold& told, const AreaCode& from) {
    keep(rows, entry, from, told.readiness);
}

}  // namespace anlan::programme

#include "policy/queries.hpp"
#include "response/retention.hpp"

namespace anlan::response {

namespace {

struct RetentionRun {
    Instant at{};
    std::int64_t responses = 0, people = 0, destroyed = 0;
    std::string drill;
};
BOOST_DESCRIBE_STRUCT(RetentionRun, (), (at, responses, people, destroyed, drill))

/// What the officer sees of the nightly destruction, in the world of the page.
struct Retention {
    std::int64_t term_days = 0;
    std::optional<RetentionRun> last_run;        ///< the last night
    std::optional<RetentionRun> last_destroyed;  ///< the last one that found something
    std::optional<Instant> next_run_at;
    std::int64_t waiting = 0;  ///< closed events whose time has not run out
};
BOOST_DESCRIBE_STRUCT(Retention, (), (term_days, last_run, last_destroyed, next_run_at, waiting))

std::optional<RetentionRun> last(store::Rows& rows, const std::string& drill, std::int64_t least) {
    return rows.first<RetentionRun>(
        "SELECT at, responses, people, destroyed, drill FROM retention_run WHERE drill = :d AND destroyed >= :l ORDER "
        "BY seq DESC LIMIT 1",
        drill,
        least
    );
}

Result<Retention> retention(const http::Call& call, store::Rows& rows) {
    const auto drill = call.scope().text();
    Retention body;
    body.term_days = std::chrono::floor<std::chrono::days>(policy::seconds(rows, "pii.event_destroy")).count();
    body.last_run = last(rows, drill, 0);
    body.last_destroyed = last(rows, drill, 1);
    body.next_run_at = rows.value<Instant>("SELECT due FROM deadline WHERE key = :k", "retention/" + drill);
    body.waiting = rows.value<std::int64_t>(
                           "SELECT COUNT(*) FROM response WHERE drill = :d AND state = 'closed' AND id NOT IN (SELECT "
                           "response FROM retention_done)",
                           drill
    )
                       .value_or(0);
    return body;
}

}  // namespace

void add_retention_endpoint(http::Endpoints& table) {
    table
        .get<Retention>(
            "/api/v1/retention",
            "policy.view",
            "个人信息销毁",
            "the nightly destruction of personal data whose time has run out",
            &retention
        )
        .asks({"drill"});
}

}  // namespace anlan::response

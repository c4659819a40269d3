#pragma once

#include "http/endpoint.hpp"
#include "journal/desk.hpp"
#include "response/events.hpp"

/// What was noted about people because of an event is destroyed when the event has been closed for `pii.event_destroy`
/// (突发事件应对法 art. 85; POLICY §12). A durable deadline runs every night, in reality and in each drill by itself;
/// the journal keeps what was destroyed as a count, never as content.
namespace anlan::response {

/// 按规定销毁: the certificate of one run; counts may be zero.
struct RetentionDestroyed {
    static constexpr journal::EventKind kKind{"retention.destroyed", 1};
    std::vector<ResponseId> responses;  ///< whose time has run out with this run
    std::int64_t people = 0;            ///< vault references of which keys were destroyed
    std::int64_t values = 0;            ///< personal values under them
    std::int64_t term_days = 0;         ///< of the policy at the time
};
BOOST_DESCRIBE_STRUCT(RetentionDestroyed, (), (responses, people, values, term_days))
void project(store::Rows& rows, const journal::Entry& entry, const RetentionDestroyed& destroyed);

/// Called by the deadline `retention/<drill>`.
struct DestroyRunOut {};
BOOST_DESCRIBE_STRUCT(DestroyRunOut, (), ())
Result<journal::Decision> decide(const DestroyRunOut& wish, const journal::Desk& desk);

/// The next run, in the world of the entry; called where a response closes and where a run ends.
void set_retention_deadline(store::Rows& rows, const journal::Entry& entry);

void add_retention_endpoint(http::Endpoints& table);

}  // namespace anlan::response

#include "subscriptions/project.hpp"

namespace anlan::subscriptions {

void project(store::Rows& rows, const journal::Entry& entry, const Subscribed& subscribed) {
    rows.run(
        "INSERT INTO push_subscription(id, person, device, service, at) VALUES(:i, :p, :d, :s, :a) ON CONFLICT(id) DO "
        "UPDATE SET person = excluded.person, device = excluded.device, service = excluded.service, at = excluded.at",
        entry.subject,
        subscribed.person,
        subscribed.device,
        subscribed.service,
        entry.at
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const Unsubscribed&) {
    rows.run("DELETE FROM push_subscription WHERE id = :i", entry.subject);
}

}  // namespace anlan::subscriptions

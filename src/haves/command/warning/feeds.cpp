#include "warning/feeds.hpp"

#include "warning/commands.hpp"
#include "warning/project.hpp"

namespace anlan::warning {

std::vector<FeedState> feeds(store::Rows& rows) {
    return rows.select<FeedState>("SELECT feed, up, since, zh, en FROM feed ORDER BY up, feed");
}

std::optional<FeedState> find_feed(store::Rows& rows, const std::string& feed) {
    auto found = rows.select<FeedState>("SELECT feed, up, since, zh, en FROM feed WHERE feed = :f", feed);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

Result<Decision> decide(const NoteFeed& wish, const Desk& desk) {
    const auto known = find_feed(desk.views, wish.feed);
    if (known && known->up == wish.up && known->zh == wish.zh) return Decision{};
    return journal::decided(journal::event("feed/" + wish.feed, FeedChanged{wish.feed, wish.up, wish.zh, wish.en}));
}

/// `since` stays while only the reason changes.
void project(store::Rows& rows, const journal::Entry& entry, const FeedChanged& changed) {
    rows.run(
        "INSERT INTO feed(feed, up, since, zh, en) VALUES(:f, :u, :s, :z, :e) ON CONFLICT(feed) DO UPDATE SET "
        "since = CASE WHEN feed.up = excluded.up THEN feed.since ELSE excluded.since END, up = excluded.up, "
        "zh = excluded.zh, en = excluded.en",
        changed.feed,
        changed.up,
        entry.at,
        changed.zh,
        changed.en
    );
}

}  // namespace anlan::warning

#include "journal/look.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace anlan::journal {

namespace {

const std::string kEntries = "SELECT seq, at, actor, drill, kind, subject, cause, body, prev, hash FROM journal ";

/// Every kind there is that begins so. One step of the index for each kind, however many entries it has; compared here,
/// for databases differ in how they order signs.
std::vector<std::string> kinds_like(store::Rows& rows, const std::string& begin) {
    std::vector<std::string> kinds;
    std::string last;
    while (auto next =
               rows.value<std::string>("SELECT kind FROM journal WHERE kind > :k ORDER BY kind LIMIT 1", last)) {
        last = *next;
        if (last.starts_with(begin)) kinds.push_back(last);
    }
    return kinds;
}

std::vector<Entry> of_kinds(store::Rows& rows, const Look& wanted) {
    std::vector<std::int64_t> places;
    for (const auto& kind : kinds_like(rows, wanted.kind)) {
        const auto some = rows.list<std::int64_t>(
            "SELECT seq FROM journal WHERE kind = :k AND seq > :a ORDER BY seq LIMIT :l",
            kind,
            wanted.after,
            wanted.limit
        );
        places.insert(places.end(), some.begin(), some.end());
    }
    std::sort(places.begin(), places.end());
    places.resize(std::min(places.size(), static_cast<std::size_t>(std::max<std::int64_t>(wanted.limit, 0))));
    std::vector<Entry> entries;
    for (const auto place : places)
        if (auto entry = rows.first<Entry>(kEntries + "WHERE seq = :s", place)) entries.push_back(std::move(*entry));
    return entries;
}

}  // namespace

std::vector<Entry> look(store::Rows& rows, const Look& wanted) {
    if (!wanted.subject.empty())
        return rows.select<Entry>(
            fmt::format(
                "{}WHERE subject = :s AND seq > :a AND substr(kind, 1, {}) = :k ORDER BY seq LIMIT :l",
                kEntries,
                wanted.kind.size()
            ),
            wanted.subject,
            wanted.after,
            wanted.kind,
            wanted.limit
        );
    if (!wanted.kind.empty()) return of_kinds(rows, wanted);
    return rows.select<Entry>(kEntries + "WHERE seq > :a ORDER BY seq LIMIT :l", wanted.after, wanted.limit);
}

}  // namespace anlan::journal

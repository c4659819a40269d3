#include "journal/extract.hpp"

#include <algorithm>

namespace anlan::journal {

namespace {

struct Arrived {
    AreaCode origin;
    std::int64_t seq = 0;
    Instant at{};
    std::string actor, drill, kind, subject;
    std::int64_t cause = 0;
    std::string body, prev, hash;
};
BOOST_DESCRIBE_STRUCT(Arrived, (), (origin, seq, at, actor, drill, kind, subject, cause, body, prev, hash))

}  // namespace

std::vector<Entry> entries_about(store::Rows& rows, const std::vector<std::string>& subjects) {
    std::vector<Entry> all;
    for (const auto& subject : subjects)
        for (auto& entry : rows.select<Entry>(
                 "SELECT seq, at, actor, drill, kind, subject, cause, body, prev, hash FROM journal WHERE subject = :s "
                 "ORDER BY seq",
                 subject
             ))
            all.push_back(std::move(entry));
    std::ranges::sort(all, {}, &Entry::seq);
    return all;
}

std::vector<ToldEntry> told_about(store::Rows& rows, const std::vector<std::string>& subjects) {
    std::vector<ToldEntry> all;
    for (const auto& subject : subjects)
        for (auto& row : rows.select<Arrived>(
                 "SELECT origin, seq, at, actor, drill, kind, subject, cause, body, prev, hash FROM arrival WHERE "
                 "subject = :s ORDER BY place",
                 subject
             ))
            all.push_back(
                {std::move(row.origin),
                 {row.seq,
                  row.at,
                  std::move(row.actor),
                  std::move(row.drill),
                  std::move(row.kind),
                  std::move(row.subject),
                  row.cause,
                  std::move(row.body),
                  std::move(row.prev),
                  std::move(row.hash)}}
            );
    return all;
}

bool stands(store::Rows& rows, const Entry& entry) {
    if (hash_of(entry) != entry.hash) return false;
    if (entry.seq == 1) return true;
    const auto before = rows.value<std::string>("SELECT hash FROM journal WHERE seq = :s", entry.seq - 1);
    return before && *before == entry.prev;
}

bool stands(const ToldEntry& told) {
    return hash_of(told.entry) == told.entry.hash;
}

}  // namespace anlan::journal

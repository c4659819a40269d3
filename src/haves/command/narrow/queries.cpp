#include "narrow/queries.hpp"

namespace anlan::narrow {

namespace {

constexpr const char* kEntry = "SELECT seq, at, actor, drill, kind, subject, cause, body, prev, hash FROM journal ";
constexpr int kPage = 500;

}  // namespace

Untold untold(
    store::Rows& rows, const AreaCode& here, const AreaCode& neighbour, std::int64_t after, Instant not_before
) {
    Untold found{{}, after};
    const auto entries = rows.select<journal::Entry>(
        std::string(kEntry) + "WHERE seq > :a AND at >= :t ORDER BY seq LIMIT " + std::to_string(kPage),
        after,
        not_before
    );
    for (const auto& entry : entries) {
        found.last = entry.seq;
        auto fact = fact_of(entry, here, neighbour);
        if (!fact) continue;
        const auto sent = rows.value<std::int64_t>(
            "SELECT number FROM narrow_sent WHERE seq = :s AND neighbour = :n LIMIT 1", entry.seq, neighbour
        );
        if (!sent) found.facts.push_back(std::move(*fact));
    }
    return found;
}

std::optional<Fact> fact_at(store::Rows& rows, const AreaCode& here, const AreaCode& neighbour, std::int64_t seq) {
    const auto entry = rows.first<journal::Entry>(std::string(kEntry) + "WHERE seq = :s", seq);
    return entry ? fact_of(*entry, here, neighbour) : std::nullopt;
}

std::int64_t last_before(store::Rows& rows, Instant at) {
    return rows.value<std::optional<std::int64_t>>("SELECT MAX(seq) FROM journal WHERE at < :t", at)
        .value_or(std::nullopt)
        .value_or(0);
}

std::vector<SentRow> waiting_for(store::Rows& rows, const AreaCode& neighbour) {
    return rows.select<SentRow>(
        "SELECT neighbour, number, seq, thing, told, drill, bytes, bearer, state, sent_at, settled_at FROM narrow_sent "
        "WHERE state = 'waiting' AND neighbour = :n ORDER BY number",
        neighbour
    );
}

std::int64_t last_number(store::Rows& rows, const AreaCode& neighbour) {
    return rows
        .value<std::optional<std::int64_t>>("SELECT MAX(number) FROM narrow_sent WHERE neighbour = :n", neighbour)
        .value_or(std::nullopt)
        .value_or(0);
}

std::int64_t newest_heard(store::Rows& rows, const AreaCode& neighbour) {
    return rows
        .value<std::optional<std::int64_t>>("SELECT MAX(number) FROM narrow_frame WHERE neighbour = :n", neighbour)
        .value_or(std::nullopt)
        .value_or(0);
}

std::optional<std::string> code_heard(store::Rows& rows, const AreaCode& neighbour, std::int64_t number) {
    return rows.value<std::string>(
        "SELECT code FROM narrow_frame WHERE neighbour = :n AND number = :m", neighbour, number
    );
}

bool came_in_full(store::Rows& rows, const AreaCode& node, std::int64_t seq, std::uint32_t thing) {
    for (const auto& subject :
         rows.list<std::string>("SELECT subject FROM arrival WHERE origin = :o AND seq = :s", node, seq))
        if (mark_of(subject) == thing) return true;
    return false;
}

}  // namespace anlan::narrow

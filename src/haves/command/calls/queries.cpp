#include "calls/queries.hpp"

#include "calls/channel_events.hpp"

namespace anlan::calls {

namespace {

constexpr const char* kCounts =
    "SELECT COUNT(*), COALESCE(SUM(CASE WHEN state = 'answered' THEN 1 ELSE 0 END), 0), "
    "COALESCE(SUM(CASE WHEN escalations > 0 THEN 1 ELSE 0 END), 0), "
    "COALESCE(SUM(CASE WHEN state IN ('ringing', 'door_knock') THEN 1 ELSE 0 END), 0), "
    "COALESCE(SUM(CASE WHEN (answered_at IS NULL AND state <> 'closed' AND first_due < :now) OR answered_at > "
    "first_due "
    "THEN 1 ELSE 0 END), 0), ";

}  // namespace

CallCounts counts_of(store::Rows& rows, const std::string& origin, Instant now) {
    return rows
        .first<CallCounts>(
            std::string(kCounts) +
                "COALESCE(SUM(CASE WHEN state = 'door_knock' THEN 1 ELSE 0 END), 0) FROM call WHERE origin = :o",
            now,
            origin
        )
        .value_or(CallCounts{});
}

CallCounts counts_of_node(store::Rows& rows, const AreaCode& node, const std::string& drill, Instant now) {
    return rows
        .first<CallCounts>(
            std::string(kCounts) + "0 FROM town_call WHERE node = :n AND drill = :d AND state <> 'closed'",
            now,
            node,
            drill
        )
        .value_or(CallCounts{});
}

CallCounts counts_of_area(store::Rows& rows, const AreaCode& area, const std::string& drill, Instant now) {
    return rows
        .first<CallCounts>(
            std::string(kCounts) +
                "COALESCE(SUM(CASE WHEN state = 'door_knock' THEN 1 ELSE 0 END), 0) FROM call "
                "WHERE area = :a AND drill = :d AND state <> 'closed'",
            now,
            area,
            drill
        )
        .value_or(CallCounts{});
}

HighCalls high_calls_since(store::Rows& rows, Instant since, std::chrono::seconds limit) {
    return rows
        .first<HighCalls>(
            "SELECT COUNT(*), COALESCE(SUM(CASE WHEN seconds <= :l1 THEN 1 ELSE 0 END), 0), COALESCE(SUM(CASE WHEN "
            "(seconds IS NULL OR seconds > :l2) AND escalations > 0 THEN 1 ELSE 0 END), 0) FROM call "
            "WHERE drill = '' AND colour IN ('red', 'orange') AND placed_at >= :s AND (state = 'answered' OR stage > "
            "0)",
            limit.count(),
            limit.count(),
            since
        )
        .value_or(HighCalls{});
}

Answers answers_in(store::Rows& rows, const World& world, Instant since, std::chrono::seconds limit) {
    return rows
        .first<Answers>(
            "SELECT COUNT(*), COALESCE(SUM(CASE WHEN seconds <= :l THEN 1 ELSE 0 END), 0), "
            "COALESCE(SUM(CASE WHEN escalations > 0 THEN 1 ELSE 0 END), 0) FROM call WHERE drill = :d AND placed_at >= "
            ":s AND NOT (state = 'closed' AND answered_at IS NULL)",
            static_cast<std::int64_t>(limit.count()),
            world.text(),
            since
        )
        .value_or(Answers{});
}

std::vector<CallBrief> calls_of(store::Rows& rows, const std::string& origin) {
    return rows.select<CallBrief>(
        "SELECT id, person, post_title, area, state, placed_at, first_due, answered_at, answered_by, seconds, "
        "escalations, "
        "exhausted FROM call WHERE origin = :o ORDER BY placed_at, id",
        origin
    );
}

std::optional<std::string> origin_of(store::Rows& rows, const CallId& call) {
    return rows.value<std::string>("SELECT origin FROM call WHERE id = :i", call);
}

std::vector<std::string> personal_refs(store::Rows& rows, const std::string& origin) {
    std::vector<std::string> refs;
    for (const auto& call :
         rows.list<std::string>("SELECT id FROM call WHERE origin = :o AND state <> 'ringing' ORDER BY id", origin))
        refs.insert(refs.end(), {knock_ref(call), reply_ref(call)});
    return refs;
}

std::optional<Instant> last_answer(store::Rows& rows, const PersonId& person) {
    return rows.value<Instant>(
        "SELECT answered_at FROM call WHERE answered_by = :p AND answered_at IS NOT NULL ORDER BY answered_at DESC "
        "LIMIT 1",
        person
    );
}

}  // namespace anlan::calls

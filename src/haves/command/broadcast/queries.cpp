#include "broadcast/queries.hpp"

#include <algorithm>

#include "broadcast/words.hpp"
#include "policy/queries.hpp"

namespace anlan::broadcast {

namespace {

const std::string kBroadcastRows =
    "SELECT b.id, b.drill, b.node, b.from_area, b.sheet, b.words, b.revision, b.state, b.drafted_by, b.released_by, "
    "b.warning, b.drafted_at, b.released_at, b.begun_at, b.interrupted_at, b.ended_at, b.interrupted_by, b.played, "
    "b.failed, b.silent, b.sent, b.total, b.reason FROM broadcast b ";

/// A broadcast known here is one, whoever above or below has it too.
const std::string kNotTwice =
    "AND (b.node = '' OR NOT EXISTS (SELECT 1 FROM broadcast o WHERE o.node = '' AND o.id = b.id)) ";

}  // namespace

std::optional<BroadcastFacts> find_broadcast(store::Rows& rows, const BroadcastId& id) {
    return rows.first<BroadcastFacts>(kBroadcastRows + "WHERE b.node = '' AND b.id = :i", id);
}

std::vector<BroadcastFacts> broadcasts(store::Rows& rows, const World& world, std::int64_t limit) {
    return rows.select<BroadcastFacts>(
        kBroadcastRows + "WHERE b.drill = :d " + kNotTwice +
            "ORDER BY CASE WHEN b.ended_at IS NULL THEN 0 ELSE 1 END, b.drafted_at DESC, b.id DESC LIMIT :l",
        world.text(),
        limit
    );
}

std::vector<BroadcastFacts> taken_below(store::Rows& rows, const BroadcastId& id) {
    return rows.select<BroadcastFacts>(kBroadcastRows + "WHERE b.node <> '' AND b.id = :i ORDER BY b.node", id);
}

std::vector<PartFacts> parts_of(store::Rows& rows, const BroadcastId& id) {
    return rows.select<PartFacts>(
        "SELECT terminal, outcome, seconds, note, at FROM broadcast_part WHERE broadcast = :b ORDER BY terminal", id
    );
}

std::int64_t seconds_of(store::Rows& rows, const BroadcastSheet& sheet) {
    const auto rate = std::max(1.0, policy::number(rows, "broadcast.speech_rate"));
    const auto siren = sheet.siren ? policy::seconds(rows, "broadcast.siren_seconds").count() : 0;
    const auto words = static_cast<std::int64_t>(static_cast<double>(characters_in(sheet.text)) / rate) + 1;
    return (siren + words) * sheet.repeats;
}

std::vector<AuthorityFacts> authorities(store::Rows& rows, const World& world, Instant now) {
    return rows.select<AuthorityFacts>(
        "SELECT warning, headline, hazard, areas, until_at FROM broadcast_authority WHERE drill = :d AND ended_at IS "
        "NULL AND until_at > CAST(:n AS BIGINT) ORDER BY until_at DESC, warning",
        world.text(),
        now
    );
}

}  // namespace anlan::broadcast

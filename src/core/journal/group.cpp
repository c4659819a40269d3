#include "journal/group.hpp"

#include <spdlog/spdlog.h>

#include "journal/deadline.hpp"
#include "journal/deadline_events.hpp"
#include "journal/vault.hpp"

namespace anlan::journal {

namespace {

constexpr int kHopsMax = 8;  ///< reactions on reactions; a longer chain is a loop

std::string stored(Direction direction) {
    return direction == Direction::up ? "up" : "down";
}

std::string origin_key(const AreaCode& origin, Direction direction) {
    return origin.text + "/" + stored(direction);
}

}  // namespace

Group::Group(store::Rows& rows, const std::vector<Room>& rooms, const NodeFacts& node, seal::Dice& dice, Instant now)
    : rows_(rows), rooms_(rooms), node_(node), dice_(dice), now_(now), head_(head_of(rows)) {}

Result<Outcome> Group::grant(const Wish& wish) {
    auto outcome = decide(wish, 0, 0);
    react();
    return outcome;
}

Result<Outcome> Group::decide(const Wish& wish, std::int64_t cause, int hop) {
    Desk desk{rows_, node_, dice_, now_, wish.world, wish.actor};
    if (wish.world_of)
        if (auto world = wish.world_of(rows_)) desk.world = std::move(*world);
    BOOST_OUTCOME_TRY(auto decision, wish.decide(desk));
    for (const auto& event : decision.events) {
        if (desk.is_new(event.subject)) continue;
        BOOST_OUTCOME_TRYV(stays_in_its_world(event.subject, desk.world));
    }
    Outcome outcome{decision.subject, std::move(decision.answer), 0, 0};
    for (const auto& event : decision.events) {
        auto entry = append(event, desk, cause);
        if (outcome.first_seq == 0) outcome.first_seq = entry.seq;
        outcome.last_seq = entry.seq;
        pending_.push_back({std::move(entry), hop, true, node_.area.text});
    }
    return outcome;
}

/// What began in a drill goes on in that drill, and what is real stays real. The subject's first entry decides.
Result<void> Group::stays_in_its_world(const std::string& subject, const World& world) {
    const auto first =
        rows_.value<std::string>("SELECT drill FROM journal WHERE subject = :s ORDER BY seq LIMIT 1", subject);
    if (!first || *first == world.text()) return done();
    return refuse(
        "world_mixed",
        "",
        "演练与实战不能混用：该事项不属于当前场景",
        "drill and reality do not mix: this belongs to the other one"
    );
}

Entry Group::append(const Event& event, const Desk& desk, std::int64_t cause) {
    auto body = event.body;
    if (!event.secrets.empty()) {
        json::object sealed;
        for (const auto& secret : event.secrets) sealed.emplace(secret.field, vault::keep(rows_, dice_, secret));
        body.emplace("sealed", std::move(sealed));
    }
    Entry entry{
        .seq = head_.seq + 1,
        .at = now_,
        .actor = desk.actor,
        .drill = desk.world.text(),
        .kind = event.kind.text(),
        .subject = event.subject,
        .cause = cause,
        .body = json::serialize(body),
        .prev = head_.hash,
        .hash = {}};
    entry.hash = hash_of(entry);
    rows_.run(
        "INSERT INTO journal(seq, at, actor, drill, kind, subject, cause, body, prev, hash) "
        "VALUES(:seq, :at, :actor, :drill, :kind, :subject, :cause, :body, :prev, :hash)",
        entry.seq,
        entry.at,
        entry.actor,
        entry.drill,
        entry.kind,
        entry.subject,
        entry.cause,
        entry.body,
        entry.prev,
        entry.hash
    );
    head_ = {entry.seq, entry.hash};
    project_entry(rows_, rooms_, entry);
    for (const auto& ref : event.forgets) vault::forget(rows_, ref);
    post(event.kind, entry.seq);
    entries_.push_back(entry);
    return entry;
}

void Group::post(const EventKind& kind, std::int64_t seq) {
    for (const auto direction : {Direction::up, Direction::down}) {
        const bool goes = kind.share == Share::both || (kind.share == Share::up && direction == Direction::up) ||
                          (kind.share == Share::down && direction == Direction::down);
        if (!goes) continue;
        auto& last = outbox_last_[static_cast<std::size_t>(direction)];
        if (!last) last = last_outgoing(rows_, direction);
        ++*last;
        rows_.run("INSERT INTO outbox(direction, number, seq) VALUES(:d, :n, :s)", stored(direction), *last, seq);
    }
}

void Group::react() {
    while (!pending_.empty()) {
        const auto next = std::move(pending_.front());
        pending_.pop_front();
        for (const auto& room : rooms_) {
            const auto [from, to] = room.reactions.equal_range(next.entry.kind);
            for (auto each = from; each != to; ++each) {
                const Cause cause{next.entry, rows_, node_, now_, next.mine, next.from_area};
                for (const auto& wish : each->second(cause)) {
                    ensure(next.hop < kHopsMax, "reactions come to rest within eight hops");
                    const auto granted = decide(wish, next.mine ? next.entry.seq : 0, next.hop + 1);
                    if (!granted) spdlog::debug("{} after {}: {}", room.name, next.entry.kind, granted.error().code);
                }
            }
        }
    }
}

void Group::accept(const std::vector<Parcel>& parcels) {
    for (const auto& parcel : parcels) {
        const auto direction = node_.area.contains(parcel.origin) ? Direction::up : Direction::down;
        if (parcel.number != next_expected(rows_, parcel.origin, direction)) continue;
        const auto& entry = parcel.entry;
        rows_.run(
            "INSERT INTO mirror(origin, number, seq, at, actor, drill, kind, subject, cause, body, prev, hash) "
            "VALUES(:o, :n, :seq, :at, :actor, :drill, :kind, :subject, :cause, :body, :prev, :hash)",
            origin_key(parcel.origin, direction),
            parcel.number,
            entry.seq,
            entry.at,
            entry.actor,
            entry.drill,
            entry.kind,
            entry.subject,
            entry.cause,
            entry.body,
            entry.prev,
            entry.hash
        );
        mirror_entry(rows_, rooms_, entry, parcel.origin);
        pending_.push_back({entry, 0, false, parcel.origin.text});
        react();
    }
}

void Group::settle_deadline(const std::string& key, bool granted) {
    const auto due = rows_.value<Instant>("SELECT due FROM deadline WHERE key = :k", key);
    if (!due || *due > now_) return;
    spdlog::debug("deadline {} {}", key, granted ? "left standing by its command" : "refused");
    const auto drill = rows_.value<std::string>("SELECT drill FROM deadline WHERE key = :k", key).value_or("");
    const Desk desk{rows_, node_, dice_, now_, World::stored(drill), "system:schedule"};
    append(event(key, DeadlineLapsed{key}), desk, 0);
}

std::int64_t next_expected(store::Rows& rows, const AreaCode& origin, Direction direction) {
    return rows.value<std::optional<std::int64_t>>(
                   "SELECT MAX(number) FROM mirror WHERE origin = :o", origin_key(origin, direction)
           )
               .value_or(std::nullopt)
               .value_or(0) +
           1;
}

std::int64_t last_outgoing(store::Rows& rows, Direction direction) {
    return rows
        .value<std::optional<std::int64_t>>("SELECT MAX(number) FROM outbox WHERE direction = :d", stored(direction))
        .value_or(std::nullopt)
        .value_or(0);
}

std::vector<Parcel> outgoing(
    store::Rows& rows, const AreaCode& origin, Direction direction, std::int64_t from, int limit
) {
    auto entries = rows.select<Entry>(
        "SELECT j.seq, j.at, j.actor, j.drill, j.kind, j.subject, j.cause, j.body, j.prev, j.hash "
        "FROM outbox o JOIN journal j ON j.seq = o.seq WHERE o.direction = :d AND o.number >= :n "
        "ORDER BY o.number LIMIT :l",
        stored(direction),
        from,
        limit
    );
    std::vector<Parcel> parcels;
    parcels.reserve(entries.size());
    for (auto& entry : entries) parcels.push_back({origin, from++, std::move(entry)});
    return parcels;
}

}  // namespace anlan::journal

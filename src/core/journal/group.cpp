#include "journal/group.hpp"

#include <spdlog/spdlog.h>

#include "base/identity_number.hpp"
#include "journal/deadline.hpp"
#include "journal/deadline_events.hpp"
#include "journal/epoch_events.hpp"
#include "journal/once.hpp"
#include "journal/vault.hpp"

namespace anlan::journal {

namespace {

constexpr int kHopsMax = 8;  ///< reactions on reactions; a longer chain is a loop

}  // namespace

Group::Group(
    store::Rows& rows, const std::vector<Room>& rooms, const NodeFacts& node, seal::Dice& dice, Instant now, Trust trust
)
    : rows_(rows), rooms_(rooms), node_(node), dice_(dice), now_(now), trust_(trust), head_(head_of(rows)) {}

Result<Outcome> Group::grant(const Wish& wish) {
    if (wish.once) {
        BOOST_OUTCOME_TRY(auto before, granted_before(rows_, *wish.once));
        if (before) return std::move(*before);
    }
    auto outcome = decide(wish, 0, 0);
    if (wish.once && outcome) remember_granted(rows_, *wish.once, outcome.value(), now_);
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
    json::value written = event.body;
    if (!event.kind.verbatim)
        hide_identity_numbers(written);  // typed into a note: could neither be erased nor kept home
    auto& body = written.as_object();
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
    post(event, entry);
    entries_.push_back(entry);
    return entry;
}

/// Numbers and chains the entry in each stream it leaves by.
void Group::post(const Event& event, const Entry& entry) {
    if (event.kind.share == Share::local) return;
    auto shared = shared_form(entry, &event.kind);
    for (const auto& stream : streams_of(event.kind, event.to)) post_in(stream, shared);
}

void Group::post_in(const std::string& stream, Entry& shared) {
    auto [last, first_time] = sent_out_.try_emplace(stream);
    auto& mark = last->second;
    if (first_time) mark = sent_out(rows_, stream);
    shared.prev = mark.hash;
    mark.hash = hash_of(shared);
    ++mark.number;
    rows_.run(
        "INSERT INTO outgoing(stream, epoch, number, seq, hash) VALUES(:stream, :epoch, :number, :seq, :hash)",
        stream,
        mark.epoch,
        mark.number,
        shared.seq,
        mark.hash
    );
}

void Group::begin_epoch(const NewEpoch& wanted) {
    const auto epoch = std::max(current_epoch(rows_), wanted.above) + 1;
    for (const auto& name : {std::string("epoch"), "settled/" + wanted.neighbour.text})
        rows_.run(
            "INSERT INTO meta(name, value) VALUES(:n, :v) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
            name,
            std::to_string(epoch)
        );
    sent_out_.clear();
    const Desk desk{rows_, node_, dice_, now_, World::real(), "system:federation"};
    append(event("node", EpochBegun{epoch, wanted.reason, wanted.neighbour}), desk, 0);
    for (const auto& [stream, known] : wanted.repost) post_anew(stream, known, epoch);
}

/// Each entry once, however many epochs in between posted it anew for another neighbour.
void Group::post_anew(const std::string& stream, Mark from, std::int64_t epoch) {
    std::set<std::int64_t> posted;
    for (;;) {
        auto parcels = outgoing(rows_, rooms_, node_.area, stream, from, 1'000);
        if (parcels.empty() || parcels.front().epoch == epoch) return;
        from = {parcels.back().epoch, parcels.back().number, parcels.back().entry.hash};
        for (auto& parcel : parcels)
            if (posted.insert(parcel.entry.seq).second) post_in(stream, parcel.entry);
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

void Group::settle_deadline(const std::string& key, bool granted) {
    const auto due = rows_.value<Instant>("SELECT due FROM deadline WHERE key = :k", key);
    if (!due || *due > now_) return;
    spdlog::debug("deadline {} {}", key, granted ? "left standing by its command" : "refused");
    const auto drill = rows_.value<std::string>("SELECT drill FROM deadline WHERE key = :k", key).value_or("");
    const Desk desk{rows_, node_, dice_, now_, World::stored(drill), "system:schedule"};
    append(event(key, DeadlineLapsed{key}), desk, 0);
}

}  // namespace anlan::journal

#include <spdlog/spdlog.h>

#include "journal/epoch_events.hpp"
#include "journal/group.hpp"

/// What other nodes hand over: chained, judged, mirrored once, and what cannot be mirrored set aside.
namespace anlan::journal {

namespace {

constexpr Milliseconds kRefusalToldAgain{std::chrono::hours{1}};
constexpr std::string_view kAreaField{"\"area\":\""};

/// Nearly every entry speaks of its own area or of none: that is seen in the text.
bool speaks_of_its_own(std::string_view body, const AreaCode& origin) {
    for (auto at = body.find(kAreaField); at != std::string_view::npos; at = body.find(kAreaField, at + 1))
        if (!body.substr(at + kAreaField.size()).starts_with(origin.prefix())) return false;
    return true;
}

}  // namespace

void Group::accept(const std::vector<Parcel>& parcels) {
    for (const auto& parcel : parcels) {
        if (!in_turn(parcel)) continue;
        const auto& entry = parcel.entry;
        const auto reception = receive(parcel);
        if (arrivals_ == 0)
            arrivals_ = rows_.value<std::optional<std::int64_t>>("SELECT MAX(place) FROM arrival")
                            .value_or(std::nullopt)
                            .value_or(0);
        rows_.run(
            "INSERT INTO arrival(place, origin, stream, epoch, number, seq, at, actor, drill, kind, subject, cause, "
            "body, prev, hash, reception) VALUES(:place, :origin, :stream, :epoch, :number, :seq, :at, :actor, :drill, "
            ":kind, :subject, :cause, :body, :prev, :hash, :reception)",
            ++arrivals_,
            parcel.origin,
            parcel.stream,
            parcel.epoch,
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
            entry.hash,
            reception
        );
        if (reception != Reception::taken) continue;
        pending_.push_back({entry, 0, false, parcel.origin.text});
        react();
    }
}

Reception Group::receive(const Parcel& parcel) {
    if (known_before(parcel)) return Reception::known;
    const auto subject = "link/" + parcel.origin.text;
    if (!comes_its_way(parcel)) {
        refuse_entry(
            parcel,
            event(subject, EntryRefused{parcel.origin, parcel.stream, parcel.epoch, parcel.number, parcel.entry.kind})
        );
        return Reception::set_aside;
    }
    if (const auto area = foreign_area(parcel)) {
        refuse_entry(
            parcel,
            event(
                subject,
                EntryOutOfArea{parcel.origin, parcel.stream, parcel.epoch, parcel.number, parcel.entry.kind, *area}
            )
        );
        return Reception::set_aside;
    }
    for (const auto& room : rooms_) {
        const auto facts = room.kinds.find(parcel.entry.kind);
        if (facts == room.kinds.end() || facts->second.reads(parcel.entry.body)) continue;
        set_aside(parcel, "body");
        return Reception::set_aside;
    }
    if (trust_ == Trust::entry_by_entry) return receive_carefully(parcel);
    mirror_entry(rows_, rooms_, parcel.entry, parcel.origin);
    return Reception::taken;
}

Reception Group::receive_carefully(const Parcel& parcel) {
    rows_.script("SAVEPOINT parcel;\n");
    try {
        mirror_entry(rows_, rooms_, parcel.entry, parcel.origin);
        rows_.script("RELEASE SAVEPOINT parcel;\n");
        return Reception::taken;
    } catch (const store::StoreFault& fault) {
        if (fault.disk_full) throw;
        rows_.script("ROLLBACK TO SAVEPOINT parcel;\nRELEASE SAVEPOINT parcel;\n");
        set_aside(parcel, fault.what());
        return Reception::set_aside;
    }
}

/// A kind is made for one way: a child gives no orders, whatever its program says.
bool Group::comes_its_way(const Parcel& parcel) const {
    const auto* kind = kind_of(rooms_, parcel.entry.kind);
    if (kind == nullptr || kind->share == Share::both) return true;
    const bool from_below = parcel.origin != node_.area && node_.area.contains(parcel.origin);
    return kind->share == (from_below ? Share::up : Share::down);
}

/// The area of which a node below speaks, when it is neither its own, nor below it, nor above it.
std::optional<AreaCode> Group::foreign_area(const Parcel& parcel) const {
    if (parcel.origin == node_.area || !node_.area.contains(parcel.origin)) return std::nullopt;
    const auto& body = parcel.entry.body;
    if (speaks_of_its_own(body, parcel.origin)) return std::nullopt;
    boost::system::error_code fault;
    const auto read = json::parse(body, fault);
    const auto* field = !fault && read.is_object() ? read.get_object().if_contains("area") : nullptr;
    if (field == nullptr || !field->is_string()) return std::nullopt;
    const auto area = parse_area(std::string_view(field->get_string()));
    return area && !area.value().overlaps(parcel.origin) ? std::optional(area.value()) : std::nullopt;
}

void Group::refuse_entry(const Parcel& parcel, const Event& told) {
    const auto lately = rows_.value<std::int64_t>(
        "SELECT COUNT(*) FROM journal WHERE subject = :s AND kind = :k AND at > :a",
        told.subject,
        told.kind.text(),
        now_ - kRefusalToldAgain
    );
    if (lately.value_or(0) > 0) return;
    spdlog::warn("entry {} of {} ({}) was refused", parcel.entry.seq, parcel.origin.text, parcel.entry.kind);
    const Desk desk{rows_, node_, dice_, now_, World::real(), "system:federation"};
    append(told, desk, 0);
}

/// Told on the record, for people to look at; the streams go on.
void Group::set_aside(const Parcel& parcel, const std::string& why) {
    spdlog::error(
        "entry {} of {} ({}) was set aside: {}", parcel.entry.seq, parcel.origin.text, parcel.entry.kind, why
    );
    const Desk desk{rows_, node_, dice_, now_, World::real(), "system:federation"};
    append(
        event("node", EntrySetAside{parcel.origin, parcel.stream, parcel.epoch, parcel.number, parcel.entry.kind}),
        desk,
        0
    );
}

/// What a node posts anew after a restore may have arrived before: it is chained, and counts once.
bool Group::known_before(const Parcel& parcel) {
    if (parcel.epoch == 1) return false;
    const auto& entry = parcel.entry;
    return rows_
        .value<std::int64_t>(
            "SELECT place FROM arrival WHERE origin = :o AND stream = :s AND seq = :q AND at = :a AND kind = :k "
            "AND subject = :j LIMIT 1",
            parcel.origin,
            parcel.stream,
            entry.seq,
            entry.at,
            entry.kind,
            entry.subject
        )
        .has_value();
}

/// The next of its stream, continuing the chain held here; a new epoch begins its chain anew.
bool Group::in_turn(const Parcel& parcel) {
    auto [last, first_time] = arrived_.try_emplace(parcel.origin.text + "/" + parcel.stream);
    auto& mark = last->second;
    if (first_time) mark = arrived(rows_, parcel.origin, parcel.stream);
    const bool new_epoch = parcel.epoch > mark.epoch;
    if (parcel.epoch < mark.epoch || parcel.number != (new_epoch ? 1 : mark.number + 1)) return false;
    if (parcel.entry.prev != (new_epoch ? kNoHash : mark.hash) || hash_of(parcel.entry) != parcel.entry.hash)
        return false;
    mark = {parcel.epoch, parcel.number, parcel.entry.hash};
    return true;
}

}  // namespace anlan::journal

#include "warning/project.hpp"

#include <algorithm>

#include "journal/deadline.hpp"
#include "warning/commands.hpp"

namespace anlan::warning {

namespace {

std::string deadline_of(const std::string& id) {
    return "warning/" + id;
}

void remember(store::Rows& rows, const journal::Entry& entry, const Alert& alert) {
    rows.run(
        "INSERT INTO warning_message(drill, sender, identifier, sent, id) VALUES(:d, :s, :i, :t, :w)",
        entry.drill,
        alert.sender,
        alert.identifier,
        alert.sent,
        entry.subject
    );
}

void keep_references(store::Rows& rows, const journal::Entry& entry, const Alert& alert) {
    std::int64_t number = 0;
    for (const auto& each : alert.references)
        rows.run(
            "INSERT INTO warning_reference(warning, number, drill, sender, identifier, sent) VALUES(:w, :n, :d, :s, "
            ":i, :t)",
            entry.subject,
            ++number,
            entry.drill,
            each.sender,
            each.identifier,
            each.sent
        );
}

void insert(store::Rows& rows, const journal::Entry& entry, const WarningReceived& received) {
    const auto& alert = received.alert;
    static const AlertInfo kNone;
    const auto& info = received.telling < 0 ? kNone : alert.infos[static_cast<std::size_t>(received.telling)];
    const auto state = received.action == "lift" ? WarningState::lifted : WarningState::active;
    const auto headline = info.headline.empty() && received.action == "lift" ? alert.note : info.headline;
    rows.run(
        "INSERT INTO warning(id, drill, seq, identifier, sender, sender_name, standard, source, via, status, msg_type, "
        "action, hazard, colour, weather_level, event, headline, description, instruction, sent, received_at, "
        "effective, "
        "onset, expires, state, replaced_by, replaces, covers_us, areas, notes, infos, original) "
        "VALUES(:id, :drill, :seq, :identifier, :sender, :sender_name, :standard, :source, :via, :status, :msg_type, "
        ":action, :hazard, :colour, :weather_level, :event, :headline, :description, :instruction, :sent, "
        ":received_at, "
        ":effective, :onset, :expires, :state, NULL, :replaces, :covers_us, :areas, :notes, :infos, :original)",
        entry.subject,
        entry.drill,
        entry.seq,
        alert.identifier,
        alert.sender,
        info.sender_name.empty() ? alert.sender : info.sender_name,
        alert.standard,
        received.source,
        received.via,
        alert.status,
        alert.msg_type,
        received.action,
        received.hazard,
        received.colour,
        received.weather_level,
        info.event,
        headline.empty() ? info.event : headline,
        info.description,
        info.instruction,
        alert.sent,
        entry.at,
        info.effective,
        info.onset,
        received.expires,
        state,
        received.replaces,
        received.covers_us,
        info.areas,
        received.notes,
        alert.infos,
        received.original
    );
}

/// A message that overtook the one it replaces learns of it here.
void add_to_replaces(store::Rows& rows, const WarningId& by, const std::string& replaced) {
    auto ids = rows.value<std::vector<WarningId>>("SELECT replaces FROM warning WHERE id = :i", by);
    if (!ids || std::find(ids->begin(), ids->end(), WarningId{replaced}) != ids->end()) return;
    ids->push_back({replaced});
    rows.run("UPDATE warning SET replaces = :r WHERE id = :i", *ids, by);
}

void close(store::Rows& rows, const journal::Entry& entry, WarningState state, const std::optional<WarningId>& by) {
    rows.run("UPDATE warning SET state = :s WHERE id = :i", state, entry.subject);
    journal::clear_deadline(rows, deadline_of(entry.subject));
    if (!by) return;
    rows.run("UPDATE warning SET replaced_by = :b WHERE id = :i", *by, entry.subject);
    add_to_replaces(rows, *by, entry.subject);
}

}  // namespace

void project(store::Rows& rows, const journal::Entry& entry, const WarningReceived& received) {
    remember(rows, entry, received.alert);
    keep_references(rows, entry, received.alert);
    insert(rows, entry, received);
    for (const auto& id : received.replaces)
        rows.run("UPDATE warning SET replaced_by = :b WHERE id = :i AND replaced_by IS NULL", entry.subject, id);
    if (received.action != "lift" && received.expires)
        journal::set_deadline(
            rows, entry, deadline_of(entry.subject), *received.expires, "warning.expire", ExpireWarning{{entry.subject}}
        );
}

void project(store::Rows& rows, const journal::Entry& entry, const WarningSuperseded& superseded) {
    close(rows, entry, WarningState::superseded, superseded.by);
}

void project(store::Rows& rows, const journal::Entry& entry, const WarningLifted& lifted) {
    close(rows, entry, WarningState::lifted, lifted.by);
}

void project(store::Rows& rows, const journal::Entry& entry, const WarningExpired&) {
    close(rows, entry, WarningState::expired, std::nullopt);
}

void project(store::Rows& rows, const journal::Entry& entry, const MessageNoted& noted) {
    remember(rows, entry, noted.alert);
}

}  // namespace anlan::warning

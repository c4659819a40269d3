#include "warning/records.hpp"

#include <algorithm>

namespace anlan::warning {

namespace {

constexpr const char* kRecordColumns =
    "SELECT id, sender, identifier, status, sent, colour, state, replaced_by, hazard, covers_us FROM warning ";

bool means(const AlertReference& reference, const std::string& sender, const std::string& identifier, Instant sent) {
    return reference.identifier == identifier && (reference.sender.empty() || reference.sender == sender) &&
           (!reference.sent || *reference.sent == sent);
}

bool names_all(const AlertReference& reference) {
    return !reference.sender.empty() && reference.sent.has_value();
}

}  // namespace

std::optional<WarningId> Records::same(const Alert& alert) const {
    for (const auto& each : fresh_)
        if (each.alert.sender == alert.sender && each.alert.identifier == alert.identifier &&
            each.alert.sent == alert.sent)
            return each.record.id;
    const auto id = views_.value<std::string>(
        "SELECT id FROM warning_message WHERE drill = :d AND sender = :s AND identifier = :i AND sent = :t",
        drill_,
        alert.sender,
        alert.identifier,
        alert.sent
    );
    if (!id) return std::nullopt;
    return WarningId{*id};
}

std::vector<Record> Records::named_by(const AlertReference& reference, const std::string& status) const {
    std::vector<Record> found = views_.select<Record>(
        std::string(kRecordColumns) + "WHERE drill = :d AND identifier = :i AND status = :s ORDER BY sent, id",
        drill_,
        reference.identifier,
        status
    );
    for (const auto& each : fresh_)
        if (each.shown && each.record.status == status) found.push_back(each.record);
    std::erase_if(found, [&](const auto& each) { return !means(reference, each.sender, each.identifier, each.sent); });
    for (auto& each : found) each = latest(std::move(each));
    if (names_all(reference)) return found;
    // Grows while it is walked: each one found brings the one that replaced it.
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!found[i].replaced_by) continue;
        const auto next = by_id(*found[i].replaced_by);
        if (!next) continue;
        const auto known = [&](const auto& each) { return each.id == next->id; };
        if (std::none_of(found.begin(), found.end(), known)) found.push_back(*next);
    }
    return found;
}

std::optional<Record> Records::replacing(const Alert& alert) const {
    for (const auto& each : fresh_)
        for (const auto& reference : each.alert.references)
            if (each.record.status == alert.status && means(reference, alert.sender, alert.identifier, alert.sent))
                return latest(each.record);
    for (const auto& id : views_.list<std::string>(
             "SELECT warning FROM warning_reference WHERE drill = :d AND identifier = :i "
             "AND (sender = '' OR sender = :s) AND (sent IS NULL OR sent = :t) ORDER BY warning",
             drill_,
             alert.identifier,
             alert.sender,
             alert.sent
         )) {
        const auto record = by_id(id);
        if (record && record->status == alert.status && record->sent >= alert.sent) return record;
    }
    return std::nullopt;
}

void Records::add(Record record, const Alert& alert) {
    fresh_.push_back({std::move(record), alert, true});
}

void Records::note(const WarningId& id, const Alert& alert) {
    Record record;
    record.id = id;
    fresh_.push_back({std::move(record), alert, false});
}

void Records::close(const WarningId& id, WarningState state, const WarningId& by) {
    auto record = by_id(id.text);
    if (!record) return;
    record->state = state;
    record->replaced_by = by.text;
    changed_.push_back(std::move(*record));
}

Record Records::latest(Record record) const {
    const auto same = [&](const auto& each) { return each.id == record.id; };
    const auto found = std::find_if(changed_.rbegin(), changed_.rend(), same);
    return found == changed_.rend() ? record : *found;
}

std::optional<Record> Records::by_id(const std::string& id) const {
    for (const auto& each : fresh_)
        if (each.shown && each.record.id.text == id) return latest(each.record);
    auto record = views_.first<Record>(std::string(kRecordColumns) + "WHERE id = :i", id);
    if (record) *record = latest(std::move(*record));
    return record;
}

}  // namespace anlan::warning

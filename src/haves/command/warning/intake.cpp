#include "warning/intake.hpp"

#include <algorithm>

#include "warning/ladder.hpp"

namespace anlan::warning {

namespace {

/// The newest of those it replaces says from which colour it comes.
const Record* newest_of(const std::vector<Record>& earlier) {
    const auto newest = std::max_element(earlier.begin(), earlier.end(), [](const auto& one, const auto& other) {
        return one.sent < other.sent;
    });
    return newest == earlier.end() ? nullptr : &*newest;
}

/// A Cancel may come without an info; then it speaks of what it lifts.
void speak_of(WarningReceived& received, const Record& record) {
    received.hazard = record.hazard;
    received.colour = record.colour;
    received.covers_us = record.covers_us;
}

bool lifts(const Alert& alert) {
    return alert.msg_type == "Cancel";
}

}  // namespace

WarningId Intake::take(Alert alert, const std::string& source, const std::string& via) {
    if (auto known = records_.same(alert)) return *known;
    if (alert.msg_type == "Ack" || alert.msg_type == "Error") return note_message(std::move(alert), source, via);
    const WarningId id{desk_.new_id()};
    const auto naming = records_.replacing(alert);
    auto received = read(alert);
    received.source = source;
    received.via = via;
    const auto earlier = previous(alert, received.notes);
    for (const auto& each : earlier) received.replaces.push_back(each.id);
    const auto* before = newest_of(earlier);
    if (received.telling < 0 && before != nullptr) speak_of(received, *before);
    received.action =
        action_of(alert, received.colour, before == nullptr ? std::nullopt : std::optional(before->colour));
    notes_.insert(notes_.end(), received.notes.begin(), received.notes.end());
    events_.push_back(journal::event(id.text, received));
    const Record record{
        id,
        alert.sender,
        alert.identifier,
        alert.status,
        alert.sent,
        received.colour,
        lifts(alert) ? WarningState::lifted : WarningState::active,
        {},
        received.hazard,
        received.covers_us};
    records_.add(record, alert);
    close_previous(earlier, id, lifts(alert));
    if (naming)
        close_previous({record}, naming->id, naming->state == WarningState::lifted);
    else
        close_if_over(record, received.expires);
    return id;
}

WarningId Intake::note_message(Alert alert, const std::string& source, const std::string& via) {
    const WarningId id{desk_.new_id()};
    records_.note(id, alert);
    MessageNoted noted{std::move(alert), source, via, {}};
    noted.original = std::move(noted.alert.original);
    noted.alert.original.clear();
    events_.push_back(journal::event(id.text, noted));
    return id;
}

WarningReceived Intake::read(Alert alert) {
    WarningReceived received;
    if (const auto* info = telling_info(alert, matcher_, desk_.node.area)) {
        received.telling = info - alert.infos.data();
        received.hazard = info->hazard.empty() ? "other" : info->hazard;
        received.colour = info->colour;
        received.expires = info->expires;
        received.weather_level = weather_level(info->headline);
        received.covers_us = matcher_.touches(info->areas, desk_.node.area);
        if (!info->expires && !lifts(alert)) received.notes.push_back("消息没有写失效时间，需人工留意何时结束");
    }
    received.notes.insert(received.notes.begin(), alert.notes.begin(), alert.notes.end());
    received.original = std::move(alert.original);
    alert.original.clear();
    alert.notes.clear();
    received.alert = std::move(alert);
    return received;
}

std::vector<Record> Intake::previous(const Alert& alert, std::vector<std::string>& notes) const {
    std::vector<Record> all;
    if (alert.msg_type != "Update" && !lifts(alert)) return all;
    if (alert.references.empty()) notes.push_back("消息是更新或解除，却没有写针对哪一条");
    for (const auto& reference : alert.references) {
        const auto named = records_.named_by(reference, alert.status);
        if (named.empty()) notes.push_back("所针对的预警本站没有收到过：" + reference.identifier);
        for (const auto& each : named) {
            const auto known = [&](const auto& one) { return one.id == each.id; };
            if (std::none_of(all.begin(), all.end(), known)) all.push_back(each);
        }
    }
    return all;
}

void Intake::close_previous(const std::vector<Record>& earlier, const WarningId& by, bool lifted) {
    for (const auto& each : earlier) {
        if (each.state != WarningState::active || each.id == by) continue;
        if (lifted)
            events_.push_back(journal::event(each.id.text, WarningLifted{by}));
        else
            events_.push_back(journal::event(each.id.text, WarningSuperseded{by}));
        records_.close(each.id, lifted ? WarningState::lifted : WarningState::superseded, by);
    }
}

void Intake::close_if_over(const Record& record, const std::optional<Instant>& expires) {
    if (record.state != WarningState::active || !expires || *expires > desk_.now) return;
    events_.push_back(journal::event(record.id.text, WarningExpired{"time"}));
}

}  // namespace anlan::warning

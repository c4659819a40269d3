#include "sensors/judge.hpp"

#include <algorithm>
#include <cmath>

#include "policy/queries.hpp"
#include "sensors/commands.hpp"
#include "sensors/measures.hpp"

namespace anlan::sensors {

namespace {

constexpr const char* kActor = "system:sensing";
constexpr std::size_t kStrangersMax = 200, kPacesMax = 50'000;
constexpr std::size_t kDeafFrom = 4;
constexpr std::chrono::seconds kMissPause{1};

std::string key_of(const std::string& device, Measure measure) {
    return device + "/" + to_text(measure);
}

template <class C>
journal::Wish wish(C command) {
    return journal::wish(World::real(), kActor, std::move(command));
}

std::int64_t day_of(Instant at) {
    return std::chrono::floor<std::chrono::days>(at + kBeijing).time_since_epoch().count();
}

}  // namespace

Judge::Judge(std::map<SensorId, LastReading> heard) : last_(std::move(heard)) {}

void Judge::learn(store::Rows& rows) {
    limits_.sieve.per_minute = static_cast<std::int64_t>(policy::number(rows, "sensor.rate"));
    limits_.sieve.ahead = policy::seconds(rows, "sensor.clock.ahead");
    limits_.sieve.behind = policy::seconds(rows, "sensor.clock.behind");
    limits_.judged_behind = policy::seconds(rows, "sensor.judged.behind");
    limits_.silence_least = policy::seconds(rows, "sensor.silence.least");
    limits_.silence_intervals = policy::number(rows, "sensor.silence.intervals");
    std::map<SensorId, AlarmGrade> open;
    std::map<SensorId, bool> silent;
    for (const auto& alarm : live_alarms(rows)) {
        if (!alarm.node.text.empty() || alarm.cleared_at) continue;
        if (alarm.kind == AlarmKind::silence)
            silent[alarm.sensor] = true;
        else
            open[alarm.sensor] = alarm.grade;
    }
    std::map<SensorId, Known> fresh;
    by_device_.clear();
    for (auto& facts : own_sensors(rows)) {
        const auto grade = open.contains(facts.id) ? std::optional(open[facts.id]) : std::nullopt;
        auto old = known_.find(facts.id);
        Known known;
        if (old != known_.end()) known = std::move(old->second);
        if (known.watch.thresholds != facts.thresholds || known.watch.seen.empty())
            known.watch = watching(facts.thresholds, grade);
        known.watch.open = grade;
        known.silent = silent.contains(facts.id);
        known.facts = std::move(facts);
        if (const auto heard = last_.find(known.facts.id); !known.heard_at && heard != last_.end())
            known.heard_at = heard->second.at;
        auto& kept = fresh[known.facts.id] = std::move(known);
        by_device_[key_of(kept.facts.device, kept.facts.measure)] = &kept;
    }
    known_ = std::move(fresh);  // The nodes of a map stay where they are when it is moved.
    std::erase_if(strangers_, [this](const auto& each) { return by_device_.contains(each.first); });
}

Judge::Known* Judge::find(const Reading& reading) {
    const auto found = by_device_.find(key_of(reading.device, reading.measure));
    return found == by_device_.end() ? nullptr : found->second;
}

void Judge::meet_stranger(const Reading& reading, Instant now) {
    const auto key = key_of(reading.device, reading.measure);
    const auto found = strangers_.find(key);
    if (found == strangers_.end() && strangers_.size() >= kStrangersMax) return;
    auto& stranger = strangers_[key];
    if (stranger.count == 0) stranger = {reading.device, to_text(reading.measure), reading.sample, 0, now, now};
    ++stranger.count;
    stranger.last_at = now;
}

/// Told once for each sensor, fault and day; the journal holds to the same.
void Judge::say(Known& known, Fault fault, const std::string& sample, Instant now, Judged& into) {
    auto& said = known.said[fault];
    if (said == day_of(now)) return;
    said = day_of(now);
    into.wishes.push_back(wish(NoteFault{known.facts.id, fault, sample}));
}

void Judge::hear(const Reading& reading, Instant now, Judged& into) {
    auto* known = find(reading);
    if (known == nullptr) {
        ++refused_;
        return meet_stranger(reading, now);
    }
    if (paces_.size() > kPacesMax) paces_.clear();
    if (!paces_[reading.device].admits(now, limits_.sieve.per_minute)) {
        ++refused_;
        return say(*known, Fault::flood, reading.sample, now, into);
    }
    const auto sifted = sift(reading, facts_of(reading.measure), limits_.sieve, now);
    if (sifted.fault) say(*known, *sifted.fault, reading.sample, now, into);
    if (!sifted.taken) {
        ++refused_;
        return;
    }
    ++taken_;
    into.samples.push_back({known->facts.id, sifted.at, reading.value});
    auto& last = last_[known->facts.id];
    if (sifted.at <= last.at) return;
    last = {sifted.at, reading.value};
    known->heard_at = std::min(sifted.at, now);
    if (known->silent) {
        known->silent = false;
        into.wishes.push_back(wish(ClearAlarm{known->facts.id, AlarmKind::silence, reading.value}));
    }
    if (now - sifted.at <= limits_.judged_behind) judge_value(*known, reading.value, sifted.at, into);
}

void Judge::judge_value(Known& known, double value, Instant at, Judged& into) {
    const auto verdict = judge(known.watch, value, at);
    const auto& id = known.facts.id;
    if (verdict.raised)
        into.wishes.push_back(wish(RaiseAlarm{
            id, AlarmKind::threshold, verdict.raised->grade, value, verdict.raised->value, at}));
    if (verdict.cleared) into.wishes.push_back(wish(ClearAlarm{id, AlarmKind::threshold, value}));
}

void Judge::miss(Instant now, Judged& into) {
    if (now >= missed_at_ && now - missed_at_ < kMissPause) return;
    missed_at_ = now;
    if (!began_at_) began_at_ = now;
    std::vector<Known*> due;
    std::size_t silent = 0;
    for (auto& [id, known] : known_) {
        silent += known.silent ? 1 : 0;
        if (!known.silent && now - heard(known) > patience(known)) due.push_back(&known);
    }
    // Most of them at once just after a start: it was we who did not listen.
    const bool deaf = due.size() >= kDeafFrom && 2 * (due.size() + silent) > known_.size();
    for (auto* known : due) {
        if (deaf && now - *began_at_ <= patience(*known)) continue;
        known->silent = true;
        into.wishes.push_back(wish(RaiseAlarm{
            known->facts.id, AlarmKind::silence, AlarmGrade::watch, std::nullopt, std::nullopt, heard(*known)}));
    }
}

Instant Judge::heard(const Known& known) {
    return known.heard_at.value_or(known.facts.registered_at);
}

std::chrono::seconds Judge::patience(const Known& known) const {
    const auto readings = static_cast<double>(known.facts.interval_seconds) * limits_.silence_intervals;
    return std::max(std::chrono::seconds{std::llround(readings)}, limits_.silence_least);
}

std::optional<LastReading> Judge::last(const SensorId& sensor) const {
    const auto found = last_.find(sensor);
    return found == last_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<Stranger> Judge::strangers() const {
    std::vector<Stranger> all;
    for (const auto& [key, stranger] : strangers_) all.push_back(stranger);
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.last_at > b.last_at; });
    return all;
}

}  // namespace anlan::sensors

#include "duty/rota.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anlan::duty {

using std::chrono::minutes;

namespace {

Instant at(const std::string& day, std::int64_t minute) {
    return start_of(parse_day(day, "day").value()) + minutes{minute};
}

const Shift* shift_of(const Pattern& pattern, const std::string& key) {
    const auto found = std::find_if(pattern.shifts.begin(), pattern.shifts.end(), [&](const Shift& shift) {
        return shift.key == key;
    });
    return found == pattern.shifts.end() ? nullptr : &*found;
}

/// The whole day runs from the first shift's begin to the last one's end.
Slot day_slot(const Pattern& pattern, const PostRule& rule, const std::string& day) {
    std::int64_t begin = pattern.shifts.front().start_minute, end = begin;
    bool night = false;
    for (const auto& shift : pattern.shifts) {
        begin = std::min(begin, shift.start_minute);
        end = std::max(end, shift.start_minute + shift.length_minutes);
        night = night || shift.night;
    }
    return {day, "", rule.post, rule.people, at(day, begin), at(day, end), night, rule.on_site, DayKind::work};
}

Slot shift_slot(const Shift& shift, const PostRule& rule, const std::string& day) {
    return {
        day,
        shift.key,
        rule.post,
        rule.people,
        at(day, shift.start_minute),
        at(day, shift.start_minute + shift.length_minutes),
        shift.night,
        rule.on_site,
        DayKind::work};
}

void reinforce(Slot& slot, const Pattern& pattern, std::int64_t level) {
    if (level == 0) return;
    for (const auto& more : pattern.reinforcements)
        if (more.post == slot.post && level <= more.level && (slot.night || !more.night_only))
            slot.people = std::max(slot.people, more.people);
}

}  // namespace

Pattern usual_pattern() {
    return {
        {{"day", "白班", "day shift", 8 * 60, 8 * 60, false},
         {"evening", "晚班", "evening shift", 16 * 60, 8 * 60, false},
         {"night", "夜班", "night shift", 24 * 60, 8 * 60, true}},
        {{DutyPost::leader, true, 1, true},
         {DutyPost::officer, false, 1, true},
         {DutyPost::standby, true, 1, false},
         {DutyPost::driver, true, 1, false}},
        {{3, DutyPost::officer, true, 2},
         {2, DutyPost::officer, false, 2},
         {2, DutyPost::standby, false, 2},
         {1, DutyPost::standby, false, 3}},
        8,
        24};
}

std::string Month::name_of(const PersonId& person) const {
    const auto found = names.find(person);
    return found == names.end() || found->second.empty() ? "未知人员" : found->second;
}

const Member* Month::member(const PersonId& person) const {
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.person == person; });
    return found == members.end() ? nullptr : &*found;
}

bool Month::away(const PersonId& person, const std::string& day) const {
    return std::any_of(absences.begin(), absences.end(), [&](const Absence& absence) {
        return absence.person == person && absence.from <= day && day <= absence.until;
    });
}

std::vector<Slot> slots_of(const Month& month) {
    std::vector<Slot> slots;
    for (const auto& day : month.days)
        for (const auto& rule : month.pattern.posts) {
            const auto first = slots.size();
            if (rule.whole_day) slots.push_back(day_slot(month.pattern, rule, day.day));
            for (const auto& shift : month.pattern.shifts)
                if (!rule.whole_day) slots.push_back(shift_slot(shift, rule, day.day));
            for (auto i = first; i < slots.size(); ++i) {
                slots[i].kind = day.kind;
                reinforce(slots[i], month.pattern, day.level);
            }
        }
    std::stable_sort(slots.begin(), slots.end(), [](const Slot& a, const Slot& b) { return a.from < b.from; });
    return slots;
}

std::optional<Slot> slot_of(const Pattern& pattern, const Duty& duty) {
    if (!parse_day(duty.day, "day")) return std::nullopt;
    for (const auto& rule : pattern.posts) {
        if (rule.post != duty.post || rule.whole_day != duty.shift.empty()) continue;
        if (rule.whole_day) return day_slot(pattern, rule, duty.day);
        if (const auto* shift = shift_of(pattern, duty.shift)) return shift_slot(*shift, rule, duty.day);
    }
    return std::nullopt;
}

std::string zh(DutyPost post) {
    switch (post) {
        case DutyPost::leader:
            return "带班领导";
        case DutyPost::officer:
            return "值班员";
        case DutyPost::standby:
            return "备班";
        default:
            return "驾驶员";
    }
}

std::string en(DutyPost post) {
    switch (post) {
        case DutyPost::leader:
            return "leader on duty";
        case DutyPost::officer:
            return "duty officer";
        case DutyPost::standby:
            return "stand-by";
        default:
            return "driver";
    }
}

std::string zh(DutyLine line) {
    switch (line) {
        case DutyLine::government:
            return "政务";
        case DutyLine::safety:
            return "安全生产";
        case DutyLine::prevention:
            return "防灾减灾";
        default:
            return "应急救援";
    }
}

std::string en(DutyLine line) {
    switch (line) {
        case DutyLine::government:
            return "government affairs";
        case DutyLine::safety:
            return "work safety";
        case DutyLine::prevention:
            return "disaster prevention";
        default:
            return "rescue";
    }
}

std::string spoken_zh(const Pattern& pattern, const Slot& slot) {
    const auto* shift = shift_of(pattern, slot.shift);
    const auto day = spoken_zh(parse_day(slot.day, "day").value());
    return fmt::format("{}{} {}", day, shift == nullptr ? "" : shift->zh, zh(slot.post));
}

std::string spoken_en(const Pattern& pattern, const Slot& slot) {
    const auto* shift = shift_of(pattern, slot.shift);
    const auto day = spoken_en(parse_day(slot.day, "day").value());
    return fmt::format("{}{} {}", day, shift == nullptr ? "" : ", " + shift->en + ",", en(slot.post));
}

}  // namespace anlan::duty

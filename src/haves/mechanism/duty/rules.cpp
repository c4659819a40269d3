#include "duty/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "duty/fair.hpp"

namespace anlan::duty {

using std::chrono::hours;

namespace {

RotaFinding finding(
    std::string code, std::string severity, const Slot& slot, PersonId person, std::string zh, std::string en
) {
    return {
        std::move(code),
        std::move(severity),
        slot.day,
        slot.shift,
        anlan::to_text(slot.post),
        std::move(person),
        std::move(zh),
        std::move(en)};
}

hours rest_after(const Pattern& pattern, const Slot& slot) {
    if (!slot.on_site) return hours{0};
    return hours{slot.night ? pattern.rest_after_night_hours : pattern.rest_hours};
}

bool at_once(const Slot& one, const Slot& other) {
    return one.from < other.until && other.from < one.until;
}

/// Why each of those who could take this place does not.
std::pair<std::string, std::string> why_nobody(
    const Month& month, const Slot& slot, const std::vector<Placed>& placed
) {
    std::string zh, en;
    std::size_t could = 0;
    for (const auto& member : month.members) {
        if (std::find(member.posts.begin(), member.posts.end(), slot.post) == member.posts.end()) continue;
        auto why = obstacle(month, slot, member.person, placed);
        if (std::any_of(placed.begin(), placed.end(), [&](const Placed& p) {
                return p.duty.person == member.person && slot.is_for(p.duty);
            }))
            why = Obstacle{"already_there", "已排在此班", "is there already"};
        ++could;
        const auto name = month.name_of(member.person);
        zh += (zh.empty() ? "" : "，") + name + (why ? why->zh : "可以安排");
        en += (en.empty() ? "" : ", ") + name + (why ? " " + why->en : " could take it");
    }
    if (could == 0) return {"名单里没有人能担任" + duty::zh(slot.post), "nobody on the list can take this post"};
    return {zh, en};
}

void check_filled(
    const Month& month, const Slot& slot, const std::vector<Placed>& placed, std::vector<RotaFinding>& found
) {
    const auto have = std::count_if(placed.begin(), placed.end(), [&](const Placed& p) { return slot.is_for(p.duty); });
    if (have < slot.people) {
        const auto [zh, en] = why_nobody(month, slot, placed);
        found.push_back(finding(
            "unfilled",
            "red",
            slot,
            {},
            fmt::format("{}：需要 {} 人，只有 {} 人（{}）", spoken_zh(month.pattern, slot), slot.people, have, zh),
            fmt::format("{}: {} wanted, {} there ({})", spoken_en(month.pattern, slot), slot.people, have, en)
        ));
    }
    if (have > slot.people)
        found.push_back(finding(
            "overfilled",
            "yellow",
            slot,
            {},
            fmt::format("{}：需要 {} 人，排了 {} 人", spoken_zh(month.pattern, slot), slot.people, have),
            fmt::format("{}: {} wanted, {} there", spoken_en(month.pattern, slot), slot.people, have)
        ));
}

/// Every shift needs somebody for each of the four lines.
void check_lines(const Month& month, const std::vector<Placed>& placed, std::vector<RotaFinding>& found) {
    for (const auto& day : month.days)
        for (const auto& shift : month.pattern.shifts)
            for (const auto line : {DutyLine::government, DutyLine::safety, DutyLine::prevention, DutyLine::rescue}) {
                const bool covered = std::any_of(placed.begin(), placed.end(), [&](const Placed& p) {
                    if (p.duty.day != day.day || (!p.duty.shift.empty() && p.duty.shift != shift.key)) return false;
                    const auto* member = month.member(p.duty.person);
                    return member != nullptr &&
                           std::find(member->lines.begin(), member->lines.end(), line) != member->lines.end();
                });
                if (covered) continue;
                const auto at = parse_day(day.day, "day").value();
                found.push_back(
                    {"line_uncovered",
                     "red",
                     day.day,
                     shift.key,
                     "",
                     {},
                     fmt::format("{}{}：没有人负责{}这条线", spoken_zh(at), shift.zh, zh(line)),
                     fmt::format("{}, {}: nobody for the line {}", spoken_en(at), shift.en, en(line))}
                );
            }
}

void check_fairness(const Month& month, const std::vector<Duty>& duties, std::vector<RotaFinding>& found) {
    struct Kind {
        double Turns::*part;
        const char *zh, *en;
    };
    static const Kind kinds[]{
        {&Turns::nights, "夜班", "nights"},
        {&Turns::weekends, "周末班", "weekends"},
        {&Turns::holidays, "节假日班", "holidays"}};
    const auto shares = fair_shares(month);
    const auto turns = turns_of(month, duties);
    for (const auto& [person, share] : shares)
        for (const auto& kind : kinds) {
            const auto mine = turns.contains(person) ? turns.at(person).*kind.part : 0;
            if (mine <= std::ceil(share.*kind.part - 1e-6) + 1) continue;
            found.push_back(
                {"unfair",
                 "yellow",
                 "",
                 "",
                 "",
                 person,
                 fmt::format(
                     "{}：{} {:.0f} 个，公平份额是 {:.1f} 个", month.name_of(person), kind.zh, mine, share.*kind.part
                 ),
                 fmt::format(
                     "{}: {:.0f} {}, a fair share is {:.1f}", month.name_of(person), mine, kind.en, share.*kind.part
                 )}
            );
        }
}

}  // namespace

bool fit_together(const Pattern& pattern, const Slot& one, const Slot& other) {
    if (at_once(one, other)) return false;
    if (!one.on_site || !other.on_site) return true;
    const auto& first = one.from < other.from ? one : other;
    const auto& then = one.from < other.from ? other : one;
    return first.until + rest_after(pattern, first) <= then.from;
}

std::optional<Obstacle> obstacle(
    const Month& month, const Slot& slot, const PersonId& person, const std::vector<Placed>& others
) {
    const auto* member = month.member(person);
    if (member == nullptr) return Obstacle{"not_on_list", "不在排班名单里", "is not on the list"};
    if (std::find(member->posts.begin(), member->posts.end(), slot.post) == member->posts.end())
        return Obstacle{"not_for_post", "不担任" + zh(slot.post), "does not take the post " + en(slot.post)};
    if (month.away(person, slot.day)) return Obstacle{"on_leave", "请假外出", "is on leave"};
    for (const auto& other : others) {
        if (other.duty.person != person || (slot.is_for(other.duty))) continue;
        const auto zh = spoken_zh(month.pattern, other.slot), en = spoken_en(month.pattern, other.slot);
        if (at_once(slot, other.slot))
            return Obstacle{"two_at_once", "同时在" + zh, "is at " + en + " at the same time"};
        if (!fit_together(month.pattern, slot, other.slot))
            return Obstacle{"rest_short", "与" + zh + "之间休息不够", "has too little rest from " + en};
    }
    return std::nullopt;
}

Turns turns_of(const Slot& slot) {
    return {
        1,
        slot.night && slot.on_site ? 1.0 : 0.0,
        slot.kind == DayKind::weekend ? 1.0 : 0.0,
        slot.kind == DayKind::holiday ? 1.0 : 0.0};
}

std::map<PersonId, Turns> turns_of(const Month& month, const std::vector<Duty>& duties) {
    std::map<std::string, DayKind> kinds;
    for (const auto& day : month.days) kinds[day.day] = day.kind;
    std::map<PersonId, Turns> turns;
    for (const auto& duty : duties) {
        auto slot = slot_of(month.pattern, duty);
        if (!slot) continue;
        slot->kind = kinds[duty.day];
        for (const auto kind : kTurnKinds) turns[duty.person].*kind += turns_of(*slot).*kind;
    }
    return turns;
}

std::vector<RotaFinding> check(const Month& month, const std::vector<Duty>& duties) {
    std::vector<RotaFinding> found;
    std::vector<Placed> placed;
    for (const auto& duty : month.before)
        if (auto slot = slot_of(month.pattern, duty)) placed.push_back({duty, std::move(*slot)});
    const auto own = placed.size();
    for (const auto& duty : duties) {
        const bool here =
            std::any_of(month.days.begin(), month.days.end(), [&](const DayFacts& day) { return day.day == duty.day; });
        auto slot = here ? slot_of(month.pattern, duty) : std::nullopt;
        if (slot)
            placed.push_back({duty, std::move(*slot)});
        else
            found.push_back(
                {"no_such_place",
                 "red",
                 duty.day,
                 duty.shift,
                 anlan::to_text(duty.post),
                 duty.person,
                 fmt::format("{} {} {}：本月没有这个班次", duty.day, duty.shift, zh(duty.post)),
                 fmt::format("{} {} {}: no such place in this month", duty.day, duty.shift, en(duty.post))}
            );
    }
    for (auto i = own; i < placed.size(); ++i) {
        const auto& at = placed[i];
        if (const auto why = obstacle(month, at.slot, at.duty.person, placed))
            found.push_back(finding(
                why->code,
                "red",
                at.slot,
                at.duty.person,
                fmt::format("{}：{}{}", spoken_zh(month.pattern, at.slot), month.name_of(at.duty.person), why->zh),
                fmt::format("{}: {} {}", spoken_en(month.pattern, at.slot), month.name_of(at.duty.person), why->en)
            ));
        for (auto j = own; j < i; ++j)
            if (placed[j].duty == at.duty)
                found.push_back(finding(
                    "twice",
                    "red",
                    at.slot,
                    at.duty.person,
                    fmt::format("{}：{}排了两次", spoken_zh(month.pattern, at.slot), month.name_of(at.duty.person)),
                    fmt::format("{}: {} twice", spoken_en(month.pattern, at.slot), month.name_of(at.duty.person))
                ));
    }
    for (const auto& slot : slots_of(month)) check_filled(month, slot, placed, found);
    check_lines(month, placed, found);
    check_fairness(month, duties, found);
    std::stable_sort(found.begin(), found.end(), [](const RotaFinding& a, const RotaFinding& b) {
        return (a.severity == "red") > (b.severity == "red");
    });
    return found;
}

}  // namespace anlan::duty

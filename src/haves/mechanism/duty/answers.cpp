#include "duty/answers.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "duty/calendar_text.hpp"
#include "duty/fair.hpp"
#include "organisation/queries.hpp"

namespace anlan::duty {

using std::chrono::days;

namespace {

PersonOnDuty person_on(store::Rows& rows, const Pattern& pattern, const OnDuty& on, bool english) {
    const auto slot = slot_of(pattern, on.duty);
    std::string shift_name;
    for (const auto& shift : pattern.shifts)
        if (shift.key == on.duty.shift) shift_name = english ? shift.en : shift.zh;
    return {
        on.duty,
        organisation::person_name(rows, on.duty.person),
        english ? en(on.duty.post) : zh(on.duty.post),
        shift_name,
        organisation::phone_masked(rows, on.duty.person),
        slot ? slot->from : on.from,
        slot ? slot->until : on.until};
}

std::string words_of(const Pattern& pattern, const Duty& duty, bool english) {
    const auto slot = slot_of(pattern, duty);
    if (!slot) return duty.day;
    return english ? spoken_en(pattern, *slot) : spoken_zh(pattern, *slot);
}

}  // namespace

std::vector<MemberAnswer> members_answer(store::Rows& rows) {
    std::vector<MemberAnswer> answers;
    for (auto& member : members_of(rows)) {
        const auto held = organisation::posts_held_by(rows, member.person);
        answers.push_back(
            {member.person,
             organisation::person_name(rows, member.person),
             held.empty() ? std::string() : held.front().title,
             std::move(member.posts),
             std::move(member.lines)}
        );
    }
    return answers;
}

std::vector<LeaveAnswer> leave_answer(store::Rows& rows, const std::string& first, const std::string& last) {
    std::vector<LeaveAnswer> answers;
    for (const auto& leave : leave_between(rows, first, last))
        answers.push_back(
            {leave.id.text,
             leave.person,
             organisation::person_name(rows, leave.person),
             leave.first_day,
             leave.last_day,
             leave.kind,
             leave.place,
             leave.stand_in,
             organisation::person_name(rows, leave.stand_in),
             rows.value<std::int64_t>(
                     "SELECT COUNT(*) FROM rota_turn WHERE person = :p AND published = 1 AND day >= :f AND day <= :l",
                     leave.person,
                     leave.first_day,
                     leave.last_day
             )
                 .value_or(0)}
        );
    return answers;
}

Judged judged(const Month& month, const std::vector<Duty>& duties) {
    Judged said{check(month, duties), {}};
    const auto turns = turns_of(month, duties);
    for (const auto& [person, share] : fair_shares(month)) {
        const auto mine = turns.find(person);
        said.shares.push_back({person, month.name_of(person), mine == turns.end() ? Turns{} : mine->second, share});
    }
    return said;
}

Result<RotaAnswer> rota_answer(store::Rows& rows, const std::string& month, Edition edition) {
    BOOST_OUTCOME_TRY(auto facts, month_facts(rows, month));
    RotaAnswer answer;
    answer.month = month;
    if (const auto rota = find_rota(rows, month)) {
        answer.version = rota->version;
        answer.published_version = rota->published_version;
        answer.published_at = rota->published_at;
        answer.published_by_name = organisation::person_name(rows, rota->published_by);
        answer.reason = rota->reason;
        answer.broken = rota->broken;
    }
    answer.duties = duties_of(rows, month, edition);
    answer.judged = judged(facts, answer.duties);
    answer.slots = slots_of(facts);
    answer.members = members_answer(rows);
    answer.leave = leave_answer(rows, facts.days.front().day, facts.days.back().day);
    answer.pattern = std::move(facts.pattern);
    answer.days = std::move(facts.days);
    return answer;
}

DutyNow duty_now(store::Rows& rows, Instant at, bool english) {
    const auto pattern = pattern_of(rows);
    DutyNow answer;
    for (const auto& on : on_duty(rows, at)) {
        answer.now.push_back(person_on(rows, pattern, on, english));
        if (!answer.next_change || on.until < *answer.next_change) answer.next_change = on.until;
    }
    if (answer.next_change)
        for (const auto& on : on_duty(rows, *answer.next_change))
            answer.next.push_back(person_on(rows, pattern, on, english));
    answer.level = level_on(rows, to_text(day_at(at)));
    return answer;
}

std::vector<SwapAnswer> swaps_answer(store::Rows& rows, const PersonId& reader, bool english, std::int64_t limit) {
    const auto pattern = pattern_of(rows);
    std::vector<SwapAnswer> answers;
    for (const auto& swap : find_swaps(rows, limit))
        answers.push_back(
            {swap.id.text,
             swap.give,
             swap.take,
             words_of(pattern, swap.give, english),
             swap.take ? words_of(pattern, *swap.take, english) : std::string(),
             organisation::person_name(rows, swap.asked_by),
             organisation::person_name(rows, swap.asked_of),
             organisation::person_name(rows, swap.decided_by),
             swap.reason,
             swap.state,
             swap.asked_at,
             swap.state == SwapState::asked && swap.asked_of == reader,
             swap.asked_by == reader || swap.asked_of == reader}
        );
    return answers;
}

std::string calendar_answer(store::Rows& rows, const PersonId& person, const std::string& node, Instant now) {
    const auto pattern = pattern_of(rows);
    std::vector<CalendarItem> items;
    for (const auto& duty : turns_of_person(rows, person, to_text(day_at(now) - days{31}))) {
        const auto slot = slot_of(pattern, duty);
        if (!slot) continue;
        items.push_back(
            {fmt::format(
                 "{}-{}-{}@anlan", duty.day, duty.shift.empty() ? "all" : duty.shift, anlan::to_text(duty.post)
             ),
             fmt::format("{}（{}）", zh(duty.post), node),
             spoken_zh(pattern, *slot),
             slot->from,
             slot->until}
        );
    }
    const auto published = rows.value<Instant>(
        "SELECT published_at FROM rota WHERE published_at IS NOT NULL ORDER BY published_at DESC LIMIT 1"
    );
    return to_icalendar(node + "值班", items, published.value_or(Instant{}));
}

}  // namespace anlan::duty

#include "venue/answers.hpp"

#include <algorithm>

#include "journal/vault.hpp"
#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::venue {

namespace {

constexpr int kDaysShown = 7;
constexpr const char* kFar = "9999-12-31";

DayAnswer day_of(store::Rows& rows, const VenueSheet& sheet, Day day, Instant now) {
    DayAnswer made{to_text(day), open_on(sheet, day), {}, {}};
    for (const auto& one : sheet.special_days)
        if (one.day == made.day) made.note = one.note;
    for (const auto& slot : slots_on(sheet, day)) {
        const bool begun = start_of(day) + std::chrono::minutes{slot.from} <= now;
        const auto left = sheet.slot_people - people_booked(rows, made.day, slot.from);
        made.slots.push_back({slot.from, slot.until, begun ? 0 : std::max<std::int64_t>(left, 0)});
    }
    return made;
}

bool passes(store::Rows& rows, std::int64_t right, std::size_t of) {
    return of > 0 && 100.0 * static_cast<double>(right) >= policy::number(rows, "venue.quiz_pass") * static_cast<double>(of);
}

}  // namespace

PublicVenue public_venue(store::Rows& rows, Instant now) {
    PublicVenue made;
    made.hazards = bank().hazards;
    const auto found = sheet(rows);
    if (!found) return made;
    made.known = true;
    made.sheet = *found;
    made.open_now = open_at(*found, now);
    const auto today = day_at(now);
    for (int ahead = 0; ahead < kDaysShown; ++ahead)
        made.days.push_back(day_of(rows, *found, today + std::chrono::days{ahead}, now));
    for (const auto& each : exhibits(rows))
        made.exhibits.push_back({each.id, each.name, each.kind, each.hall, !each.faulted_at});
    for (auto& each : activities_between(rows, to_text(today), kFar))
        if (each.state == ActivityState::planned) made.activities.push_back(std::move(each));
    return made;
}

Result<PaperResult> result_of(store::Rows& rows, const std::string& paper) {
    const auto taken = quiz(rows, paper);
    if (!taken) return refuse("paper_unknown", "paper", "这份试卷还没有交", "this paper has not been handed in");
    PaperResult made{paper, taken->right, static_cast<std::int64_t>(taken->questions.size()), false, {}};
    made.passed = passes(rows, taken->right, taken->questions.size());
    for (std::size_t i = 0; i < taken->questions.size(); ++i)
        if (const auto* question = find_question(taken->questions[i]))
            made.answers.push_back({question->id, taken->answers[i], question->right, question->why});
    return made;
}

std::vector<BookingAnswer> bookings_seen(store::Rows& rows, const std::string& first, const std::string& last) {
    std::vector<BookingAnswer> all;
    for (auto& each : bookings_between(rows, first, last)) {
        auto name = journal::vault::reveal_or(rows, each.id.text, "name", "");
        auto phone = journal::vault::reveal_or(rows, each.id.text, "phone", "");
        all.push_back({std::move(each), std::move(name), std::move(phone)});
    }
    return all;
}

std::vector<ExhibitAnswer> exhibits_seen(store::Rows& rows, Instant now) {
    const auto every = policy::seconds(rows, "venue.exhibit_check");
    std::vector<ExhibitAnswer> all;
    for (auto& each : exhibits(rows)) {
        const bool due = !each.faulted_at && (!each.checked_at || *each.checked_at + every < now);
        const bool late = each.repair_by && *each.repair_by < now;
        auto keeper = organisation::person_name(rows, each.keeper);
        all.push_back({std::move(each), std::move(keeper), due, late});
    }
    return all;
}

}  // namespace anlan::venue

#include "venue/hours.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anlan::venue {

namespace {

constexpr std::int64_t kShortestSlot = 10;

bool is_stretch(std::int64_t from, std::int64_t until) {
    return 0 <= from && from < until && until <= kMidnight;
}

std::int64_t weekday_of(Day day) {
    return std::chrono::weekday{day}.iso_encoding();
}

Refusal openings_invalid(const std::string& zh, const std::string& en) {
    return refuse("openings_invalid", "sheet.openings", zh, en);
}

Result<void> check_weekdays(const std::vector<Opening>& openings) {
    for (std::size_t i = 0; i < openings.size(); ++i) {
        const auto& one = openings[i];
        if (one.weekday < 1 || one.weekday > 7)
            return openings_invalid("星期请填 1 至 7（1 为星期一）", "weekdays run from 1, Monday, to 7");
        if (!is_stretch(one.from, one.until))
            return openings_invalid("开放时间的结束应晚于开始", "a venue closes after it opens");
        for (std::size_t j = 0; j < i; ++j)
            if (openings[j].weekday == one.weekday && openings[j].from < one.until && one.from < openings[j].until)
                return openings_invalid("同一天的两段开放时间有重叠", "two stretches of one day overlap");
    }
    return done();
}

}  // namespace

std::vector<Stretch> open_on(const VenueSheet& sheet, Day day) {
    std::vector<Stretch> all;
    const auto text = to_text(day);
    bool special = false;
    for (const auto& one : sheet.special_days) {
        if (one.day != text) continue;
        special = true;
        if (one.from < one.until) all.push_back({one.from, one.until});
    }
    if (!special)
        for (const auto& one : sheet.openings)
            if (one.weekday == weekday_of(day)) all.push_back({one.from, one.until});
    std::sort(all.begin(), all.end(), [](const Stretch& a, const Stretch& b) { return a.from < b.from; });
    return all;
}

bool open_at(const VenueSheet& sheet, Instant at) {
    const auto day = day_at(at);
    const auto minute = std::chrono::floor<std::chrono::minutes>(at - start_of(day)).count();
    const auto open = open_on(sheet, day);
    return std::any_of(open.begin(), open.end(), [&](const Stretch& each) {
        return each.from <= minute && minute < each.until;
    });
}

std::vector<Stretch> slots_on(const VenueSheet& sheet, Day day) {
    std::vector<Stretch> all;
    for (const auto& open : open_on(sheet, day))
        for (auto from = open.from; from + sheet.slot_minutes <= open.until; from += sheet.slot_minutes)
            all.push_back({from, from + sheet.slot_minutes});
    return all;
}

Result<void> check_hours(const VenueSheet& sheet) {
    BOOST_OUTCOME_TRYV(check_weekdays(sheet.openings));
    for (const auto& one : sheet.special_days) {
        BOOST_OUTCOME_TRYV(parse_day(one.day, "sheet.special_days"));
        if (one.from != one.until && !is_stretch(one.from, one.until))
            return openings_invalid("特别开放时间的结束应晚于开始", "special hours end after they begin");
    }
    if (sheet.slot_minutes < kShortestSlot || sheet.slot_minutes > kMidnight || sheet.slot_people < 1)
        return refuse(
            "slot_invalid",
            "sheet.slot_minutes",
            "每场至少 10 分钟、1 人",
            "a slot has at least ten minutes and one place"
        );
    return done();
}

std::string clock_text(std::int64_t minutes) {
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

}  // namespace anlan::venue

#include "base/work_calendar.hpp"

#include <map>

namespace anlan {

using std::chrono::days;
using std::chrono::year_month_day;

std::string lawful_holiday(Day day) {
    static const std::map<std::string, std::string> fixed{
        {"01-01", "元旦"},
        {"05-01", "劳动节"},
        {"05-02", "劳动节"},
        {"10-01", "国庆节"},
        {"10-02", "国庆节"},
        {"10-03", "国庆节"}};
    const auto found = fixed.find(to_text(day).substr(5));
    return found == fixed.end() ? std::string() : found->second;
}

bool WorkCalendar::works(Day day) const {
    if (off_.contains(day)) return false;
    if (work_.contains(day)) return true;
    return !is_weekend(day) && (knows(year_month_day{day}.year()) || lawful_holiday(day).empty());
}

Day WorkCalendar::after_working_days(Day from, int count) const {
    while (count > 0) {
        from += days{1};
        if (works(from)) --count;
    }
    return from;
}

int WorkCalendar::working_days_between(Day from, Day until) const {
    int count = 0;
    for (Day day = from + days{1}; day <= until; day += days{1})
        if (works(day)) ++count;
    return count;
}

Day WorkCalendar::on_or_after(Day day) const {
    while (!works(day)) day += days{1};
    return day;
}

bool WorkCalendar::knows(std::chrono::year year) const {
    const auto first = off_.lower_bound(Day{year / 1 / 1});
    return first != off_.end() && *first <= Day{year / 12 / 31};
}

}  // namespace anlan

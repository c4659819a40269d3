#include "enforcement/calendar.hpp"

#include "base/ensure.hpp"
#include "base/reflect.hpp"

namespace anlan::enforcement {

using std::chrono::days;

std::string_view shipped_holidays_json();

namespace {

struct NamedDay {
    std::string day, name;
};
BOOST_DESCRIBE_STRUCT(NamedDay, (), (day, name))

struct ShippedYear {
    std::int64_t year = 0;
    std::vector<NamedDay> off;
    std::vector<std::string> work;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(ShippedYear, (), (year, off, work, source))

struct MovedDay {
    std::string day;
    bool works = false;
};
BOOST_DESCRIBE_STRUCT(MovedDay, (), (day, works))

const ShippedYear& shipped() {
    static const auto read = [] {
        auto year = from_json_text<ShippedYear>(shipped_holidays_json());
        ensure(year.has_value(), "the shipped holidays read");
        return std::move(year.value());
    }();
    return read;
}

}  // namespace

WorkCalendar work_calendar(store::Rows& rows) {
    std::set<Day> off, work;
    const auto put = [&](const std::string& text, bool works) {
        if (const auto day = parse_day(text, "day")) (works ? work : off).insert(day.value());
    };
    bool entered = false;
    for (const auto& moved : rows.select<MovedDay>("SELECT day, works FROM work_calendar ORDER BY day")) {
        put(moved.day, moved.works);
        entered = entered || moved.day.starts_with(std::to_string(shipped().year));
    }
    if (!entered) {
        for (const auto& each : shipped().off) put(each.day, false);
        for (const auto& each : shipped().work) put(each, true);
    }
    return {std::move(off), std::move(work)};
}

Day day_of(const std::string& kept) {
    const auto day = parse_day(kept, "day");
    ensure(day.has_value(), "a day was checked before it was kept");
    return day.value();
}

Instant end_of(Day day) {
    return start_of(day + days{1});
}

}  // namespace anlan::enforcement

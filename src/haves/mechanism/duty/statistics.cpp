#include <fmt/format.h>

#include <algorithm>

#include "duty/fair.hpp"
#include "duty/log_answers.hpp"
#include "incident/list_queries.hpp"
#include "organisation/queries.hpp"
#include "tasks/queries.hpp"

namespace anlan::duty {

using std::chrono::days;

namespace {

struct Tick {
    Instant at{};
    bool fine = false;
};
BOOST_DESCRIBE_STRUCT(Tick, (), (at, fine))

/// What happened between two moments, each at its time and whether as it should.
struct Ticks {
    std::vector<Tick> shifts, rollcalls, reports, tasks;
};

Ticks ticks_of(store::Rows& rows, Instant from, Instant until) {
    Ticks ticks;
    ticks.shifts =
        rows.select<Tick>("SELECT at, taken FROM shift_watch WHERE drill = '' AND at >= :f AND at < :u", from, until);
    ticks.rollcalls = rows.select<Tick>(
        "SELECT at, CASE WHEN outcome = 'missed' THEN 0 ELSE 1 END FROM rollcall_answer WHERE drill = '' AND at >= :f "
        "AND at < :u",
        from,
        until
    );
    for (const auto& each : incident::reports_due_between(rows, World::real(), from, until))
        ticks.reports.push_back({each.written_by, each.written_at && *each.written_at <= each.written_by});
    for (const auto& each : tasks::due_between(rows, World::real(), from, until))
        ticks.tasks.push_back({each.due_at, each.done_at && *each.done_at <= each.due_at});
    return ticks;
}

void count(Share& share, const std::vector<Tick>& ticks, Instant from, Instant until) {
    for (const auto& tick : ticks) {
        if (tick.at < from || tick.at >= until) continue;
        ++share.total;
        share.done += tick.fine ? 1 : 0;
    }
}

/// Days for a month and less, months for more.
void add_periods(StatisticsAnswer& answer, const Ticks& ticks, Day from, Day until) {
    const bool by_month = until - from > days{62};
    for (Day begin = from; begin <= until;) {
        auto end = begin + days{1};
        if (by_month) end = std::min(days_of_month(month_of(begin)).value().back(), until) + days{1};
        Period period{by_month ? month_of(begin) : to_text(begin).substr(5), {}, {}, {}, {}};
        count(period.shifts, ticks.shifts, start_of(begin), start_of(end));
        count(period.rollcalls, ticks.rollcalls, start_of(begin), start_of(end));
        count(period.reports, ticks.reports, start_of(begin), start_of(end));
        count(period.tasks, ticks.tasks, start_of(begin), start_of(end));
        answer.periods.push_back(std::move(period));
        begin = end;
    }
}

void add_people(StatisticsAnswer& answer, store::Rows& rows, Day from, Day until) {
    std::map<PersonId, Turns> turns;
    for (Day day = from; day <= until; day = days_of_month(month_of(day)).value().back() + days{1}) {
        const auto month = month_of(day);
        const auto facts = month_facts(rows, month);
        if (!facts) continue;
        auto duties = duties_of(rows, month, Edition::published);
        std::erase_if(duties, [&](const Duty& duty) { return duty.day < answer.from || duty.day > answer.until; });
        for (const auto& [person, mine] : turns_of(facts.value(), duties))
            for (const auto kind : kTurnKinds) turns[person].*kind += mine.*kind;
    }
    for (const auto& [person, mine] : turns)
        answer.people.push_back(
            {organisation::person_name(rows, person),
             static_cast<std::int64_t>(mine.duties),
             static_cast<std::int64_t>(mine.nights),
             static_cast<std::int64_t>(mine.weekends),
             static_cast<std::int64_t>(mine.holidays)}
        );
    std::sort(answer.people.begin(), answer.people.end(), [](const PersonStatistics& a, const PersonStatistics& b) {
        return a.name < b.name;
    });
}

std::vector<documents::Cell> cells_of(const std::string& label, std::initializer_list<Share> shares) {
    std::vector<documents::Cell> cells{label};
    for (const auto& share : shares) {
        cells.push_back(documents::Cell::of(static_cast<double>(share.done)));
        cells.push_back(documents::Cell::of(static_cast<double>(share.total)));
    }
    return cells;
}

}  // namespace

Result<StatisticsAnswer> statistics(store::Rows& rows, const std::string& from, const std::string& until) {
    BOOST_OUTCOME_TRY(const auto first, parse_day(from, "from"));
    BOOST_OUTCOME_TRY(const auto last, parse_day(until, "until"));
    if (last < first || last - first > days{400})
        return refuse(
            "days_order", "until", "请选择先后正确、不超过 400 天的时间段", "choose at most 400 days, in order"
        );
    StatisticsAnswer answer{from, until, {}, {}, {}, {}, {}, {}};
    const auto begin = start_of(first), end = start_of(last + days{1});
    const auto ticks = ticks_of(rows, begin, end);
    count(answer.shifts, ticks.shifts, begin, end);
    count(answer.rollcalls, ticks.rollcalls, begin, end);
    count(answer.reports, ticks.reports, begin, end);
    count(answer.tasks, ticks.tasks, begin, end);
    add_periods(answer, ticks, first, last);
    add_people(answer, rows, first, last);
    return answer;
}

documents::Workbook workbook_of(const StatisticsAnswer& statistics, const std::string& node) {
    using documents::Side;
    const auto note = statistics.from + " 至 " + statistics.until;
    documents::Sheet sheet{"值班统计", node + "值班统计", note, {}, {}};
    for (const auto* title :
         {"时间", "按时接班", "班次", "点名应答", "点名", "按时报送", "应报送", "按时完成任务", "到期任务"})
        sheet.columns.push_back({title, 1, Side::centre});
    for (const auto& each : statistics.periods)
        sheet.rows.push_back(cells_of(each.label, {each.shifts, each.rollcalls, each.reports, each.tasks}));
    sheet.rows.push_back(
        cells_of("合计", {statistics.shifts, statistics.rollcalls, statistics.reports, statistics.tasks})
    );
    documents::Sheet people{"值班人员", node + "值班班次", note, {}, {}};
    for (const auto* title : {"姓名", "班次", "夜班", "周末", "节假日"})
        people.columns.push_back({title, 1, Side::centre});
    for (const auto& each : statistics.people)
        people.rows.push_back(
            {each.name,
             documents::Cell::of(static_cast<double>(each.duties)),
             documents::Cell::of(static_cast<double>(each.nights)),
             documents::Cell::of(static_cast<double>(each.weekends)),
             documents::Cell::of(static_cast<double>(each.holidays))}
        );
    return {{std::move(sheet), std::move(people)}};
}

}  // namespace anlan::duty

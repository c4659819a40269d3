#pragma once

#include "documents/workbook.hpp"
#include "duty/log_queries.hpp"

/// What the endpoints of the log, of roll-calls and of the statistics answer.
namespace anlan::duty {

struct HandoverAnswer {
    std::string id, giver_name, taker_name, words, taker_words;
    Instant offered_at{}, take_by{};
    std::optional<Instant> taken_at;
    std::vector<OpenItem> open;
    std::vector<Checked> checks;
    bool mine = false;  ///< the reader gave it
};
BOOST_DESCRIBE_STRUCT(
    HandoverAnswer,
    (),
    (id, giver_name, taker_name, words, taker_words, offered_at, take_by, taken_at, open, checks, mine)
)

struct NoteAnswer {
    std::string id, line, source, text, to_do, by_name;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(NoteAnswer, (), (id, line, source, text, to_do, by_name, at))

struct DeskAnswer {
    std::vector<OpenItem> open;             ///< unfinished now
    std::vector<NoteAnswer> notes;          ///< those of them that are lines of the log
    std::vector<HandoverAnswer> handovers;  ///< newest first
    std::vector<std::string> checklist;
};
BOOST_DESCRIBE_STRUCT(DeskAnswer, (), (open, notes, handovers, checklist))
DeskAnswer desk_answer(store::Rows& rows, const World& world, const PersonId& reader);

struct RollCallPart {
    AreaCode area;
    std::string name, outcome, title;  ///< outcome empty: not yet answered
    std::optional<std::int64_t> seconds;
};
BOOST_DESCRIBE_STRUCT(RollCallPart, (), (area, name, outcome, title, seconds))

struct RollCallAnswer {
    std::string id;
    Instant at{};
    std::int64_t limit_seconds = 0;
    std::vector<RollCallPart> parts;
};
BOOST_DESCRIBE_STRUCT(RollCallAnswer, (), (id, at, limit_seconds, parts))
std::vector<RollCallAnswer> rollcalls_answer(store::Rows& rows, const World& world, std::int64_t limit);

/// So many of so many.
struct Share {
    std::int64_t done = 0, total = 0;
};
BOOST_DESCRIBE_STRUCT(Share, (), (done, total))

struct PersonStatistics {
    std::string name;
    std::int64_t duties = 0, nights = 0, weekends = 0, holidays = 0;
};
BOOST_DESCRIBE_STRUCT(PersonStatistics, (), (name, duties, nights, weekends, holidays))

/// One bar of the chart: a day of a week or month, a month of a year.
struct Period {
    std::string label;
    Share shifts, rollcalls, reports, tasks;
};
BOOST_DESCRIBE_STRUCT(Period, (), (label, shifts, rollcalls, reports, tasks))

/// Counts what happened; nobody is ranked (POLICY §13.2), people are in the order of their names.
struct StatisticsAnswer {
    std::string from, until;
    Share shifts;     ///< begun by the rota; taken over in time
    Share rollcalls;  ///< of ours from above, and of those below from us; answered in time
    Share reports;    ///< written reports of incidents, in time
    Share tasks;      ///< due in this time, done in time
    std::vector<Period> periods;
    std::vector<PersonStatistics> people;
};
BOOST_DESCRIBE_STRUCT(StatisticsAnswer, (), (from, until, shifts, rollcalls, reports, tasks, periods, people))

/// Refuses `day_invalid`, `days_order`. Both days included, at most 400.
Result<StatisticsAnswer> statistics(store::Rows& rows, const std::string& from, const std::string& until);
documents::Workbook workbook_of(const StatisticsAnswer& statistics, const std::string& node);

}  // namespace anlan::duty

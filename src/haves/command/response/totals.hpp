#pragma once

#include "journal/desk.hpp"
#include "response/progress.hpp"

/// What a county and everything below it comes to, told to the level above (R6): counts alone, since a prefecture reads
/// no town's entries.
namespace anlan::response {

/// How long changes are gathered before they are told.
inline constexpr std::chrono::seconds kTotalsGather{60};

/// Something below has changed since totals were told last. Subject: "totals" or "totals/<drill>".
struct TotalsStirred {
    static constexpr journal::EventKind kKind{"totals.stirred", 1};
};
BOOST_DESCRIBE_STRUCT(TotalsStirred, (), ())

struct Totals {
    std::int64_t units = 0, units_responding = 0;  ///< towns; or whatever stands directly below
    std::int64_t calls_total = 0, calls_answered = 0, calls_open = 0, calls_late = 0;
    std::int64_t tasks_total = 0, tasks_done = 0, tasks_late = 0;
    bool operator==(const Totals&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    Totals,
    (),
    (units, units_responding, calls_total, calls_answered, calls_open, calls_late, tasks_total, tasks_done, tasks_late)
)

struct TotalsTold {
    static constexpr journal::EventKind kKind{"totals.told", 1, journal::Share::up, journal::Urgency::urgent};
    Totals totals;
};
BOOST_DESCRIBE_STRUCT(TotalsTold, (), (totals))

/// Begins the gathering; nothing when it has begun, or at a node whose own entries tell the level above everything.
struct StirTotals {};
BOOST_DESCRIBE_STRUCT(StirTotals, (), ())
Result<journal::Decision> decide(const StirTotals& wish, const journal::Desk& desk);

/// By the deadline. Writes nothing when nothing has changed.
struct TellTotals {};
BOOST_DESCRIBE_STRUCT(TellTotals, (), ())
Result<journal::Decision> decide(const TellTotals& wish, const journal::Desk& desk);

/// What this node would tell now: its own calls and tasks, and those of everything below.
Totals totals_of(store::Rows& rows, const World& world, const journal::NodeFacts& node, Instant now);
/// What the unit below told last; of no unit: what this node told.
std::optional<Totals> told_by(store::Rows& rows, const AreaCode& unit, const World& world);

void project(store::Rows& rows, const journal::Entry& entry, const TotalsStirred& stirred);
void project(store::Rows& rows, const journal::Entry& entry, const TotalsTold& told);
void mirror(store::Rows& rows, const journal::Entry& entry, const TotalsTold& told, const AreaCode& from);

/// Hears of work here and below: every change of a call, a task or a response.
journal::Wishes stir(const journal::Cause& cause);

}  // namespace anlan::response

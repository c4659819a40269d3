#pragma once

#include "journal/event.hpp"

/// Exercises (演练): planned, played in a drill, observed, scored, learned from.
namespace anlan::exercise {

using ExerciseId = Id<struct ExerciseTag>;

/// 桌面, 实战, 双盲, 专项, 综合, 村级避险.
BOOST_DEFINE_ENUM_CLASS(ExerciseKind, tabletop, full, blind, single, combined, village)
/// Where the verdict about an inject comes from; `observed`: from the observers only.
BOOST_DEFINE_ENUM_CLASS(Measure, observed, calls, tasks, turnout, heads, response)
/// 达到, 部分达到, 未达到.
BOOST_DEFINE_ENUM_CLASS(Mark, met, partly, missed)

/// 注入: what is let happen, when, and what should follow.
struct Inject {
    std::int64_t minute = 0;
    std::string text, expected;
    Measure measure = Measure::observed;
    std::int64_t pass_seconds = 0;
    std::string item;  ///< of the acceptance sheet
};
BOOST_DESCRIBE_STRUCT(Inject, (), (minute, text, expected, measure, pass_seconds, item))

/// The plan of it; the same in the wish and in the fact.
struct Sheet {
    std::string title;
    ExerciseKind kind = ExerciseKind::full;
    std::string basis;     ///< plan and clause
    std::string scenario;  ///< 情景
    std::vector<std::string> objectives;
    std::vector<Inject> injects;  ///< by time
    std::string units;            ///< 参演单位
    std::vector<PersonId> observers;
    Instant planned_at{};
};
BOOST_DESCRIBE_STRUCT(Sheet, (), (title, kind, basis, scenario, objectives, injects, units, observers, planned_at))

/// Subject of all: the exercise. All are real; the drill is another world.
struct ExercisePlanned {
    static constexpr journal::EventKind kKind{"exercise.planned", 1};
    Sheet sheet;
};
BOOST_DESCRIBE_STRUCT(ExercisePlanned, (), (sheet))

struct ExerciseBegun {
    static constexpr journal::EventKind kKind{"exercise.begun", 1};
    DrillId drill;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(ExerciseBegun, (), (drill, title))

struct InjectGiven {
    static constexpr journal::EventKind kKind{
        "exercise.inject_given", 1, journal::Share::local, journal::Urgency::urgent};
    std::int64_t index = 0;
    std::string text;
    bool by_hand = false;
};
BOOST_DESCRIBE_STRUCT(InjectGiven, (), (index, text, by_hand))

/// A line of an observer's sheet. A later mark of the same observer for the same inject takes the place of the first.
struct Observed {
    static constexpr journal::EventKind kKind{"exercise.observed", 1};
    PersonId observer;
    std::int64_t index = 0;
    Mark mark = Mark::met;
    std::string fact;
};
BOOST_DESCRIBE_STRUCT(Observed, (), (observer, index, mark, fact))

/// The verdict about one inject: what was measured, what was seen, and the points of both.
struct Verdict {
    std::int64_t index = 0;
    bool judged = false;
    std::int64_t points = 0;  ///< 0 … 100
    std::string measured;     ///< in words; empty: nothing to measure
    std::int64_t seen = 0;    ///< observers who marked it
};
BOOST_DESCRIBE_STRUCT(Verdict, (), (index, judged, points, measured, seen))

struct ExerciseHeld {
    static constexpr journal::EventKind kKind{"exercise.held", 1, journal::Share::up};
    std::string title;
    std::string drill;
    std::vector<Verdict> verdicts;
    std::int64_t score = 0, judged = 0, injects = 0;
    std::string summary;
};
BOOST_DESCRIBE_STRUCT(ExerciseHeld, (), (title, drill, verdicts, score, judged, injects, summary))

/// 整改: what has to become better, by whom, until when.
struct ImprovementSet {
    static constexpr journal::EventKind kKind{"exercise.improvement_set", 1};
    std::string id, text;
    PersonId owner;
    Instant due{};
};
BOOST_DESCRIBE_STRUCT(ImprovementSet, (), (id, text, owner, due))

}  // namespace anlan::exercise

#pragma once

#include "incident/events.hpp"
#include "journal/event.hpp"

/// Playing recorded incidents against the clock (接报实训).
namespace anlan::practice {

using PracticeId = Id<struct PracticeTag>;

BOOST_DEFINE_ENUM_CLASS(StepKind, take, choose)

struct Option {
    std::string zh, en;
    bool right = false;
    std::string why_zh, why_en;
};
BOOST_DESCRIBE_STRUCT(Option, (), (zh, en, right, why_zh, why_en))

/// One thing to do. `take`: write down kind and numbers of what is told; what nobody said stays empty. `choose`: all
/// that are right and none that is not.
struct Step {
    StepKind kind = StepKind::take;
    std::string told_zh, told_en;
    std::string limit;     ///< key of the policy pack
    std::string incident;  ///< of take: its kind
    incident::Figures figures;
    std::vector<Option> options;
};
BOOST_DESCRIBE_STRUCT(Step, (), (kind, told_zh, told_en, limit, incident, figures, options))

struct PracticeStarted {
    static constexpr journal::EventKind kKind{"practice.started", 1};
    std::string scenario, title_zh, title_en;
    std::vector<Step> steps;
    std::vector<std::int64_t> limits_seconds;  ///< of each step, as played
    Instant leave_at{};
};
BOOST_DESCRIBE_STRUCT(PracticeStarted, (), (scenario, title_zh, title_en, steps, limits_seconds, leave_at))

/// Said of one part of a move.
struct Remark {
    bool right = false;
    std::string zh, en;
};
BOOST_DESCRIBE_STRUCT(Remark, (), (right, zh, en))

struct PracticeMoved {
    static constexpr journal::EventKind kKind{"practice.moved", 1};
    std::int64_t step = 0, seconds = 0;
    bool in_time = false;
    std::int64_t points = 0;  ///< of 100: 70 for what is right, 30 for being in time
    std::vector<Remark> remarks;
};
BOOST_DESCRIBE_STRUCT(PracticeMoved, (), (step, seconds, in_time, points, remarks))

struct PracticeFinished {
    static constexpr journal::EventKind kKind{"practice.finished", 1};
    PersonId person;
    std::string title;
    std::int64_t points = 0;  ///< of 100
    std::int64_t steps = 0, in_time = 0, seconds = 0;
};
BOOST_DESCRIBE_STRUCT(PracticeFinished, (), (person, title, points, steps, in_time, seconds))

/// Left before its end; not counted.
struct PracticeLeft {
    static constexpr journal::EventKind kKind{"practice.left", 1};
    bool by_clock = false;
};
BOOST_DESCRIBE_STRUCT(PracticeLeft, (), (by_clock))

}  // namespace anlan::practice

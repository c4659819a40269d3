#pragma once

#include "journal/event.hpp"

/// The year's evaluation (综合评估, R32): a county nominates stations, the prefecture weighs paper and drill, ranks, and
/// concludes. Evaluations are real; a drill has none. Stations are ranked, people never.
namespace anlan::evaluation {

using NominationId = Id<struct NominationTag>;
using ChangeId = Id<struct ChangeTag>;

/// 演练得分, as the station's own journal gave it when the exercise was held.
struct DrillScore {
    std::string exercise, title;
    Instant held_at{};
    double score = 0;                      ///< 0 … 100
    std::int64_t judged = 0, injects = 0;  ///< how many of the injects the score rests on
};
BOOST_DESCRIBE_STRUCT(DrillScore, (), (exercise, title, held_at, score, judged, injects))

/// 推荐. Points on paper are not in it: the prefecture takes them from the acceptance it was told of.
struct StationNominated {
    static constexpr journal::EventKind kKind{"evaluation.nominated", 1, journal::Share::up};
    std::int64_t year = 0;
    AreaCode station;
    std::string name;
    std::string acceptance;  ///< the concluded acceptance the points on paper come from
    DrillScore drill;
    std::string reason, by_title;
};
BOOST_DESCRIBE_STRUCT(StationNominated, (), (year, station, name, acceptance, drill, reason, by_title))

struct NominationWithdrawn {
    static constexpr journal::EventKind kKind{"evaluation.nomination_withdrawn", 1, journal::Share::up};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(NominationWithdrawn, (), (reason))

/// What a reviewer may change by hand. `barred` (一票否决): 1 bars from every grade, 0 lifts it.
BOOST_DEFINE_ENUM_CLASS(Part, on_paper, in_drill, barred)

/// The first of two people: counts for nothing until another confirms. Subject: the change.
struct ChangeProposed {
    static constexpr journal::EventKind kKind{"evaluation.change_proposed", 1};
    NominationId nomination;
    Part part = Part::on_paper;
    double from = 0, to = 0;
    std::string reason, by_title;
};
BOOST_DESCRIBE_STRUCT(ChangeProposed, (), (nomination, part, from, to, reason, by_title))

/// The second. Made only of two different people (two_people.hpp).
struct ChangeConfirmed {
    static constexpr journal::EventKind kKind{"evaluation.change_confirmed", 1};
    PersonId proposed_by, confirmed_by;
    std::string by_title;
};
BOOST_DESCRIBE_STRUCT(ChangeConfirmed, (), (proposed_by, confirmed_by, by_title))

struct ChangeRejected {
    static constexpr journal::EventKind kKind{"evaluation.change_rejected", 1};
    std::string reason, by_title;
};
BOOST_DESCRIBE_STRUCT(ChangeRejected, (), (reason, by_title))

/// Of what the total is made, in percent; policy rows evaluation.static_weight and evaluation.drill_weight.
struct Weights {
    double on_paper = 60, in_drill = 40;
};
BOOST_DESCRIBE_STRUCT(Weights, (), (on_paper, in_drill))

/// 优秀, 良好, 合格, 限期整改.
BOOST_DEFINE_ENUM_CLASS(Grade, excellent, good, pass, rectify)

/// A change that counted, as it is told to others: by posts, not by people.
struct CountedChange {
    Part part = Part::on_paper;
    double from = 0, to = 0;
    std::string reason, proposed_by, confirmed_by;
};
BOOST_DESCRIBE_STRUCT(CountedChange, (), (part, from, to, reason, proposed_by, confirmed_by))

/// Where a station stands. Points of 100.
struct Standing {
    AreaCode station;
    std::string name;
    std::int64_t rank = 0;  ///< from 1
    double on_paper = 0, in_drill = 0;
    double calls = 0;  ///< C4 and C8 of the acceptance, which part equal totals
    double total = 0;
    bool barred = false;
    Grade grade = Grade::rectify;
    std::vector<CountedChange> changes;
};
BOOST_DESCRIBE_STRUCT(
    Standing, (), (station, name, rank, on_paper, in_drill, calls, total, barred, grade, changes)
)

/// 评估结果: frozen, whatever is told afterwards. Subject: the year.
struct EvaluationConcluded {
    static constexpr journal::EventKind kKind{"evaluation.concluded", 1, journal::Share::down};
    std::int64_t year = 0;
    Weights weights;
    double quota = 30;        ///< percent
    std::int64_t places = 0;  ///< how many could be excellent
    std::vector<Standing> standings;
    std::string opinion, by_title;
};
BOOST_DESCRIBE_STRUCT(EvaluationConcluded, (), (year, weights, quota, places, standings, opinion, by_title))

/// The county hands a station its own line. Subject: the year.
struct ResultPassedOn {
    static constexpr journal::EventKind kKind{"evaluation.result_passed_on", 1, journal::Share::down};
    std::int64_t year = 0;
    Weights weights;
    double quota = 30;
    std::int64_t places = 0, stations = 0;
    Standing standing;
    std::string opinion, by_title;
};
BOOST_DESCRIBE_STRUCT(ResultPassedOn, (), (year, weights, quota, places, stations, standing, opinion, by_title))

/// 表扬, 提醒, 警示.
BOOST_DEFINE_ENUM_CLASS(LetterKind, commendation, reminder, warning)

/// A letter went out as a document of the room `orders`, which has the receipt.
struct LetterWritten {
    static constexpr journal::EventKind kKind{"evaluation.letter_written", 1};
    std::int64_t year = 0;
    AreaCode station;
    LetterKind kind = LetterKind::reminder;
    std::string order;
};
BOOST_DESCRIBE_STRUCT(LetterWritten, (), (year, station, kind, order))

}  // namespace anlan::evaluation

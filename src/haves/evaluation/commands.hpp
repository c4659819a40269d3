#pragma once

#include "evaluation/events.hpp"
#include "journal/desk.hpp"

namespace anlan::evaluation {

using journal::Decision;
using journal::Desk;

/// 推荐, at the county. The year is that of the acceptance. Refuses `not_at_this_level`, `not_yours` for a station of
/// another county, `reason_empty`, `acceptance_missing`, `acceptance_not_passed`, `drill_unknown` (it was not held by
/// this station), `drill_other_year`, `drill_too_thin`, `already_nominated`, `already_concluded`.
struct NominateStation {
    AreaCode station;
    std::string exercise, reason;
};
BOOST_DESCRIBE_STRUCT(NominateStation, (), (station, exercise, reason))

/// Refuses `nomination_unknown`, `not_yours`, `reason_empty`, `already_concluded`.
struct WithdrawNomination {
    NominationId nomination;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawNomination, (), (nomination, reason))

/// At the prefecture. `seen`: how much of this station's changes the reviewer's page had shown; somebody who has not
/// seen what another did meanwhile is told it first. Refuses `not_at_this_level`, `nomination_unknown`,
/// `already_concluded`, `changed_meanwhile`, `proposal_open`, `points_invalid`, `nothing_changes`, `reason_empty`,
/// `score_missing`.
struct ProposeChange {
    NominationId nomination;
    Part part = Part::on_paper;
    double points = 0;
    std::string reason;
    std::int64_t seen = 0;
};
BOOST_DESCRIBE_STRUCT(ProposeChange, (), (nomination, part, points, reason, seen))

/// Refuses `change_unknown`, `already_decided` with who decided what, `already_concluded`, `same_person`.
struct ConfirmChange {
    ChangeId change;
};
BOOST_DESCRIBE_STRUCT(ConfirmChange, (), (change))

/// Refuses as ConfirmChange; `reason_empty`. Whoever proposed it may take it back.
struct RejectChange {
    ChangeId change;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RejectChange, (), (change, reason))

/// Refuses `not_at_this_level`, `already_concluded`, `nobody_nominated`, `proposals_open`, `score_missing`,
/// `opinion_empty`.
struct ConcludeEvaluation {
    std::int64_t year = 0;
    std::string opinion;
};
BOOST_DESCRIBE_STRUCT(ConcludeEvaluation, (), (year, opinion))

/// The county's own, when the result has come down. Nothing when this line has been handed on.
struct PassOnResult {
    std::int64_t year = 0;
    AreaCode station;
};
BOOST_DESCRIBE_STRUCT(PassOnResult, (), (year, station))

/// To the station at the county, to its county at the prefecture; goes out as a document with receipt. Refuses
/// `not_at_this_level`, `not_yours`, `not_commendable`, and what orders refuse.
struct WriteLetter {
    std::int64_t year = 0;
    AreaCode station;
    LetterKind kind = LetterKind::reminder;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(WriteLetter, (), (year, station, kind, text))

Result<Decision> decide(const NominateStation& wish, const Desk& desk);
Result<Decision> decide(const WithdrawNomination& wish, const Desk& desk);
Result<Decision> decide(const ProposeChange& wish, const Desk& desk);
Result<Decision> decide(const ConfirmChange& wish, const Desk& desk);
Result<Decision> decide(const RejectChange& wish, const Desk& desk);
Result<Decision> decide(const ConcludeEvaluation& wish, const Desk& desk);
Result<Decision> decide(const PassOnResult& wish, const Desk& desk);
Result<Decision> decide(const WriteLetter& wish, const Desk& desk);

}  // namespace anlan::evaluation

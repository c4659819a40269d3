#pragma once

#include "incident/events.hpp"
#include "store/rows.hpp"

/// Grades from numbers, by the thresholds of the policy pack (`grade.<family>.<number>.<1|2|3>`). The missing count
/// with the dead (国务院令第493号, art. 3); the worst column decides. A proposal: a person grades.
namespace anlan::incident {

struct Proposal {
    Grade grade = Grade::ordinary;
    std::string reason;  ///< in words, with the source of the threshold that decided
    std::string reason_en;
};
BOOST_DESCRIBE_STRUCT(Proposal, (), (grade, reason, reason_en))

Proposal propose_grade(store::Rows& rows, const std::string& kind, const Figures& figures, bool sensitive);

std::string grade_in_words(Grade grade);
std::string grade_in_english(Grade grade);

}  // namespace anlan::incident

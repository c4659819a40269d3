#pragma once

#include "grid/queries.hpp"

/// Whether somebody looks after a grid, judged from what is known of its people; nobody has to clock in for it.
namespace anlan::grid {

/// What is wrong with one member: nothing, 请假, 长期无应答.
BOOST_DEFINE_ENUM_CLASS(MemberAbsence, none, away, unreached)

/// A member was reached by answering a call, a test of the telephone, a report or a round.
MemberAbsence absence_of(store::Rows& rows, const PersonId& person, Instant now);

/// Why a grid is unattended: it is not, 没有人, 都请假, 都联系不上.
BOOST_DEFINE_ENUM_CLASS(Gap, none, nobody, away, unreached)
Gap gap_of(store::Rows& rows, const GridFacts& grid, Instant now);

/// Who heads the grid now: its head, else a deputy head, else the first member who is here. Empty: nobody is.
PersonId in_charge(store::Rows& rows, const GridFacts& grid, Instant now);

}  // namespace anlan::grid

#pragma once

#include "narrow/events.hpp"
#include "store/rows.hpp"

namespace anlan::narrow {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const NarrowSent& sent);
void project(store::Rows& rows, const Entry& entry, const NarrowConfirmed& confirmed);
void project(store::Rows& rows, const Entry& entry, const NarrowSettled& settled);
void project(store::Rows& rows, const Entry& entry, const NarrowReceived& received);

/// Own reports stand in the same table as those of others, with an empty node.
void project(store::Rows& rows, const Entry& entry, const SituationReported& said);
void project(store::Rows& rows, const Entry& entry, const CasualtiesReported& said);
void project(store::Rows& rows, const Entry& entry, const HelpCalled& said);
void project(store::Rows& rows, const Entry& entry, const WordsUp& said);
void project(store::Rows& rows, const Entry& entry, const WordsDown& said);
void mirror(store::Rows& rows, const Entry& entry, const SituationReported& said, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const CasualtiesReported& said, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const HelpCalled& said, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const WordsUp& said, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const WordsDown& said, const AreaCode& from);

}  // namespace anlan::narrow

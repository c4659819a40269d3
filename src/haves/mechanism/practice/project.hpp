#pragma once

#include "practice/events.hpp"
#include "store/rows.hpp"

namespace anlan::practice {

void project(store::Rows& rows, const journal::Entry& entry, const PracticeStarted& started);
void project(store::Rows& rows, const journal::Entry& entry, const PracticeMoved& moved);
void project(store::Rows& rows, const journal::Entry& entry, const PracticeFinished& finished);
void project(store::Rows& rows, const journal::Entry& entry, const PracticeLeft& left);

}  // namespace anlan::practice

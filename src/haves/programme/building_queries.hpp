#pragma once

#include "programme/forecast.hpp"
#include "store/rows.hpp"

namespace anlan::programme {

/// The plan in force for a year; none: nothing adopted. Year 0: the newest.
std::optional<BuildPlan> build_plan(store::Rows& rows, std::int64_t year);
/// What a station told, by task; an empty code is this node.
std::map<std::string, TaskProgress> progress_of(store::Rows& rows, const AreaCode& node, std::int64_t year);
/// Nodes that told anything of the year; the empty code is this one.
std::vector<AreaCode> builders(store::Rows& rows, std::int64_t year);

}  // namespace anlan::programme

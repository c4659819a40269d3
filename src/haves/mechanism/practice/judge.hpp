#pragma once

#include "practice/commands.hpp"

/// What of a move is right, with the reason for each part.
namespace anlan::practice {

std::vector<Remark> judge(const Step& step, const PlayMove& move);

/// 70 for the share that is right, 30 for being in time.
std::int64_t points_of(const std::vector<Remark>& remarks, bool in_time);

}  // namespace anlan::practice

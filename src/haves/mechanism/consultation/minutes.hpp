#pragma once

#include "consultation/answers.hpp"
#include "documents/official.hpp"

namespace anlan::consultation {

/// 会商纪要 in the layout of 纪要 (GB/T 9704-2012, 10.3): time, place, chair, who was there and who was not and why;
/// agenda, what was said, conclusion, resolutions with owner and date. Whatever is typed stands there as it was typed.
documents::Official minutes_of(const ConsultationDetail& detail, const std::string& node_name);

}  // namespace anlan::consultation

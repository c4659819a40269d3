#pragma once

#include "base/result.hpp"
#include "sip/dialled.hpp"
#include "sip/talk.hpp"

namespace anlan::sip {

/// What the end of a call means for its carrying, in words for the desk.
Fate fate_of(const TalkEnd& end);
/// The program ended in the middle of it: `told` says whether the network had taken it by then.
Fate interrupted(bool told);
/// Begun minutes.
std::int64_t minutes_of(double seconds);

/// A number as gateways dial it: digits without +86. Refuses `number_invalid`.
Result<std::string> dialled_number(const std::string& text);

}  // namespace anlan::sip

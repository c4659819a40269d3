#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "warning/ports.hpp"

/// Reading an alert: what it does to the warnings before it, and on which of the weather ladders it stands.
namespace anlan::warning {

/// The words of the API for what a warning does: issue, continue, raise, lower, lift. Plain text, because one of them
/// is no name in C++. `before` is the colour of the newest warning it replaces, nothing for the first.
std::string action_of(const Alert& alert, Colour colour, std::optional<Colour> before);

/// Whether anybody is to be called for it. Test, Draft and System are shown and nothing more; an exercise calls inside
/// its drill.
bool calls_for_action(std::string_view status);

/// 1 (Ⅰ) … 4 (Ⅳ) when the headline speaks of the weather service's own ladder ("台风预警提升为Ⅱ级"); 0 for the coloured
/// signals (预警信号). The ladders stand side by side (DOMAIN, three ladders).
std::int64_t weather_level(std::string_view headline);

/// The words that matter here: of the infos that touch the place the one with the strongest colour, Chinese first; of
/// all when none touches. Nothing when the alert has no info.
const AlertInfo* telling_info(const Alert& alert, const AreaMatcher& matcher, const AreaCode& place);

}  // namespace anlan::warning

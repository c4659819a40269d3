#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "warning/ports.hpp"

namespace anlan::cap {

using Parameters = std::vector<std::pair<std::string, std::string>>;  ///< <parameter>: name and value

/// What an info says about its hazard and its colour, in the sender's words.
struct Signs {
    std::string_view event, headline;
    std::string_view severity;  ///< CAP's word, or a colour in the national dialect
    const std::vector<std::string>& codes;
    const Parameters& parameters;
};

/// Our key for the hazard: of the parameter anlan:hazard, else the event's words, the headline's, the awareness type,
/// the first known code. Codes come late because vendors disagree about them. "other" if nothing is known.
std::string hazard_of(const Signs& signs);

/// A colour named in a parameter wins over one in the event, then the headline, then the severity.
warning::Colour colour_of(const Signs& signs);

/// The word for a message that gives only a code: the code's own ("台风" of 11B01), unless the headline speaks of
/// another hazard, then the headline's word; the bare code if neither is known.
std::string event_of(std::string_view code, std::string_view headline);

/// CAP's category for a hazard, "Met" of typhoon.
std::string_view category_of(std::string_view hazard);

bool is_hazard(std::string_view key);

}  // namespace anlan::cap

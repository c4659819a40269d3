#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cap/finding.hpp"
#include "warning/ports.hpp"

namespace anlan::cap {

/// Pieces of text that an alert packs into one element, and what is odd about them.

/// The parts between white space.
std::vector<std::string_view> words_of(std::string_view text);

/// A date and a time. Notes `Z`, a missing zone (the station's +08:00 is taken) and a blank instead of the T; 24:00:00
/// is the next day, as in XML Schema. Nothing, with a note, when it never was.
std::optional<Instant> read_time(std::string_view text, std::string_view element, int line, Findings& notes);

/// "lat,lon lat,lon …" into a closed ring; nothing, with a note, if it is none. Notes a ring that had to be closed and
/// coordinates given as lon,lat.
std::optional<std::vector<warning::LonLat>> read_polygon(std::string_view text, int line, Findings& notes);

/// "lat,lon radius"; `unit_km` is what a radius of 1 means: 1 in CAP, 0.001 in the national dialect.
std::optional<warning::Circle> read_circle(std::string_view text, double unit_km, int line, Findings& notes);

/// The triples sender,identifier,sent of CAP 1.1 and 1.2, identifier/sender of 1.0, or identifiers alone.
std::vector<warning::AlertReference> read_references(std::string_view text, int line, Findings& notes);

/// Chinese division codes among words separated by commas or blanks; others are left out.
std::vector<AreaCode> read_codes(std::string_view text);

/// Whether a geocode list named so holds Chinese division codes. Foreign lists use digits of the same length.
bool names_divisions(std::string_view value_name, std::string_view value, std::string_view language);

/// `text` if it is one of `allowed`, which are separated by blanks; else "Unknown".
std::string known_or_unknown(std::string_view text, std::string_view allowed);

bool is_one_of(std::string_view text, std::string_view allowed);

bool has_chinese(std::string_view text);

}  // namespace anlan::cap

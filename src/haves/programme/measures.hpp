#pragma once

#include <map>
#include <string>

#include "programme/finding.hpp"

/// How each item of the sheet is read from the station's own records. POLICY.md §1.4, column "auto evidence".
namespace anlan::programme {

using Measures = std::map<std::string, Measure>;

void add_organisation_measures(Measures& all);
void add_platform_measures(Measures& all);
void add_loudspeaker_measure(Measures& all);
void add_mechanism_measures(Measures& all);
void add_force_measures(Measures& all);
void add_plan_measures(Measures& all);
void add_store_measures(Measures& all);
void add_venue_measures(Measures& all);

/// By item. An item without a measure is judged on the spot.
const Measures& measures();

}  // namespace anlan::programme

#pragma once

#include <optional>

#include "cap/dialect.hpp"
#include "cap/element.hpp"
#include "cap/finding.hpp"
#include "warning/ports.hpp"

namespace anlan::cap {

/// One alert element as read, with what was found on the way.
struct Judged {
    warning::Alert alert;
    Findings findings;               ///< deviations, of the schema first
    std::optional<Finding> refusal;  ///< why no officer could act on it; then `alert` is not complete
    bool schema_holds = true;
};

/// A message of CAP 1.0, 1.1 or 1.2.
Judged judge_cap(Dialect dialect, const Element& element);

/// A message of the Chinese national dialect, which has no public schema: "holds" means that the fields POLICY 5.3
/// calls mandatory are there and the words are of its lists.
Judged judge_national(const Element& element);

/// What makes a message usable at all, whatever its dialect; the first thing missing is the refusal.
/// `sent_name` is the name of the sending time in this dialect.
std::optional<Finding> find_refusal(const Judged& judged, const Element& element, std::string_view sent_name);

/// The rules of CAP's text that its schema does not hold (note, references, identifiers, spans, areas).
void add_prose_rules(const Element& element, Judged& judged);

}  // namespace anlan::cap

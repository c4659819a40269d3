#pragma once

#include "cap/limits.hpp"
#include "warning/ports.hpp"

namespace anlan::cap {

/// Reads CAP 1.0, 1.1, 1.2 and the Chinese national dialect (POLICY 5.3), alone or inside any wrapper (Atom, RSS,
/// EDXL-DE, SOAP): every outermost alert element of a known namespace is judged. Wrappers may carry alerts as words too
/// (escaped, CDATA, base64); those are opened, two deep at most, and judged after the others.
///
/// valid: the schema of its version holds. usable: it does not, but an officer can act on it: identifier, sender, a
/// real time of sending, legal status, msgType and scope, and for Alert and Update (heartbeats excepted) at least one
/// info, each with an event or a headline. refused: anything else, and whatever is not well-formed or declares a
/// document type. Rules of the standard's text are reported with codes "prose.…" and never change the verdict.
///
/// Refusal codes: dtd_forbidden, not_well_formed, too_large, too_deep, too_many_elements, tag_too_long,
/// too_many_hidden, no_alert, namespace_unknown, identifier_missing, sender_missing, sent_missing, sent_invalid,
/// status_missing/_invalid, msg_type_missing/_invalid, scope_invalid, info_missing, event_missing.
///
/// May be used by several threads at once.
class CapReader final : public warning::AlertReader {
  public:
    explicit CapReader(Limits limits = {}) : limits_(limits) {}
    warning::AlertReading read(std::string_view bytes) const override;

  private:
    Limits limits_;
};

}  // namespace anlan::cap

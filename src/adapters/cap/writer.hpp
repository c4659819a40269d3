#pragma once

#include "warning/ports.hpp"

namespace anlan::cap {

/// Writes CAP 1.2, whatever the alert came in as. Times are of +08:00 in whole seconds, text is cleaned of what XML
/// cannot hold, and the result has been held against the schema before it is handed out. Colour and hazard travel as
/// the parameters cn:color and anlan:hazard.
///
/// Reading it back gives the same alert, except: `original` and `notes`; milliseconds; white space around texts; words
/// outside CAP's lists, which become Unknown.
///
/// Refuses identifier_invalid and sender_invalid (empty, or with a blank, a comma, < or &), words that are not CAP's
/// (status_invalid, msg_type_invalid, scope_invalid), info_missing and event_missing as the reader does, and
/// `schema_fails` naming what is left, such as a web address that is none.
class CapWriter final : public warning::AlertWriter {
  public:
    Result<std::string> write(const warning::Alert& alert) const override;
};

}  // namespace anlan::cap

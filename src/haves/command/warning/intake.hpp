#pragma once

#include "journal/desk.hpp"
#include "warning/events.hpp"
#include "warning/records.hpp"

namespace anlan::warning {

/// Turns messages into events, one after the other, in one world.
class Intake {
  public:
    Intake(const journal::Desk& desk, const AreaMatcher& matcher)
        : desk_(desk), matcher_(matcher), records_(desk.views, desk.world.text()) {}

    /// Takes one message and returns its id: a new one, or the one it is known by.
    WarningId take(Alert alert, const std::string& source, const std::string& via);

    journal::Events take_events() { return std::move(events_); }
    const std::vector<std::string>& notes() const { return notes_; }

  private:
    WarningId note_message(Alert alert, const std::string& source, const std::string& via);
    WarningReceived read(Alert alert);
    std::vector<Record> previous(const Alert& alert, std::vector<std::string>& notes) const;
    void close_previous(const std::vector<Record>& earlier, const WarningId& by, bool lifted);
    void close_if_over(const Record& record, const std::optional<Instant>& expires);

    const journal::Desk& desk_;
    const AreaMatcher& matcher_;
    Records records_;
    journal::Events events_;
    std::vector<std::string> notes_;
};

}  // namespace anlan::warning

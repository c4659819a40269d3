#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/rows.hpp"
#include "warning/events.hpp"

/// What is known of earlier messages while new ones are being taken in: the views, and the messages of the same feed
/// that are decided but not yet written.
namespace anlan::warning {

struct Record {
    WarningId id;
    std::string sender, identifier, status;
    Instant sent{};
    Colour colour = Colour::none;
    WarningState state = WarningState::active;
    std::optional<std::string> replaced_by;
    std::string hazard;
    bool covers_us = false;
};
BOOST_DESCRIBE_STRUCT(Record, (), (id, sender, identifier, status, sent, colour, state, replaced_by, hazard, covers_us))

class Records {
  public:
    Records(store::Rows& views, std::string drill) : views_(views), drill_(std::move(drill)) {}

    /// The id under which this very message is kept (Ack and Error too).
    std::optional<WarningId> same(const Alert& alert) const;

    /// Warnings of the same status that a reference means. A full reference means one message. The national dialect
    /// names the first message alone (POLICY §5.3); that means it and whatever has replaced it since.
    std::vector<Record> named_by(const AlertReference& reference, const std::string& status) const;

    /// A message that came before this one and replaces or lifts it: messages overtake each other on the way.
    std::optional<Record> replacing(const Alert& alert) const;

    void add(Record record, const Alert& alert);
    void note(const WarningId& id, const Alert& alert);
    void close(const WarningId& id, WarningState state, const WarningId& by);

  private:
    struct Fresh {
        Record record;
        Alert alert;
        bool shown;
    };
    Record latest(Record record) const;
    std::optional<Record> by_id(const std::string& id) const;

    store::Rows& views_;
    std::string drill_;
    std::vector<Fresh> fresh_;
    std::vector<Record> changed_;
};

}  // namespace anlan::warning

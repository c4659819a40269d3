#pragma once

#include <array>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "journal/ledger.hpp"
#include "journal/parcel.hpp"
#include "journal/room.hpp"
#include "journal/writer.hpp"

namespace anlan::journal {

/// The work inside one transaction: decide, append, project, react. Lives as long as the transaction.
class Group {
  public:
    Group(store::Rows& rows, const std::vector<Room>& rooms, const NodeFacts& node, seal::Dice& dice, Instant now);

    /// Decides a wish and everything its events lead to. A refusal leaves nothing behind.
    Result<Outcome> grant(const Wish& wish);
    /// Takes in another node's entries, each once and in turn.
    void accept(const std::vector<Parcel>& parcels);
    /// After a recalled command: a deadline that its command did not move or clear is dropped, on the record.
    void settle_deadline(const std::string& key, bool granted);

    std::vector<Entry> take_entries() { return std::move(entries_); }

  private:
    struct Pending {
        Entry entry;
        int hop;
        bool mine;
        std::string from_area;
    };

    Result<Outcome> decide(const Wish& wish, std::int64_t cause, int hop);
    Result<void> stays_in_its_world(const std::string& subject, const World& world);
    Entry append(const Event& event, const Desk& desk, std::int64_t cause);
    void post(const EventKind& kind, std::int64_t seq);
    void react();

    store::Rows& rows_;
    const std::vector<Room>& rooms_;
    const NodeFacts& node_;
    seal::Dice& dice_;
    Instant now_;
    Head head_;
    std::vector<Entry> entries_;
    std::deque<Pending> pending_;
    std::array<std::optional<std::int64_t>, 2> outbox_last_;  ///< by Direction, read once per group
};

}  // namespace anlan::journal

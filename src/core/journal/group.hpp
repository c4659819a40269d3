#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "journal/ledger.hpp"
#include "journal/parcel.hpp"
#include "journal/room.hpp"
#include "journal/stream.hpp"
#include "journal/writer.hpp"

namespace anlan::journal {

/// The work inside one transaction: decide, append, project, react. Lives as long as the transaction.
class Group {
  public:
    /// Whether delivered entries are taken in as if each could be mirrored, or each on its own, so that one which
    /// cannot be is set aside and holds up nothing after it.
    enum class Trust { full, entry_by_entry };

    Group(
        store::Rows& rows,
        const std::vector<Room>& rooms,
        const NodeFacts& node,
        seal::Dice& dice,
        Instant now,
        Trust trust = Trust::full
    );

    /// Decides a wish and everything its events lead to. A refusal leaves nothing behind.
    Result<Outcome> grant(const Wish& wish);
    /// Takes in another node's entries, each once and in turn.
    void accept(const std::vector<Parcel>& parcels);
    /// After a recalled command: a deadline that its command did not move or clear is dropped, on the record.
    void settle_deadline(const std::string& key, bool granted);

    /// Ends the node's epoch of numbers and begins the next; see Writer::begin_epoch.
    void begin_epoch(const NewEpoch& wanted);

    std::vector<Entry> take_entries() { return std::move(entries_); }
    std::map<std::string, Mark> take_sent() { return std::move(sent_out_); }

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
    void post(const Event& event, const Entry& entry);
    void post_in(const std::string& stream, Entry& shared);
    void post_anew(const std::string& stream, Mark from, std::int64_t epoch);
    bool in_turn(const Parcel& parcel);
    bool known_before(const Parcel& parcel);
    Reception receive(const Parcel& parcel);
    Reception receive_carefully(const Parcel& parcel);
    bool comes_its_way(const Parcel& parcel) const;
    std::optional<AreaCode> foreign_area(const Parcel& parcel) const;
    void refuse_entry(const Parcel& parcel, const Event& told);
    void set_aside(const Parcel& parcel, const std::string& why);
    void react();

    store::Rows& rows_;
    const std::vector<Room>& rooms_;
    const NodeFacts& node_;
    seal::Dice& dice_;
    Instant now_;
    Trust trust_;
    Head head_;
    std::vector<Entry> entries_;
    std::deque<Pending> pending_;
    std::map<std::string, Mark> sent_out_;  ///< by stream, read once per group
    std::map<std::string, Mark> arrived_;   ///< by origin and stream, read once per group
    std::int64_t arrivals_ = 0;
};

}  // namespace anlan::journal

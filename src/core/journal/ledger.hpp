#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/room.hpp"
#include "store/rows.hpp"

/// The journal's tables: reading, appending, rebuilding and proving. Only the writer appends.
namespace anlan::journal {

struct Head {
    std::int64_t seq = 0;
    std::string hash;  ///< of an empty journal: 64 zeros
};
BOOST_DESCRIBE_STRUCT(Head, (), (seq, hash))

Head head_of(store::Rows& rows);

/// Creates the journal's own tables and the rooms' views, and rebuilds the views when their definitions have changed
/// since they were last filled. Returns the number of entries replayed.
std::int64_t prepare_tables(store::Rows& rows, const std::vector<Room>& rooms);

/// Names of the tables that are views of the journal.
std::vector<std::string> view_tables(const std::vector<Room>& rooms);

void create_views(store::Rows& rows, const std::vector<Room>& rooms);

/// Runs the projections of one own entry.
void project_entry(store::Rows& rows, const std::vector<Room>& rooms, const Entry& entry);
void mirror_entry(store::Rows& rows, const std::vector<Room>& rooms, const Entry& entry, const AreaCode& origin);

/// Replays the journal and the mirrored entries read from `source` into the empty views of `target`.
std::int64_t replay(store::Rows& source, store::Rows& target, const std::vector<Room>& rooms);

/// Calls `each` for all entries after `after`, in order, a page at a time, until it returns false.
void for_each_entry(store::Rows& rows, std::int64_t after, const std::function<bool(const Entry&)>& each);

struct Proof {
    bool ok = false;
    std::int64_t entries = 0;
    std::string head;
    std::optional<std::int64_t> first_bad;  ///< seq of the first entry that was altered, removed or put in
    std::string fault_zh, fault_en;
};
BOOST_DESCRIBE_STRUCT(Proof, (), (ok, entries, head, first_bad, fault_zh, fault_en))

/// Walks the hash chain.
Proof prove_chain(store::Rows& rows);
/// Walks the chain, then compares every view with a fresh replay in `scratch` (an empty store).
Proof prove(store::Rows& rows, store::Rows& scratch, const std::vector<Room>& rooms);

}  // namespace anlan::journal

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "journal/parcel.hpp"
#include "journal/room.hpp"
#include "store/rows.hpp"

/// What leaves a node leaves it in streams: one per way and urgency, each numbered without gaps and chained by hash on
/// its own. "up/0" goes to the level above, life safety only; "down/2" to all below, routine; "to/350581106000/1" to
/// one neighbour below. A higher urgency overtakes a lower one, never its own.
namespace anlan::journal {

/// How far a stream has come. A node restored from a backup begins a new epoch, so numbers that were given out and
/// forgotten are never given out twice.
struct Mark {
    std::int64_t epoch = 1;
    std::int64_t number = 0;
    std::string hash;  ///< of the entry with this number; 64 zeros before the first
    auto operator<=>(const Mark&) const = default;
};
BOOST_DESCRIBE_STRUCT(Mark, (), (epoch, number, hash))

inline const std::string kNoHash(64, '0');

/// Why and how a node numbers its streams anew.
struct NewEpoch {
    std::string reason;                  ///< "rolled_back", "histories_differ"
    AreaCode neighbour;                  ///< whose memory differs from this journal
    std::int64_t above = 0;              ///< the neighbour knows epochs up to this
    std::map<std::string, Mark> repost;  ///< by stream: entries after the mark are posted anew
};

/// Streams in which `origin` speaks to `target`, its neighbour above or below; the most urgent first.
std::vector<std::string> streams_between(const AreaCode& origin, const AreaCode& target);

/// Streams an event of this kind goes into; empty `to` means all neighbours that way.
std::vector<std::string> streams_of(const EventKind& kind, const std::vector<AreaCode>& to);

/// The entry as others may see it: digests of sealed values and the kind's fields that stay home are taken out.
Entry shared_form(Entry entry, const EventKind* kind);

/// The kinds these rooms know, by text.
const EventKind* kind_of(const std::vector<Room>& rooms, const std::string& text);

/// The own node's epoch, and its last number in one stream.
std::int64_t current_epoch(store::Rows& rows);
Mark sent_out(store::Rows& rows, const std::string& stream);
/// Last number this stream has in an earlier epoch; 0: none.
std::int64_t last_of_epoch(store::Rows& rows, const std::string& stream, std::int64_t epoch);

/// Hash of this number in an own stream; empty when it was never given out.
std::string hash_at(store::Rows& rows, const std::string& stream, std::int64_t epoch, std::int64_t number);
/// The epoch begun because of this neighbour last; what it holds of earlier ones no longer matters. 0: none.
std::int64_t settled_epoch(store::Rows& rows, const AreaCode& neighbour);
/// Hash of an arrived entry; empty when it is not here.
std::string arrived_hash(
    store::Rows& rows, const AreaCode& origin, const std::string& stream, std::int64_t epoch, std::int64_t number
);

/// Own entries of a stream after this mark, in order, at most `limit`, all of one epoch: the mark's own, or when that
/// is exhausted the next.
std::vector<Parcel> outgoing(
    store::Rows& rows,
    const std::vector<Room>& rooms,
    const AreaCode& origin,
    const std::string& stream,
    const Mark& after,
    int limit
);
/// Entries of this stream beyond the mark, and the time of the oldest of them.
struct Backlog {
    std::int64_t entries = 0;
    std::optional<Instant> oldest;
};
BOOST_DESCRIBE_STRUCT(Backlog, (), (entries, oldest))
Backlog backlog(store::Rows& rows, const std::string& stream, const Mark& after);

/// Entries of another node's stream as they arrived, `count` from this number on, or as many as there are.
std::vector<Entry> arrived_entries(
    store::Rows& rows,
    const AreaCode& origin,
    const std::string& stream,
    std::int64_t epoch,
    std::int64_t first,
    std::int64_t count
);

/// How far another node's stream has arrived here.
Mark arrived(store::Rows& rows, const AreaCode& origin, const std::string& stream);

/// Everything that `source` holds for `target` and `target` has not yet, most urgent first. For tests and tools.
std::vector<Parcel> missing(
    store::Rows& source,
    const std::vector<Room>& rooms,
    const AreaCode& origin,
    store::Rows& target,
    const AreaCode& target_area
);

}  // namespace anlan::journal

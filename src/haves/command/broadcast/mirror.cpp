#include "broadcast/keeping.hpp"

namespace anlan::broadcast {

/// What another node released: here for the list, with what it says of its end.
void mirror(store::Rows& rows, const Entry& entry, const ReleasedToReal& released, const AreaCode& from) {
    keeping::keep(rows, entry, released.sheet, {}, from);
    keeping::release(rows, entry, released.words, released.by, released.terminals.size(), from);
}

void mirror(store::Rows& rows, const Entry& entry, const ReleasedToDrill& released, const AreaCode& from) {
    keeping::keep(rows, entry, released.sheet, {}, from);
    keeping::release(rows, entry, released.words, released.by, released.terminals.size(), from);
}

void mirror(store::Rows& rows, const Entry& entry, const TakenFromAbove& taken, const AreaCode& from) {
    keeping::keep(rows, entry, taken.sheet, {}, from);
    keeping::release(rows, entry, taken.words, taken.by, taken.terminals.size(), from);
    rows.run("UPDATE broadcast SET from_area = :f WHERE node = :n AND id = :i", taken.from, from, entry.subject);
}

void mirror(store::Rows& rows, const Entry& entry, const BroadcastBegun&, const AreaCode& from) {
    rows.run(
        "UPDATE broadcast SET state = :s, begun_at = :at WHERE node = :n AND id = :i",
        BroadcastState::playing,
        entry.at,
        from,
        entry.subject
    );
}

void mirror(store::Rows& rows, const Entry& entry, const BroadcastStopped& stopped, const AreaCode& from) {
    keeping::end(rows, entry, BroadcastState::stopped, stopped.reason, from);
}

void mirror(store::Rows& rows, const Entry& entry, const BroadcastFinished& finished, const AreaCode& from) {
    keeping::count(rows, entry, finished, from);
}

}  // namespace anlan::broadcast

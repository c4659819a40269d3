#include "links/project.hpp"

namespace anlan::links {

void project(store::Rows& rows, const journal::Entry& entry, const LinkChanged& changed) {
    rows.run(
        "INSERT INTO link_change(seq, neighbour, name, up, at) VALUES(:s, :n, :m, :u, :a)",
        entry.seq,
        changed.neighbour,
        changed.name,
        changed.up,
        entry.at
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const LinkFaulted& faulted) {
    rows.run(
        "INSERT INTO link_fault(seq, neighbour, name, code, zh, en, at) VALUES(:s, :n, :m, :c, :z, :e, :a)",
        entry.seq,
        faulted.neighbour,
        faulted.name,
        faulted.code,
        faulted.zh,
        faulted.en,
        entry.at
    );
}

}  // namespace anlan::links

namespace anlan::journal {

/// The last signed checkpoint of a node below: its history before that can no longer be rewritten quietly.
void mirror(store::Rows& rows, const Entry& entry, const CheckpointSealed& sealed, const AreaCode& from) {
    rows.run(
        "INSERT INTO checkpoint_below(neighbour, seq, hash, holds, at) VALUES(:n, :s, :h, :o, :a) "
        "ON CONFLICT(neighbour) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, holds = excluded.holds, "
        "at = excluded.at",
        from,
        sealed.seq,
        sealed.hash,
        checkpoint_holds(from, sealed),
        entry.at
    );
}

}  // namespace anlan::journal

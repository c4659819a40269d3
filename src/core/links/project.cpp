#include "links/project.hpp"

#include <fmt/format.h>

#include "links/queries.hpp"

namespace anlan::links {

namespace {

void keep_fault(store::Rows& rows, const journal::Entry& entry, const LinkFaulted& faulted) {
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

/// A station that joined by a code is called by its name.
std::string name_of(store::Rows& rows, const AreaCode& area) {
    const auto child = child_of(rows, area);
    return child ? child->name : area.text;
}

/// What the journal itself put aside stands in the same list as what the link refused.
void keep_entry_fault(
    store::Rows& rows,
    const journal::Entry& entry,
    const AreaCode& origin,
    std::string code,
    std::string zh,
    std::string en
) {
    keep_fault(rows, entry, {origin, name_of(rows, origin), std::move(code), std::move(zh), std::move(en)});
}

}  // namespace

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
    keep_fault(rows, entry, faulted);
}

}  // namespace anlan::links

namespace anlan::journal {

void project(store::Rows& rows, const Entry& entry, const EntrySetAside& set_aside) {
    links::keep_entry_fault(
        rows,
        entry,
        set_aside.origin,
        "entry_set_aside",
        fmt::format("对方发来的一条记录（{}）本站读不懂，已原样留存、暂未处理；请核对两边程序版本", set_aside.kind),
        fmt::format(
            "an entry ({}) cannot be read here; it is kept as it came and has no effect. Compare both stations' "
            "versions",
            set_aside.kind
        )
    );
}

void project(store::Rows& rows, const Entry& entry, const EntryRefused& refused) {
    links::keep_entry_fault(
        rows,
        entry,
        refused.origin,
        "entry_refused",
        fmt::format("对方发来的记录（{}）不该由它发出，已拒收并留存；请核实对方机器是否安全", refused.kind),
        fmt::format(
            "an entry ({}) that this station has no business sending was refused and kept; find out whether its "
            "machine "
            "is safe",
            refused.kind
        )
    );
}

void project(store::Rows& rows, const Entry& entry, const EntryOutOfArea& refused) {
    links::keep_entry_fault(
        rows,
        entry,
        refused.origin,
        "out_of_area",
        fmt::format(
            "对方发来的记录（{}）说的是不归它管的区划（{}），已拒收并留存；请核实对方机器是否安全",
            refused.kind,
            refused.area.text
        ),
        fmt::format(
            "an entry ({}) about an area that is not its own ({}) was refused and kept; find out whether its machine "
            "is safe",
            refused.kind,
            refused.area.text
        )
    );
}

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

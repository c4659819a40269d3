#include "registers/project.hpp"

namespace anlan::registers {

void project(store::Rows& rows, const journal::Entry& entry, const RegisterPut& put) {
    rows.run(
        "INSERT INTO register_row(id, list, area, content, updated_at, retired) VALUES(:i, :l, :a, :c, :u, 0) "
        "ON CONFLICT(id) DO UPDATE SET area = excluded.area, content = excluded.content, "
        "updated_at = excluded.updated_at",
        entry.subject,
        put.list,
        put.area,
        put.values,
        entry.at
    );
}

void project(store::Rows& rows, const journal::Entry& entry, const RegisterRetired&) {
    rows.run("UPDATE register_row SET retired = 1, updated_at = :u WHERE id = :i", entry.at, entry.subject);
}

void mirror(store::Rows& rows, const journal::Entry& entry, const RegisterPut& put, const AreaCode& from) {
    rows.run(
        "INSERT INTO register_mirror(node, id, list, area, content, updated_at) VALUES(:n, :i, :l, :a, :c, :u) "
        "ON CONFLICT(node, id) DO UPDATE SET area = excluded.area, content = excluded.content, "
        "updated_at = excluded.updated_at",
        from,
        entry.subject,
        put.list,
        put.area,
        put.values,
        entry.at
    );
}

void mirror(store::Rows& rows, const journal::Entry& entry, const RegisterRetired&, const AreaCode& from) {
    rows.run("DELETE FROM register_mirror WHERE node = :n AND id = :i", from, entry.subject);
}

}  // namespace anlan::registers

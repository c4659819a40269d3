#include "policy/project.hpp"

namespace anlan::policy {

namespace {

constexpr std::int64_t kEdit =
    1'000;  // any edit stands above any pack; the nearest, having most digits, above the rest

void put(
    store::Rows& rows,
    const std::string& layer,
    std::int64_t standing,
    const std::string& scope,
    const PolicyRow& row,
    const std::string& valid_from,
    const std::string& edited_by
) {
    rows.run(
        "INSERT INTO policy_row(policy_key, layer, standing, scope, setting, unit, source, clause, mark, local_only, "
        "title_zh, title_en, valid_from, edited_by) VALUES(:key, :layer, :standing, :scope, :setting, :unit, :source, "
        ":clause, :mark, :local, :zh, :en, :valid_from, :edited_by) ON CONFLICT(policy_key, layer) DO UPDATE SET "
        "standing = excluded.standing, scope = excluded.scope, setting = excluded.setting, unit = excluded.unit, "
        "source = excluded.source, clause = excluded.clause, mark = excluded.mark, local_only = excluded.local_only, "
        "title_zh = excluded.title_zh, title_en = excluded.title_en, valid_from = excluded.valid_from, "
        "edited_by = excluded.edited_by",
        row.key,
        layer,
        standing,
        scope,
        row.value,
        row.unit,
        row.source,
        row.clause,
        row.mark,
        row.local,
        row.title_zh,
        row.title_en,
        valid_from,
        edited_by
    );
}

void put_pack(store::Rows& rows, const std::string& layer, const PolicyAdopted& pack) {
    for (const auto& row : pack.rows) put(rows, layer, pack.version, "default", row, pack.valid_from, "");
}

void put_edit(store::Rows& rows, const journal::Entry& entry, const PolicyChanged& change) {
    const PolicyRow row{
        change.key, change.value, change.unit, {}, {}, change.source, change.clause, change.mark, false};
    const auto standing = kEdit + static_cast<std::int64_t>(change.scope.prefix().size());
    put(rows, change.scope.text, standing, change.scope.text, row, change.valid_from, entry.actor);
}

}  // namespace

void project(store::Rows& rows, const journal::Entry&, const PolicyAdopted& pack) {
    put_pack(rows, "pack", pack);
}
void project(store::Rows& rows, const journal::Entry& entry, const PolicyChanged& change) {
    put_edit(rows, entry, change);
}

void mirror(store::Rows& rows, const journal::Entry&, const PolicyAdopted& pack, const AreaCode& from) {
    put_pack(rows, "pack:" + from.text, pack);
}
void mirror(store::Rows& rows, const journal::Entry& entry, const PolicyChanged& change, const AreaCode&) {
    put_edit(rows, entry, change);
}

}  // namespace anlan::policy

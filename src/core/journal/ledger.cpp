#include "journal/ledger.hpp"

#include <fmt/format.h>

#include "seal/seal.hpp"

namespace anlan::journal {

std::string_view views_sql();
std::string_view tables_sql();

namespace {

constexpr int kPage = 2'000;
constexpr const char* kEntryColumns = "seq, at, actor, drill, kind, subject, cause, body, prev, hash";

struct Arrival {
    std::int64_t place = 0;
    std::string origin;
};
BOOST_DESCRIBE_STRUCT(Arrival, (), (place, origin))

std::string definitions(const std::vector<Room>& rooms) {
    std::string all(views_sql());
    for (const auto& room : rooms) all.append(room.views_sql);
    return all;
}

std::string meta(store::Rows& rows, const std::string& name) {
    return rows.value<std::string>("SELECT value FROM meta WHERE name = :n", name).value_or("");
}

void set_meta(store::Rows& rows, const std::string& name, const std::string& value) {
    rows.run(
        "INSERT INTO meta(name, value) VALUES(:n, :v) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
        name,
        value
    );
}

}  // namespace

Head head_of(store::Rows& rows) {
    return rows.first<Head>("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")
        .value_or(Head{0, std::string(64, '0')});
}

std::vector<std::string> view_tables(const std::vector<Room>& rooms) {
    static constexpr std::string_view kBefore = "CREATE TABLE IF NOT EXISTS ";
    const auto text = definitions(rooms);
    std::vector<std::string> names;
    for (auto at = text.find(kBefore); at != std::string::npos; at = text.find(kBefore, at + 1)) {
        const auto from = at + kBefore.size();
        names.push_back(text.substr(from, text.find_first_of(" (", from) - from));
    }
    return names;
}

void create_views(store::Rows& rows, const std::vector<Room>& rooms) {
    rows.script(views_sql());
    for (const auto& room : rooms) rows.script(room.views_sql);
}

std::int64_t prepare_tables(store::Rows& rows, const std::vector<Room>& rooms) {
    rows.begin();
    rows.script(tables_sql());
    const auto wanted = seal::sm3(definitions(rooms));
    const auto have = meta(rows, "views");
    std::int64_t replayed = 0;
    if (have != wanted) {
        for (const auto& table : view_tables(rooms)) rows.script("DROP TABLE IF EXISTS " + table);
        create_views(rows, rooms);
        replayed = replay(rows, rows, rooms);
        set_meta(rows, "views", wanted);
    }
    rows.commit();
    return replayed;
}

void project_entry(store::Rows& rows, const std::vector<Room>& rooms, const Entry& entry) {
    for (const auto& room : rooms) {
        const auto [from, to] = room.projections.equal_range(entry.kind);
        for (auto each = from; each != to; ++each) each->second(rows, entry);
    }
}

void mirror_entry(store::Rows& rows, const std::vector<Room>& rooms, const Entry& entry, const AreaCode& origin) {
    for (const auto& room : rooms) {
        const auto [from, to] = room.mirror_projections.equal_range(entry.kind);
        for (auto each = from; each != to; ++each) each->second(rows, entry, origin);
    }
}

void for_each_entry(store::Rows& rows, std::int64_t after, const std::function<bool(const Entry&)>& each) {
    const auto sql = fmt::format("SELECT {} FROM journal WHERE seq > :a ORDER BY seq LIMIT {}", kEntryColumns, kPage);
    for (;;) {
        const auto page = rows.select<Entry>(sql, after);
        for (const auto& entry : page)
            if (!each(entry)) return;
        if (page.size() < kPage) return;
        after = page.back().seq;
    }
}

std::int64_t replay(store::Rows& source, store::Rows& target, const std::vector<Room>& rooms) {
    std::int64_t count = 0;
    for_each_entry(source, 0, [&](const Entry& entry) {
        project_entry(target, rooms, entry);
        ++count;
        return true;
    });
    const auto sql = fmt::format("SELECT {} FROM arrival WHERE place = :p", kEntryColumns);
    for (const auto& row :
         source.select<Arrival>("SELECT place, origin FROM arrival WHERE reception = 'taken' ORDER BY place"))
        if (const auto entry = source.first<Entry>(sql, row.place))
            mirror_entry(target, rooms, *entry, AreaCode{row.origin});
    return count;
}

}  // namespace anlan::journal

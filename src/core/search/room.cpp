#include "search/room.hpp"

#include <algorithm>
#include <map>

#include "search/grams.hpp"

namespace anlan::search {

std::string_view views_sql();

namespace {

struct Text {
    std::int64_t id = 0;
    std::string title, body;
};
BOOST_DESCRIBE_STRUCT(Text, (), (id, title, body))

/// Writes the pairs of a full block, one row for each.
void close_block(store::Rows& rows, std::int64_t block) {
    std::map<std::string, std::string> places;
    for (const auto& each : rows.select<Text>(
             "SELECT id, title, body FROM search_doc WHERE id >= :a AND id < :b ORDER BY id",
             block * kBlock,
             (block + 1) * kBlock
         ))
        for (auto& gram : grams_of(folded(each.title + "\n" + each.body)))
            add_place(places[std::move(gram)], each.id - block * kBlock);
    for (const auto& [gram, list] : places)
        rows.run("INSERT INTO search_gram (gram, block, places) VALUES (:g, :b, :p)", gram, block, list);
}

/// What was found under this subject before is found no longer. Its place in the numbering stays, so that blocks are
/// closed at the same rows in every replay.
void replace_older(store::Rows& rows, const Finding& finding) {
    if (finding.subject.empty()) return;
    rows.run(
        "UPDATE search_doc SET kind = '', title = '', body = '' WHERE subject = :s AND kind = :k",
        finding.subject,
        finding.kind
    );
}

}  // namespace

void keep(store::Rows& rows, const journal::Entry& entry, const Finding& finding) {
    replace_older(rows, finding);
    const auto id = rows.value<std::int64_t>("SELECT id FROM search_doc ORDER BY id DESC LIMIT 1").value_or(-1) + 1;
    rows.run(
        "INSERT INTO search_doc (id, drill, kind, subject, area, permission, at, title, body, state) VALUES (:i, :d, "
        ":k, "
        ":s, :a, :p, :t, :h, :b, :w)",
        id,
        entry.drill,
        finding.kind,
        finding.subject,
        finding.area,
        finding.permission,
        entry.at,
        finding.title,
        finding.text,
        finding.state
    );
    if ((id + 1) % kBlock == 0) close_block(rows, id / kBlock);
}

journal::Room make_room(const std::vector<Source>& sources) {
    journal::Room room("search", views_sql());
    for (const auto& source : sources)
        for (const auto& kind : source.kinds)
            room.projections.emplace(
                kind,
                [findings = source.findings](store::Rows& rows, const journal::Entry& entry) {
                    for (const auto& each : findings(rows, entry)) keep(rows, entry, each);
                }
            );
    return room;
}

}  // namespace anlan::search

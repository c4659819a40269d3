#include "response/part.hpp"

namespace anlan::response {

std::string response_of_origin(store::Rows& rows, const std::string& origin) {
    if (origin.empty()) return {};
    return rows.value<std::string>("SELECT id FROM response WHERE id = :i", origin.substr(0, origin.find('/')))
        .value_or("");
}

void keep_part(store::Rows& rows, const journal::Entry& entry, const Part& part, bool counted) {
    rows.run(
        "INSERT INTO response_part(id, drill, response, kind, title, person, area, colour, due_at) "
        "VALUES(:i, :d, :r, :k, :t, :p, :a, :c, :u) ON CONFLICT(id) DO NOTHING",
        entry.subject,
        entry.drill,
        part.response,
        counted ? part.kind : part.kind + "_apart",
        part.title,
        part.person,
        part.area,
        part.colour,
        part.due_at
    );
}

Part part_of(store::Rows& rows, const std::string& id) {
    return rows
        .first<Part>("SELECT response, kind, title, person, area, colour, due_at FROM response_part WHERE id = :i", id)
        .value_or(Part{});
}

}  // namespace anlan::response

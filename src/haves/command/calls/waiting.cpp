#include "calls/waiting.hpp"

namespace anlan::calls {

std::vector<Waiting> waiting_calls(store::Rows& rows, const World& world, std::int64_t limit) {
    return rows.select<Waiting>(
        "SELECT headline, COUNT(*), MIN(id) FROM call WHERE state IN ('ringing', 'door_knock') AND drill = :d "
        "GROUP BY headline ORDER BY COUNT(*) DESC, headline LIMIT :l",
        world.text(),
        limit
    );
}

}  // namespace anlan::calls

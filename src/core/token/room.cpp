#include "tokens/room.hpp"

#include "tokens/project.hpp"

namespace anlan::tokens {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("tokens", views_sql());
    room.projects<TokenMade, TokenRevoked>();
    return room;
}

}  // namespace anlan::tokens

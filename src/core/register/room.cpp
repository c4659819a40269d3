#include "registers/room.hpp"

#include "registers/project.hpp"

namespace anlan::registers {

std::string_view views_sql();

journal::Room make_room() {
    journal::Room room("registers", views_sql());
    room.projects<RegisterPut, RegisterRetired>().mirrors<RegisterPut, RegisterRetired>();
    return room;
}

}  // namespace anlan::registers

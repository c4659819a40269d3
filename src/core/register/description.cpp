#include "registers/description.hpp"

namespace anlan::registers {

const Field* Register::find(std::string_view field) const {
    for (const auto& each : fields)
        if (each.name == field) return &each;
    return nullptr;
}

void Shelf::add(Register description) {
    ensure(find(description.name) == nullptr, "two registers of one node have different names");
    all_.push_back(std::move(description));
}

const Register* Shelf::find(std::string_view name) const {
    for (const auto& each : all_)
        if (each.name == name) return &each;
    return nullptr;
}

}  // namespace anlan::registers

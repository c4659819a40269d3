#include "narrow/told.hpp"

#include "seal/seal.hpp"

namespace anlan::narrow {

std::uint32_t mark_of(const std::string& id) {
    return static_cast<std::uint32_t>(std::stoul(seal::sm3(id).substr(0, 8), nullptr, 16));
}

std::uint32_t drill_mark_of(const std::string& drill) {
    if (drill.empty()) return 0;
    const auto mark = mark_of(drill) & 0xffffu;
    return mark == 0 ? 1 : mark;
}

json::object body_of(const Told& told) {
    return std::visit([](const auto& each) { return to_json(each).as_object(); }, told);
}

Result<Told> told_of(ToldKind kind, const json::value& body) {
    std::optional<Result<Told>> made;
    boost::mp11::mp_for_each<boost::mp11::mp_iota_c<std::variant_size_v<Told>>>([&](auto index) {
        if (index != static_cast<std::size_t>(kind)) return;
        auto read = from_json<std::variant_alternative_t<index, Told>>(body);
        made = read ? Result<Told>(Told(std::move(read.value()))) : Result<Told>(read.error());
    });
    return *made;
}

}  // namespace anlan::narrow

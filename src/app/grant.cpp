#include "app/grant.hpp"

#include <spdlog/spdlog.h>

namespace anlan::app {

std::string grant_wish(Node& node, journal::Wish wish) {
    auto granted = node.writer().execute(std::move(wish));
    if (granted) return granted.value().subject;
    spdlog::error("{}: {} ({})", node.settings().facts.name, granted.error().en, granted.error().field);
    return {};
}

}  // namespace anlan::app

#include "app/couriers.hpp"

#include <spdlog/spdlog.h>

#include "app/hook_post.hpp"

namespace anlan::app {

namespace {

std::function<void(journal::Wish)> noting(journal::Writer& writer) {
    return [&writer](journal::Wish wish) {
        if (const auto noted = writer.execute(std::move(wish)); !noted)
            spdlog::warn("{}: an answer of another system was not noted: {}", writer.node().name, noted.error().en);
    };
}

}  // namespace

Couriers::Couriers(
    const NodeSettings& settings,
    const seal::KeyPair& key,
    journal::Writer& writer,
    const Clock& clock,
    const Read& read
)
    : hooks_({settings.facts, &writer.rooms(), &clock, read, noting(writer)}, &post_letter) {
    if (settings.platforms)
        platforms_.emplace(
            *settings.platforms, key, PlatformExchange::Node{settings.facts.name, &clock, read, noting(writer)}
        );
}

}  // namespace anlan::app

#pragma once

#include <optional>

#include "app/node.hpp"
#include "app/platform_exchange.hpp"
#include "hooks/courier.hpp"

namespace anlan::app {

/// What one node carries to systems of others: entries to hooks, broadcasts to platforms. Holds no truth: where each
/// stands is in the journal.
class Couriers {
  public:
    using Read = std::function<void(const std::function<void(store::Rows&)>&)>;
    Couriers(
        const NodeSettings& settings,
        const seal::KeyPair& key,
        journal::Writer& writer,
        const Clock& clock,
        const Read& read
    );

    hooks::Courier& hooks() { return hooks_; }
    PlatformExchange* platforms() { return platforms_ ? &*platforms_ : nullptr; }  ///< none: none is configured

  private:
    hooks::Courier hooks_;
    std::optional<PlatformExchange> platforms_;
};

}  // namespace anlan::app

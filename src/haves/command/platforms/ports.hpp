#pragma once

#include <string>
#include <string_view>

#include "platforms/commands.hpp"

/// What the room needs of the outside world.
namespace anlan::platforms {

struct Verdict {
    bool taken = true;  ///< false: not wanted here
    std::string words;
};

/// Packages as they travel between platforms, with keys and signatures.
class Packages {
  public:
    virtual ~Packages() = default;
    /// A heartbeat opens as a message without `message`. Refuses what adapters/ebd refuses, with the EBRID that was
    /// claimed in `claimed`.
    virtual Result<TakeMessage> open(std::string_view bytes, std::string& claimed) const = 0;
    /// The signed answer to a package.
    virtual std::string answer(
        const std::string& platform, const std::string& package, const Verdict& verdict, Instant now
    ) const = 0;
};

}  // namespace anlan::platforms

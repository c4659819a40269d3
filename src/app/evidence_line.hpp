#pragma once

#include <functional>

#include "app/node.hpp"
#include "federation/file_line.hpp"

namespace anlan::app {

/// A node's line, over which its county also fetches the photos that stations have told of, so that the package of an
/// acceptance holds them (decision 0047). A station gives what it has told of, to whoever stands above it, and nothing
/// else.
class EvidenceLine {
  public:
    using Read = std::function<void(const std::function<void(store::Rows&)>&)>;
    EvidenceLine(
        const NodeSettings& settings, federation::Line& under, const seal::KeyPair& key, const Clock& clock, Read read
    );

    federation::FileLine& line() { return line_; }
    /// Called by the process' ticker.
    void tick(Instant now);

  private:
    federation::FilePort port() const;

    const NodeSettings& settings_;
    Read read_;
    federation::FileLine line_;
    Instant looked_at_{};
};

}  // namespace anlan::app

#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <vector>

#include "broadcast/commands.hpp"
#include "broadcast/queries.hpp"

namespace anlan::app {

/// When each loudspeaker was last heard (心跳), outside the journal. Any thread.
class Hearts {
  public:
    void beat(const std::string& terminal, Instant now);
    std::optional<Instant> last(const std::string& terminal) const;

    /// What has changed against the journal: who is heard that was not, who is not any more.
    struct News {
        broadcast::HearTerminal heard;
        broadcast::MissTerminal missed;
    };
    /// `since`: from when on they could be heard at all.
    News compare(const std::vector<broadcast::TerminalFacts>& terminals, Instant now, Instant since, Milliseconds limit)
        const;

  private:
    mutable std::mutex mutex_;
    std::map<std::string, Instant> last_;
};

}  // namespace anlan::app

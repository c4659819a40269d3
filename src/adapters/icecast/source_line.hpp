#pragma once

#include <memory>
#include <string>

#include "icecast/server.hpp"

namespace anlan::icecast {

/// A connection to a mount, as its source. Waits for nothing but the server's name.
class SourceLine {
  public:
    /// Begins to open it.
    SourceLine(const Server& server, const std::string& mount);
    ~SourceLine();
    SourceLine(const SourceLine&) = delete;
    SourceLine& operator=(const SourceLine&) = delete;

    enum class State { opening, open, lost };
    /// Moves it on as far as it goes.
    State state();
    /// Nothing is kept back; what the server does not take is queued.
    void send(const std::string& bytes);
    /// Bytes that the server has not taken.
    std::size_t waiting() const;
    /// Why it is lost, for people, in Chinese.
    const std::string& why() const { return why_; }

  private:
    void lose(int fault);

    struct Inside;
    std::unique_ptr<Inside> inside_;
    std::string why_;
    State state_ = State::opening;
};

}  // namespace anlan::icecast

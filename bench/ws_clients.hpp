#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace anlan::bench {

/// A socket to a port of this machine. Throws std::runtime_error when nobody listens.
int connect_to(int port);

/// Many WebSocket listeners on plain sockets and one epoll: as light as a load driver can be, so that the figures are
/// the server's. Loopback only.
class WsClients {
  public:
    /// Connects one listener per token to GET /api/v1/live. Throws std::runtime_error when one is refused.
    WsClients(int port, const std::vector<std::string>& tokens);
    ~WsClients();
    WsClients(const WsClients&) = delete;
    WsClients& operator=(const WsClients&) = delete;

    /// Waits until every listener has received a frame that contains `word` since the last call, or the time is over.
    /// Returns for each the milliseconds since `start` (negative: never).
    std::vector<double> wait_for(
        const std::string& word, std::chrono::steady_clock::time_point start, std::chrono::seconds limit
    );
    std::size_t size() const { return sockets_.size(); }

  private:
    std::vector<int> sockets_;
    int poll_ = -1;
};

}  // namespace anlan::bench

#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "app/config.hpp"
#include "app/narrowband.hpp"
#include "app/node.hpp"
#include "app/ticker.hpp"
#include "federation/in_process.hpp"
#include "http/server.hpp"
#include "nats/nats_line.hpp"

namespace anlan::app {

/// Several nodes in one process, linked in process: the demonstration county, a drill; or a real station, linked over
/// the network with those it joined and those who joined it.
class County {
  public:
    County(const Config& config, const Clock& clock, seal::Dice& dice);
    ~County();

    std::vector<std::unique_ptr<Node>>& nodes() { return nodes_; }
    Node& node(const AreaCode& area);
    federation::Switchboard& switchboard() { return switchboard_; }

    /// Opens every node to the network and starts threads, links, deadlines, folders and feeds.
    void open();
    void close();

    /// Driven by hand: decides and carries until nothing moves.
    void settle();
    /// Driven by hand: recalls what is due at the clock's time, then settles.
    void recall();

  private:
    void introduce();
    void add_narrowband();
    /// The line of the node, and what the node needs to know of it.
    Surroundings surroundings_of(const ConfiguredNode& configured, const Clock& clock, seal::Dice& dice);

    Config config_;
    federation::Switchboard switchboard_;
    std::vector<std::unique_ptr<nats::NatsLine>> lines_;  ///< outlive the nodes
    std::vector<std::unique_ptr<Node>> nodes_;
    std::map<AreaCode, std::unique_ptr<Narrowband>> narrow_;  ///< made before the nodes open, gone after they close
    std::unique_ptr<http::Threads> threads_;
    Ticker ticker_;  ///< deadlines
    Ticker intake_;  ///< folders and feeds; a slow feed holds up no deadline
};

/// The demonstration county of Shishi: bureau and four towns on consecutive ports.
Config demonstration(const std::filesystem::path& data, const std::filesystem::path& project, int port);

/// Blocks until Ctrl-C or SIGTERM.
void wait_for_signal();

}  // namespace anlan::app

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/county.hpp"
#include "bench/child.hpp"

namespace anlan::bench {

/// What the node's writer makes of it at once. Throws std::runtime_error with the refusal's words.
journal::Outcome grant(app::Node& node, journal::Wish wish);

template <class Command>
journal::Outcome run(app::Node& node, Command command) {
    return grant(node, journal::wish(World::real(), "system:bench", std::move(command)));
}

/// Opens an account and a session without hashing a password; returns the session's token.
std::string log_in(app::Node& node, const std::string& login, const PersonId& person, const std::string& role);

/// One town (永宁镇) alone in this process: the whole program but its command line.
class Station {
  public:
    explicit Station(const std::filesystem::path& folder, std::optional<app::BrokerSettings> broker = std::nullopt);
    app::Node& node() { return *county_.nodes().front(); }
    void open() { county_.open(); }

    /// Policy, divisions and a plan whose red level calls every grid member.
    void lay_ground();
    /// So many people (invented), each in a village's grid post, with a log-in; their session tokens, then the station
    /// head's.
    std::vector<std::string> settle_people(int count);

  private:
    SystemClock clock_;
    seal::SystemDice dice_;
    app::County county_;
};

/// Serves until the wire ends; "tell TEXT" tells every listener. Says the port, then the tokens, first.
void serve_station(Wire& wire, const std::filesystem::path& folder, int people);

/// An empty folder for this run, below the current one: the same disk as the program's data.
std::filesystem::path fresh_folder(const std::string& name);

}  // namespace anlan::bench

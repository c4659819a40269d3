#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/narrowband.hpp"
#include "app/node.hpp"
#include "app/parentage.hpp"
#include "base/result.hpp"

namespace anlan::app {

/// [node.nats]: how stations below reach this one, and which nats-server serves it.
struct LineSettings {
    std::string server = "nats-server";
    std::uint16_t client_port = 0;  ///< on loopback, for itself; 0: any free one
    std::string leaf_host = "0.0.0.0";
    std::uint16_t leaf_port = 0;  ///< where children connect; 0: it takes none
    std::string host;             ///< what children are told to dial; empty: as they reached its pages
};

/// One node of a configuration file, with what feeds it.
struct ConfiguredNode {
    NodeSettings settings;
    std::filesystem::path watch;     ///< folder whose CAP files are received
    std::vector<std::string> feeds;  ///< Atom feeds polled for alerts
    int feed_seconds = 60;
    std::optional<LineSettings> nats{};
    std::optional<NarrowbandSettings> narrowband{};
    std::optional<Parentage> parentage{};  ///< whom it joined (DIR/<area>/parent.json)
};

struct Config {
    std::filesystem::path data, shared, web;
    std::vector<ConfiguredNode> nodes;
};

/// Reads a TOML file; packaging/anlan.toml shows every setting. Refuses `config_invalid` with the line.
Result<Config> read_config(const std::filesystem::path& file);

}  // namespace anlan::app

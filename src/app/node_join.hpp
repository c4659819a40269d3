#pragma once

#include <filesystem>
#include <string>

namespace anlan::app {

/// `anlan node join`. What is empty is taken from an earlier run for the same area.
struct JoinOrder {
    std::string parent;  ///< URL of the level above: "http://10.0.0.5:8080"
    std::string code, area, name;
    std::filesystem::path data;
    std::filesystem::path config;  ///< written when it does not exist; empty: DATA/anlan.toml
    std::filesystem::path project;
    int port = 8443;         ///< of the pages, in a new configuration
    int leaf_port = 0;       ///< where stations below this one will connect, in a new configuration; 0: none do
    int wait_seconds = 900;  ///< for the approval; then it is to be run again
};

/// Makes the station's keys, asks the level above with the code, tells the digits to read out on the telephone, waits
/// for the approval and writes down whom the station joined. Running it again goes on where it stood.
/// 0 joined, 1 not (yet), 2 wrong usage.
int join_node(const JoinOrder& order);

}  // namespace anlan::app

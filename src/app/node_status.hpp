#pragma once

#include <filesystem>
#include <string>

namespace anlan::app {

/// `anlan node status`: of the nodes of a configuration on this machine (signed with their keys), or of a URL with the
/// token of a session.
struct StatusOrder {
    std::filesystem::path config;
    std::string url, token;
};

/// Prints a line per link. 0 every link is up, 1 one is down or a node did not answer, 2 wrong usage.
int tell_status(const StatusOrder& order);

}  // namespace anlan::app

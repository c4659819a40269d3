#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace anlan::app {

/// The dictionaries of the hand-over by version: data/federation/<version>.zdict. A version, once released, never
/// changes; a better one gets the next number. docs/protocol/handover.md says how they are trained.
std::map<int, std::string> read_dictionaries(const std::filesystem::path& data);

}  // namespace anlan::app

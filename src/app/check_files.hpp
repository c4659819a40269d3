#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace anlan::app {

/// One JSON line per file; 0 if none is refused, 1 otherwise, 2 when a file cannot be read.
int check_alert_files(const std::vector<std::string>& files);
/// The same for plans; with `data` also against the roster and stock of the nodes there.
int check_plan_files(const std::vector<std::string>& files, const std::filesystem::path& data);
/// Signatures and hashes of exported archives.
int verify_archives(const std::vector<std::string>& files);

}  // namespace anlan::app

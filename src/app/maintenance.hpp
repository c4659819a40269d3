#pragma once

#include <filesystem>

namespace anlan::app {

/// Prints per node `ok <area> entries=<n> head=<hash>` or the first bad entry; 0 if all are whole.
int verify_nodes(const std::filesystem::path& data);

/// A consistent copy of every node while it runs: `VACUUM INTO` for the journal, then keys and attachments.
int back_up(const std::filesystem::path& data, const std::filesystem::path& to);

/// Refuses to write over a folder that holds a node.
int restore(const std::filesystem::path& from, const std::filesystem::path& data);

}  // namespace anlan::app

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/area.hpp"
#include "base/result.hpp"

namespace anlan::response {

/// One file of a response's archive.
struct ArchiveFile {
    std::string path;  ///< inside the archive: "index.html", "warnings/<id>.xml"
    std::string content;
};

/// Packs and signs an archive. Implemented outside; the room only says what belongs in.
class ArchiveWriter {
  public:
    virtual ~ArchiveWriter() = default;
    /// The bytes of the zip file.
    virtual Result<std::string> pack(const std::vector<ArchiveFile>& files) const = 0;
};

/// Whether the link to a node below stands; nothing if there is no node.
using LinkUp = std::function<std::optional<bool>(const AreaCode&)>;

}  // namespace anlan::response

#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace anlan::documents {

/// One file of an archive.
struct ArchiveFile {
    std::string path;  ///< inside the archive: "index.html", "evidence/<id>.jpg"
    std::string content;
};

/// Packs and signs archives that can be read and checked without this program. Implemented outside; a room only says
/// what belongs in. Thread-safe.
class ArchiveWriter {
  public:
    virtual ~ArchiveWriter() = default;
    /// The bytes of the zip file. Two of the same files differ in their signature.
    virtual Result<std::string> pack(const std::vector<ArchiveFile>& files) const = 0;
    /// SM3 of the list of files, 64 hex digits: the same files, the same digest. What is filed above.
    virtual std::string digest(const std::vector<ArchiveFile>& files) const = 0;
};

}  // namespace anlan::documents

#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace anlan::http {

/// One file ready to be sent: small ones from memory (plain, gzip), large ones from disk by range.
struct StaticFile {
    std::filesystem::path path;
    std::string type, etag, cache_control;
    std::uint64_t bytes = 0;
    std::string plain, gzip;  ///< empty when the file is large or does not compress
    bool in_memory = false;
};

/// Bytes wanted of a file, both ends included.
struct ByteRange {
    std::uint64_t first = 0, last = 0;
};

/// Reads "bytes=a-b", "bytes=a-", "bytes=-n". `fits` is false for a range outside the file (416). Several ranges or
/// another unit: nothing, the whole file is sent.
struct RangeAnswer {
    std::optional<ByteRange> range;
    bool fits = true;
};
RangeAnswer read_range(std::string_view header, std::uint64_t bytes);

/// The files a server gives to browsers. Found by path below a root; never outside it.
class StaticFiles {
  public:
    StaticFiles(std::filesystem::path root, std::vector<std::pair<std::string, std::filesystem::path>> mounts);

    /// The file of this path; for a path without extension that is none, index.html (the page's own router takes over).
    std::shared_ptr<const StaticFile> find(const std::string& path);

  private:
    std::shared_ptr<const StaticFile> load(const std::filesystem::path& file, const std::string& path);

    std::filesystem::path root_;
    std::vector<std::pair<std::string, std::filesystem::path>> mounts_;
    std::mutex mutex_;
    std::unordered_map<std::string, std::pair<std::filesystem::file_time_type, std::shared_ptr<const StaticFile>>>
        kept_;
};

/// gzip at a quick level; for answers and for files.
std::string gzip(std::string_view text, int level);

}  // namespace anlan::http

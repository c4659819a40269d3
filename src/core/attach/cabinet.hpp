#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "base/time.hpp"

namespace anlan::attach {

inline constexpr std::int64_t kBytesMax = 10 * 1024 * 1024;
inline constexpr std::size_t kUnfinishedMax = 100;  ///< per person; a phone sends one after the other

/// How far a file sent in parts has come.
struct Progress {
    std::int64_t held = 0;   ///< bytes that have arrived
    std::string attachment;  ///< its id once it is whole: SHA-256 of what is kept
};

/// The folder of attachments. Whatever arrives is whole under its final name, or a part that is never given out.
class Cabinet {
  public:
    explicit Cabinet(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Keeps a whole file and returns its id. Refuses as `cleaned()`, and `attachment_too_large`, `storage_full`.
    Result<std::string> keep(std::string_view bytes) const;
    std::optional<std::string> read(const std::string& id) const;

    /// Adds a part. `upload` is the sender's own name for the file (32 hex digits). A part that is here already, wholly
    /// or by half, is not added twice. Refuses `upload_invalid`, `upload_gap` (it begins after what has arrived),
    /// `attachment_too_large`, `too_many_uploads`, and as keep() when the last byte is in.
    Result<Progress> add_part(
        const std::string& person,
        const std::string& upload,
        std::int64_t from,
        std::int64_t total,
        std::string_view bytes
    ) const;
    Result<Progress> progress(const std::string& person, const std::string& upload) const;

    /// Removes parts that nobody continued since then.
    void sweep(std::filesystem::file_time_type before) const;

  private:
    std::filesystem::path part_of(const std::string& person, const std::string& upload) const;
    std::filesystem::path folder_;
};

}  // namespace anlan::attach

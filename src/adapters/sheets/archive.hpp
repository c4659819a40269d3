#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace anlan::sheets {

inline constexpr std::size_t kPartBytesMax = 48 * 1024 * 1024;  ///< of one part, unpacked

Refusal sheet_unreadable();
Refusal sheet_too_large();

/// A zip file in memory.
class Archive {
  public:
    /// `bytes` must outlive it. Refuses `sheet_unreadable`.
    static Result<Archive> open(std::string_view bytes);
    Archive(Archive&&) noexcept;
    ~Archive();

    /// A part's content; nothing if there is no such part. Refuses `sheet_too_large` for a part that unpacks to more
    /// than the limit, whatever size it claims, and `sheet_unreadable`.
    Result<std::optional<std::string>> part(const std::string& name) const;

  private:
    struct Inside;
    explicit Archive(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::sheets

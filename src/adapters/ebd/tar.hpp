#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anlan::ebd {

struct TarFile {
    std::string name, bytes;
};

struct TarLimits {
    std::size_t files = 16;
    std::size_t bytes = 60'000'000;  ///< of all files together
};

/// A ustar archive; equal input, equal bytes.
std::string write_tar(const std::vector<TarFile>& files);

/// Plain files in the archive's top folder; nothing when it is damaged, too large, or holds anything else (folders,
/// links, names that lead elsewhere).
std::optional<std::vector<TarFile>> read_tar(std::string_view bytes, const TarLimits& limits = {});

}  // namespace anlan::ebd

#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>

namespace anlan::app {

/// Numbers that only grow, also over restarts: a stretch of them is noted in the file before the first is given.
class HornNumbers {
  public:
    explicit HornNumbers(std::filesystem::path file);
    /// Throws when the stretch cannot be noted.
    std::int64_t next();

  private:
    std::filesystem::path file_;
    std::mutex mutex_;
    std::int64_t last_ = 0, noted_ = 0;
};

}  // namespace anlan::app

#pragma once

#include <cstddef>

namespace anlan::cap {

/// What one file may cost. A real alert with its pictures inside stays far below.
struct Limits {
    std::size_t file_bytes = 5'000'000;
    std::size_t elements = 200'000;
    std::size_t tag_bytes = 64 * 1024;  ///< of one start tag; the parser compares its attributes pairwise
    std::size_t hidden = 2'000;         ///< documents carried as words by all documents of a file
    int hidden_depth = 2;               ///< a feed in an envelope; nobody honest wraps deeper
};

}  // namespace anlan::cap

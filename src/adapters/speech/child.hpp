#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace anlan::speech {

enum class ChildEnd { well, missing, failed, too_late, too_much };

struct ChildAnswer {
    ChildEnd end = ChildEnd::failed;
    std::string said;  ///< what it wrote; only when it ended well
};

/// Runs a program with `given` as its input and reads what it writes. It is killed when the time is over or it writes
/// more than `most` bytes; nothing of it is left behind.
ChildAnswer run_child(
    const std::vector<std::string>& words,
    const std::string& given,
    std::chrono::steady_clock::time_point until,
    std::size_t most
);

}  // namespace anlan::speech

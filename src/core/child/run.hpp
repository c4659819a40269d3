#pragma once

#include <functional>

#include "child/child.hpp"

namespace anlan::child {

/// 办成了, 没有这个程序, 没有办成, 超时, 说得太多, 被叫停.
enum class End { well, missing, failed, too_late, too_much, stopped };

struct Answer {
    End end = End::failed;
    std::string said;  ///< what it wrote; only when it ended well
};

/// Runs a program with `given` as its input and reads what it writes. It is killed when the time is over or it writes
/// more than `most` bytes; nothing of it is left behind.
Answer run_child(
    const std::vector<std::string>& words,
    const std::string& given,
    std::chrono::steady_clock::time_point until,
    std::size_t most
);

/// Runs a program at the lowest priority (nice 19) until it ends; nothing is read of it and nothing given to it. Ended
/// when `stop` says so or the time is over.
End run_politely(std::vector<std::string> words, std::chrono::seconds most, const std::function<bool()>& stop);

}  // namespace anlan::child

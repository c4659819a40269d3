#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace anlan::janus {

/// 没有这个程序, 没有办成, 办成了, 被叫停.
enum class PoliteEnd { missing, failed, well, stopped };

/// Runs a program at the lowest priority (nice 19) until it ends; nothing is read of it and nothing given to it. Ended
/// when `stop` says so or the time is over.
PoliteEnd run_politely(std::vector<std::string> words, std::chrono::seconds most, const std::function<bool()>& stop);

}  // namespace anlan::janus

#include "app/announcing_rounds.hpp"

#include <spdlog/spdlog.h>

#include <fstream>
#include <sstream>

#include "base/reflect.hpp"

namespace anlan::app {

RoundsDone::RoundsDone(std::filesystem::path file) : file_(std::move(file)) {
    std::ostringstream text;
    text << std::ifstream(file_).rdbuf();
    if (auto read = from_json_text<std::map<std::string, std::int64_t>>(text.str())) rounds_ = std::move(read.value());
}

std::size_t RoundsDone::of(const std::string& broadcast) const {
    const auto found = rounds_.find(broadcast);
    return found == rounds_.end() || found->second < 0 ? 0 : static_cast<std::size_t>(found->second);
}

void RoundsDone::note(const std::string& broadcast, std::size_t rounds) {
    if (of(broadcast) == rounds) return;
    rounds_[broadcast] = static_cast<std::int64_t>(rounds);
    write();
}

void RoundsDone::forget(const std::string& broadcast) {
    if (rounds_.erase(broadcast) > 0) write();
}

/// A disk that is full costs a round heard twice, not the broadcast.
void RoundsDone::write() const {
    auto part = file_;
    part += ".part";
    std::ofstream(part) << json::serialize(to_json(rounds_)) << '\n';
    std::error_code fault;
    std::filesystem::rename(part, file_, fault);
    if (fault) spdlog::error("{}: {}", file_.string(), fault.message());
}

}  // namespace anlan::app

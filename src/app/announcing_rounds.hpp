#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace anlan::app {

/// How many rounds of each broadcast have sounded, kept in a small file: after an interruption or a restart it goes on
/// with the round it was in.
class RoundsDone {
  public:
    explicit RoundsDone(std::filesystem::path file);
    std::size_t of(const std::string& broadcast) const;
    void note(const std::string& broadcast, std::size_t rounds);
    void forget(const std::string& broadcast);

  private:
    void write() const;
    std::filesystem::path file_;
    std::map<std::string, std::int64_t> rounds_;
};

}  // namespace anlan::app

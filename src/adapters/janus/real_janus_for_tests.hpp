#pragma once

#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <thread>

#include "child/child.hpp"

namespace anlan::janus::test {

inline bool comes_true(const std::function<bool()>& wanted, std::chrono::seconds most = std::chrono::seconds(20)) {
    const auto end = std::chrono::steady_clock::now() + most;
    while (!wanted()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
}

/// A real Janus with the configuration that the package brings, in a folder of its own.
class RealJanus {
  public:
    RealJanus() {
        std::filesystem::create_directories(folder_);
        for (const auto& each : std::filesystem::directory_iterator(ANLAN_JANUS_CONFIG)) {
            std::ifstream from(each.path());
            std::string text{std::istreambuf_iterator<char>(from), {}};
            const std::string brought = "/run/anlan-janus/api.sock";
            if (const auto at = text.find(brought); at != std::string::npos) text.replace(at, brought.size(), socket());
            std::ofstream(folder_ / each.path().filename()) << text;
        }
        begin();
    }
    ~RealJanus() {
        janus_.reset();
        std::filesystem::remove_all(folder_);
    }
    void begin() {
        std::filesystem::remove(socket());
        const std::vector<std::string> words{"janus", "--disable-colors", "--configs-folder=" + folder_.string()};
        janus_ = std::make_unique<child::Child>(words, "", child::Hear::nothing);
    }
    void kill() { janus_.reset(); }
    std::string socket() const { return (folder_ / "api.sock").string(); }

  private:
    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("anlan-janus-" + std::to_string(getpid()));
    std::unique_ptr<child::Child> janus_;
};

}  // namespace anlan::janus::test

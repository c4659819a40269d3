#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>

#include "sound/sound.hpp"
#include "udp/udp.hpp"

namespace anlan::loudspeakers {

/// A pair of ports that were free a moment ago.
inline std::uint16_t free_pair() {
    return udp::open_pair("127.0.0.1", 0, 1).value().sound.port();
}

/// A loudspeaker that is a GStreamer receiver, a process of its own.
class Receiver {
  public:
    /// `interval_ms`: how often it reports at least; 0: as GStreamer does by itself.
    explicit Receiver(
        std::uint16_t sender_port, int interval_ms = 0, std::string group = "", const std::string& coding = "PCMA"
    )
        : port(free_pair()),
          file_(
              std::filesystem::temp_directory_path() /
              ("anlan-receiver-" + std::to_string(getpid()) + "-" + std::to_string(port) + ".wav")
          ) {
        int in[2], out[2];
        if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
        const auto own = std::to_string(port), other = std::to_string(sender_port);
        const auto interval = std::to_string(interval_ms);
        pid_ = fork();
        if (pid_ == 0) {
            dup2(in[0], STDIN_FILENO);
            dup2(out[1], STDOUT_FILENO);
            execl(
                "/usr/bin/python3",
                "python3",
                ANLAN_RTP_RECEIVER,
                own.c_str(),
                other.c_str(),
                file_.c_str(),
                interval.c_str(),
                group.c_str(),
                coding.c_str(),
                nullptr
            );
            _exit(127);
        }
        close(in[0]);
        close(out[1]);
        to_ = in[1];
        from_ = fdopen(out[0], "r");
        if (line() != "ready") throw std::runtime_error("the receiver did not start");
    }
    ~Receiver() {
        if (pid_ > 0) {
            kill(pid_, SIGKILL);
            waitpid(pid_, nullptr, 0);
        }
        if (to_ >= 0) close(to_);
        std::fclose(from_);
        std::filesystem::remove(file_);
    }
    Receiver(const Receiver&) = delete;
    Receiver& operator=(const Receiver&) = delete;

    /// When the first packet of the next new source came. Waits for it.
    std::chrono::steady_clock::time_point next_source() {
        for (auto words = line(); !words.empty(); words = line())
            if (words.starts_with("first ")) return at(words.substr(words.rfind(' ') + 1));
        throw std::runtime_error("the receiver ended");
    }
    /// When the latest packet came.
    std::chrono::steady_clock::time_point latest() {
        if (write(to_, "\n", 1) != 1) throw std::runtime_error("the receiver ended");
        for (auto words = line(); !words.empty(); words = line())
            if (words.starts_with("last ")) return at(words.substr(5));
        throw std::runtime_error("the receiver ended");
    }
    /// Ends it and reads what it wrote.
    sound::Sound heard() {
        auto read = sound::read_wav(heard_file());
        return read ? std::move(read.value()) : sound::Sound{};
    }
    /// The same as it wrote it.
    std::string heard_file() {
        close(to_);
        to_ = -1;
        waitpid(pid_, nullptr, 0);
        pid_ = -1;
        std::ostringstream bytes;
        bytes << std::ifstream(file_, std::ios::binary).rdbuf();
        return bytes.str();
    }

    const std::uint16_t port;

  private:
    static std::chrono::steady_clock::time_point at(const std::string& nanoseconds) {
        return std::chrono::steady_clock::time_point(std::chrono::nanoseconds(std::stoll(nanoseconds)));
    }
    std::string line() {
        char text[256] = {};
        if (std::fgets(text, sizeof text, from_) == nullptr) return {};
        std::string made(text);
        while (made.ends_with('\n')) made.pop_back();
        return made;
    }
    std::filesystem::path file_;
    pid_t pid_ = -1;
    int to_ = -1;
    std::FILE* from_ = nullptr;
};

}  // namespace anlan::loudspeakers

#pragma once

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace anlan::turn::test {

/// Runs a program without a word and gives its exit code.
inline int run(const std::vector<std::string>& words) {
    std::vector<char*> list;
    for (const auto& word : words) list.push_back(const_cast<char*>(word.c_str()));
    list.push_back(nullptr);
    const auto pid = fork();
    if (pid == 0) {
        const int nothing = open("/dev/null", O_RDWR);
        dup2(nothing, STDIN_FILENO);
        dup2(nothing, STDOUT_FILENO);
        dup2(nothing, STDERR_FILENO);
        execvp(list[0], list.data());
        _exit(127);
    }
    int status = 0;
    waitpid(pid, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// A real coturn on a port of its own, on loopback.
class Coturn {
  public:
    explicit Coturn(const std::string& secret)
        : port(free_port()),
          folder_(std::filesystem::temp_directory_path() / ("anlan-coturn-" + std::to_string(port))) {
        std::filesystem::create_directories(folder_);
        std::ofstream(folder_ / "turn.conf")
            << "listening-ip=127.0.0.1\nrelay-ip=127.0.0.1\nlistening-port=" << port << "\nrealm=anlan\n"
            << "use-auth-secret\nstatic-auth-secret=" << secret << "\nallow-loopback-peers\nno-cli\nno-tls\n"
            << "no-dtls\nfingerprint\nlog-file=stdout\npidfile=" << (folder_ / "pid").string()
            << "\nuserdb=" << (folder_ / "db").string() << "\n";
        pid_ = fork();
        if (pid_ == 0) {
            const int nothing = open("/dev/null", O_RDWR);
            dup2(nothing, STDOUT_FILENO);
            dup2(nothing, STDERR_FILENO);
            execlp("turnserver", "turnserver", "-c", (folder_ / "turn.conf").c_str(), nullptr);
            _exit(127);
        }
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{20};
        while (!listens()) {
            if (std::chrono::steady_clock::now() > end) throw std::runtime_error("coturn did not start");
            std::this_thread::sleep_for(std::chrono::milliseconds{20});
        }
    }
    ~Coturn() {
        kill(pid_, SIGKILL);
        waitpid(pid_, nullptr, 0);
        std::filesystem::remove_all(folder_);
    }
    Coturn(const Coturn&) = delete;
    Coturn& operator=(const Coturn&) = delete;

    /// Whether a client of its own gets an allocation and its messages through.
    bool lets_in(const std::string& user, const std::string& password) const {
        return run(
                   {"timeout",
                    "20",
                    "turnutils_uclient",
                    "-u",
                    user,
                    "-w",
                    password,
                    "-y",
                    "-n",
                    "2",
                    "-m",
                    "1",
                    "-p",
                    std::to_string(port),
                    "127.0.0.1"}
               ) == 0;
    }

    const std::uint16_t port;

  private:
    static sockaddr_in at(std::uint16_t port) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return address;
    }
    static std::uint16_t free_port() {
        const int one = socket(AF_INET, SOCK_STREAM, 0);
        auto address = at(0);
        socklen_t size = sizeof address;
        bind(one, reinterpret_cast<sockaddr*>(&address), size);
        getsockname(one, reinterpret_cast<sockaddr*>(&address), &size);
        close(one);
        return ntohs(address.sin_port);
    }
    bool listens() const {
        const int one = socket(AF_INET, SOCK_STREAM, 0);
        auto address = at(port);
        const bool well = connect(one, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
        close(one);
        return well;
    }
    std::filesystem::path folder_;
    pid_t pid_ = -1;
};

}  // namespace anlan::turn::test

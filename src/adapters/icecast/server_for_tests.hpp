#pragma once

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "icecast/server.hpp"

namespace anlan::icecast::test {

/// Below those that the system itself gives out: who asks for one of them again and again while nobody listens there
/// may be given it as his own, and is connected with himself.
inline std::uint16_t free_port() {
    static std::uint16_t next = static_cast<std::uint16_t>(10'000 + getpid() % 8'000);
    for (;;) {
        const auto port = next++;
        const int one = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const bool free = bind(one, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
        close(one);
        if (free) return port;
    }
}

template <class F>
bool wait_until(F is, std::chrono::seconds limit = std::chrono::seconds{20}) {
    const auto end = std::chrono::steady_clock::now() + limit;
    while (!is()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return true;
}

/// A real icecast2 on a port of its own.
class Icecast {
  public:
    inline static const std::string kPassword = "source-for-tests";

    Icecast()
        : port(free_port()),
          folder_(std::filesystem::temp_directory_path() / ("anlan-icecast-" + std::to_string(port))) {
        namespace fs = std::filesystem;
        fs::create_directories(folder_ / "log");
        fs::permissions(folder_, fs::perms::all);
        fs::permissions(folder_ / "log", fs::perms::all);
        std::ofstream(
            folder_ / "icecast.xml"
        ) << "<icecast><location>test</location><admin>test@example.cn</admin><hostname>127.0.0.1</hostname>"
          << "<limits><clients>20</clients><sources>8</sources><header-timeout>15</header-timeout>"
          << "<source-timeout>10</source-timeout></limits>"
          << "<authentication><source-password>" << kPassword << "</source-password>"
          << "<relay-password>relay</relay-password><admin-user>admin</admin-user>"
          << "<admin-password>admin-for-tests</admin-password></authentication>"
          << "<listen-socket><port>" << port << "</port><bind-address>127.0.0.1</bind-address></listen-socket>"
          << "<paths><basedir>/usr/share/icecast2</basedir><logdir>" << (folder_ / "log").string() << "</logdir>"
          << "<webroot>/usr/share/icecast2/web</webroot><adminroot>/usr/share/icecast2/admin</adminroot></paths>"
          << "<logging><accesslog>access.log</accesslog><errorlog>error.log</errorlog><loglevel>3</loglevel></logging>"
          << "<security><chroot>0</chroot><changeowner><user>nobody</user><group>nogroup</group></changeowner>"
          << "</security></icecast>";
        start();
    }
    ~Icecast() {
        end();
        std::filesystem::remove_all(folder_);
    }
    Icecast(const Icecast&) = delete;
    Icecast& operator=(const Icecast&) = delete;

    /// Now and then it dies of a question that comes before its threads are there: then it is started again.
    void start() {
        constexpr int kTries = 5;
        for (int i = 0; i < kTries; ++i) {
            begin();
            bool died = false;
            const auto settled = [&] {
                died = waitpid(pid_, nullptr, WNOHANG) == pid_;
                return died || look_at(server(), {}, std::chrono::seconds{2}).mounted.has_value();
            };
            const bool in_time = wait_until(settled);
            if (in_time && !died) return;
            if (died) pid_ = -1;
            end();
        }
        throw std::runtime_error("icecast2 did not start");
    }
    void end() {
        if (pid_ <= 0) return;
        kill(pid_, SIGKILL);
        waitpid(pid_, nullptr, 0);
        pid_ = -1;
    }
    /// It reads nothing any more, and answers nothing; its connections stay.
    void hang() const { kill(pid_, SIGSTOP); }
    void go_on() const { kill(pid_, SIGCONT); }

    Server server(const std::string& password = kPassword) const {
        return {"127.0.0.1:" + std::to_string(port), "source", password};
    }
    std::string address(const std::string& mount) const { return server().address + "/" + mount; }

    const std::uint16_t port;

  private:
    void begin() {
        pid_ = fork();
        if (pid_ != 0) return;
        const int nothing = open("/dev/null", O_RDWR);
        dup2(nothing, STDOUT_FILENO);
        dup2(nothing, STDERR_FILENO);
        execl("/usr/bin/icecast2", "icecast2", "-c", (folder_ / "icecast.xml").c_str(), nullptr);
        _exit(127);
    }

    std::filesystem::path folder_;
    pid_t pid_ = -1;
};

/// An internet radio: asks for a mount until it is there, and keeps what comes, with the time of the first byte.
class Radio {
  public:
    Radio(const Icecast& of, std::string mount)
        : port_(of.port), mount_(std::move(mount)), thread_([this] { run(); }) {}
    ~Radio() { switch_off(); }

    std::optional<std::chrono::steady_clock::time_point> first() const {
        std::lock_guard lock(mutex_);
        return first_;
    }
    std::chrono::steady_clock::time_point latest() const {
        std::lock_guard lock(mutex_);
        return latest_;
    }
    std::size_t bytes() const {
        std::lock_guard lock(mutex_);
        return heard_.size();
    }
    /// How often it had to ask anew after it had heard something.
    int breaks() const { return breaks_; }
    /// The Ogg it has heard.
    std::string switch_off() {
        stopping_ = true;
        if (thread_.joinable()) thread_.join();
        return heard_;
    }

  private:
    void run() {
        bool had = false;
        while (!stopping_) {
            if (had) ++breaks_;
            had = listen() || had;
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        }
    }
    /// Whether anything came.
    bool listen() {
        const int one = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port_);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval limit{0, 100'000};
        setsockopt(one, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        std::string text;
        bool any = false;
        const auto question = "GET /" + mount_ + " HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n";
        if (connect(one, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
            ::send(one, question.data(), question.size(), MSG_NOSIGNAL) > 0) {
            bool body = false;
            while (!stopping_) {
                char bytes[4096];
                const auto size = recv(one, bytes, sizeof bytes, 0);
                if (size == 0 || (size < 0 && errno != EAGAIN)) break;
                if (size < 0) continue;
                text.append(bytes, static_cast<std::size_t>(size));
                if (!body) {
                    const auto end = text.find("\r\n\r\n");
                    if (end == std::string::npos) continue;
                    if (text.find(" 200 ") == std::string::npos) break;
                    text.erase(0, end + 4);
                    body = true;
                }
                if (text.empty()) continue;
                std::lock_guard lock(mutex_);
                latest_ = std::chrono::steady_clock::now();
                if (!first_) first_ = latest_;
                heard_ += text;
                text.clear();
                any = true;
            }
        }
        close(one);
        return any;
    }

    std::uint16_t port_;
    std::string mount_;
    mutable std::mutex mutex_;
    std::optional<std::chrono::steady_clock::time_point> first_;
    std::chrono::steady_clock::time_point latest_{};
    std::string heard_;
    std::atomic<int> breaks_{0};
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

}  // namespace anlan::icecast::test

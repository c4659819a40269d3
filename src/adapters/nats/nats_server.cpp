#include "nats/nats_server.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spdlog/spdlog.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "nats/server_text.hpp"
#include "seal/certificate.hpp"

namespace anlan::nats {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::milliseconds kFirstPause{200}, kLongestPause{5000};
constexpr int kSecondsToLeave = 3;

/// Replaces the file in one step, readable for the owner only.
void write_secret(const std::string& path, const std::string& text) {
    const auto fresh = path + ".new";
    fs::remove(fresh);
    const int file = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) throw std::runtime_error("cannot write " + fresh);
    const auto wrote = ::write(file, text.data(), text.size());
    ::close(file);
    if (wrote != static_cast<ssize_t>(text.size())) throw std::runtime_error("cannot write " + fresh);
    fs::rename(fresh, path);
}

/// Runs the program; nothing but plain system calls happens between fork and exec.
pid_t launch(const std::string& program, const std::string& configuration, const std::string& log) {
    const pid_t self = ::getpid();
    const pid_t child = ::fork();
    if (child != 0) return child;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != self) ::_exit(127);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (out >= 0) ::dup2(out, 1), ::dup2(out, 2);
    ::syscall(SYS_close_range, 3U, ~0U, 0);
    ::execlp(program.c_str(), program.c_str(), "-c", configuration.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
}

}  // namespace

std::string own_certificate(const NatsPlace& place) {
    fs::create_directories(place.dir);
    const auto certificate = place.dir + "/leaf.crt", key = place.dir + "/leaf.key";
    if (!fs::exists(certificate) || !fs::exists(key)) {
        const auto made = seal::make_certificate("anlan-" + place.area.text);
        write_secret(key, made.key_pem);
        write_secret(certificate, made.certificate_pem);
    }
    std::ifstream in(certificate);
    return {std::istreambuf_iterator<char>(in), {}};
}

struct NatsServer::Inside {
    NatsPlace place;
    std::uint16_t uplink_port = 0;
    std::string password;
    std::mutex writing;
    std::atomic<int> pid{0}, starts{0};
    std::atomic<bool> stopping{false};
    int wake = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    std::thread keeper;

    ~Inside() { ::close(wake); }

    std::string configuration() const { return place.dir + "/nats.conf"; }

    void write_configuration() {
        std::lock_guard lock(writing);
        write_secret(configuration(), server_text(place, uplink_port, password));
    }

    /// Waits until the file descriptor is readable or it is time to stop; false at the end of the time.
    bool wait(int descriptor, std::chrono::milliseconds limit) const {
        pollfd either[] = {{wake, POLLIN, 0}, {descriptor, POLLIN, 0}};
        return ::poll(either, descriptor < 0 ? 1 : 2, static_cast<int>(limit.count())) > 0;
    }

    /// The process lives in the thread that made it: were the thread to end, the kernel would end the process.
    void keep() {
        auto pause = kFirstPause;
        while (!stopping) {
            fs::remove_all(place.dir + "/store");
            const auto begun = std::chrono::steady_clock::now();
            const auto child = launch(place.server_binary, configuration(), place.dir + "/nats.log");
            pid = std::max(child, 0), ++starts;
            const int handle = child > 0 ? static_cast<int>(::syscall(SYS_pidfd_open, child, 0)) : -1;
            while (child > 0 && !wait(handle, std::chrono::hours{1})) {
            }
            if (child > 0) finish(child, handle);
            if (handle >= 0) ::close(handle);
            pid = 0;
            if (stopping) return;
            if (std::chrono::steady_clock::now() - begun > std::chrono::seconds{10}) pause = kFirstPause;
            spdlog::warn("nats-server of {} ended, started again in {} ms", place.area.text, pause.count());
            wait(-1, pause);
            pause = std::min(pause * 2, kLongestPause);
        }
    }

    void finish(pid_t child, int handle) const {
        if (stopping) {
            ::kill(child, SIGTERM);
            pollfd gone{handle, POLLIN, 0};
            if (::poll(&gone, 1, kSecondsToLeave * 1000) <= 0) ::kill(child, SIGKILL);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
    }
};

NatsServer::NatsServer(NatsPlace place, std::uint16_t uplink_port, seal::Dice& dice)
    : inside_(std::make_unique<Inside>()) {
    inside_->place = std::move(place);
    inside_->uplink_port = uplink_port;
    inside_->password = seal::to_hex(dice.bytes(16));
}

NatsServer::~NatsServer() {
    stop();
}

void NatsServer::start() {
    own_certificate(inside_->place);
    inside_->write_configuration();
    inside_->stopping = false;
    inside_->keeper = std::thread([inside = inside_.get()] { inside->keep(); });
}

void NatsServer::stop() {
    inside_->stopping = true;
    ::eventfd_write(inside_->wake, 1);
    if (inside_->keeper.joinable()) inside_->keeper.join();
    eventfd_t seen = 0;
    ::eventfd_read(inside_->wake, &seen);
}

void NatsServer::set_children(std::vector<NatsChild> children) {
    bool somebody_leaves = false;
    {
        std::lock_guard lock(inside_->writing);
        // A reload is not for nothing: to a server that is only just starting the signal is the end.
        if (children == inside_->place.children) return;
        for (const auto& old : inside_->place.children)
            somebody_leaves |= std::find(children.begin(), children.end(), old) == children.end();
        inside_->place.children = std::move(children);
    }
    inside_->write_configuration();
    // This server's reload takes new accounts in and leaves the open connections of old ones alone.
    if (const int child = inside_->pid; child > 0) ::kill(child, somebody_leaves ? SIGTERM : SIGHUP);
}

int NatsServer::pid() const {
    return inside_->pid;
}

int NatsServer::starts() const {
    return inside_->starts;
}

std::string NatsServer::password() const {
    return inside_->password;
}

}  // namespace anlan::nats

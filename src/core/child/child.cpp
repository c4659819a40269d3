#include "child/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <sstream>
#include <thread>
#include <utility>

extern char** environ;

namespace anlan::child {

namespace {

constexpr std::size_t kPiece_bytes = 64 * 1024;
constexpr std::chrono::milliseconds kGlance{10};

/// Two ends that are closed when they are no longer wanted. Of sockets: writing to a child that is gone is then an
/// error and no signal.
struct Ends {
    int ours = -1, theirs = -1;
    explicit Ends(bool wanted) {
        int both[2];
        if (!wanted || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, both) != 0) return;
        ours = both[0];
        theirs = both[1];
    }
    ~Ends() {
        close_one(ours);
        close_one(theirs);
    }
    Ends(const Ends&) = delete;
    Ends& operator=(const Ends&) = delete;
    bool open() const { return ours >= 0; }
    static void close_one(int& end) {
        if (end >= 0) close(end);
        end = -1;
    }
};

/// This process blocks the signals that end it and ignores SIGPIPE; its child must not.
void let_signals_through(posix_spawnattr_t& attributes) {
    sigset_t none, usual;
    sigemptyset(&none);
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

/// 0, or why not.
int spawn(const std::vector<std::string>& words, int in, int out, int complaints, pid_t& pid) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    const auto connect = [&](int end, int place, int flags) {
        if (end >= 0)
            posix_spawn_file_actions_adddup2(&actions, end, place);
        else
            posix_spawn_file_actions_addopen(&actions, place, "/dev/null", flags, 0);
    };
    connect(in, STDIN_FILENO, O_RDONLY);
    connect(out, STDOUT_FILENO, O_WRONLY);
    connect(complaints, STDERR_FILENO, O_WRONLY);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    let_signals_through(attributes);
    std::vector<char*> arguments;
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const auto fault = posix_spawnp(&pid, arguments[0], &actions, &attributes, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (fault != 0) pid = -1;
    return fault;
}

int code_of(int status) {
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

bool on_path(const std::string& program) {
    if (program.find('/') != std::string::npos) return access(program.c_str(), X_OK) == 0;
    if (program.empty()) return false;
    const auto* path = std::getenv("PATH");
    std::istringstream folders(path != nullptr ? path : "/usr/bin:/bin");
    for (std::string folder; std::getline(folders, folder, ':');)
        if (!folder.empty() && access((folder + "/" + program).c_str(), X_OK) == 0) return true;
    return false;
}

Child::Child(const std::vector<std::string>& words, const std::string& given, Hear hear) {
    Ends in(!given.empty()), out(hear != Hear::nothing);
    if (in.open() == given.empty() || out.open() == (hear == Hear::nothing)) return;
    const int heard = hear == Hear::output ? out.theirs : -1, complained = hear == Hear::complaints ? out.theirs : -1;
    const auto fault = spawn(words, in.theirs, heard, complained, pid_);
    missing_ = fault == ENOENT || fault == EACCES;
    if (fault != 0) return;
    // What fits into an empty socket waits for nobody.
    if (in.open())
        took_all_ = send(in.ours, given.data(), given.size(), MSG_NOSIGNAL | MSG_DONTWAIT) == ssize_t(given.size());
    std::swap(ear_, out.ours);
}

Child::~Child() {
    kill();
    if (started()) wait();
    Ends::close_one(ear_);
}

Heard Child::hear(std::string& into, std::chrono::milliseconds patience) {
    pollfd waited{ear_, POLLIN, 0};
    const auto ready = poll(&waited, 1, static_cast<int>(std::max<std::int64_t>(patience.count(), 0)));
    if (ready == 0 || (ready < 0 && errno == EINTR)) return Heard::silence;
    const auto before = into.size();
    into.resize(before + kPiece_bytes);
    const auto got = read(ear_, into.data() + before, kPiece_bytes);
    const auto fault = errno;
    into.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got > 0) return Heard::words;
    if (got == 0 || fault == ECONNRESET) return Heard::end;  // reset: it ended without having read all
    return fault == EINTR ? Heard::silence : Heard::fault;
}

void Child::kill() {
    if (started() && !code_) ::kill(pid_, SIGKILL);
}

int Child::end(std::chrono::milliseconds patience) {
    if (started() && !code_) ::kill(pid_, SIGTERM);
    const auto until = std::chrono::steady_clock::now() + patience;
    while (!ended() && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(kGlance);
    kill();
    return wait();
}

std::optional<int> Child::ended() {
    int status = 0;
    if (started() && !code_ && waitpid(pid_, &status, WNOHANG) == pid_) code_ = code_of(status);
    return code_;
}

int Child::wait() {
    int status = 0;
    if (!code_) code_ = waitpid(pid_, &status, 0) == pid_ ? code_of(status) : -1;
    return *code_;
}

}  // namespace anlan::child

#include "speech/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

extern char** environ;

namespace anlan::speech {

namespace {

constexpr int kNotFound = 127;  ///< the exit code of a shell for it; posix_spawnp says so itself

/// A pipe whose ends are closed when they are no longer wanted. Of sockets: writing to a child that is gone is then an
/// error and no signal.
struct Pipe {
    int read_end = -1, write_end = -1;
    Pipe() {
        int ends[2];
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return;
        read_end = ends[0];
        write_end = ends[1];
    }
    ~Pipe() {
        close_end(read_end);
        close_end(write_end);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    static void close_end(int& end) {
        if (end >= 0) close(end);
        end = -1;
    }
};

/// 0, or why not.
int spawn(const std::vector<std::string>& words, const Pipe& in, const Pipe& out, pid_t& pid) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in.read_end, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out.write_end, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    // This process blocks the signals that end it and ignores SIGPIPE; its child must not.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, usual;
    sigemptyset(&none);
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    std::vector<char*> arguments;
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const auto fault = posix_spawnp(&pid, arguments[0], &actions, &attributes, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return fault;
}

}  // namespace

ChildAnswer run_child(
    const std::vector<std::string>& words,
    const std::string& given,
    std::chrono::steady_clock::time_point until,
    std::size_t most
) {
    Pipe in, out;
    pid_t pid = -1;
    if (in.read_end < 0 || out.read_end < 0) return {ChildEnd::failed, {}};
    if (const auto fault = spawn(words, in, out, pid); fault != 0)
        return {fault == ENOENT || fault == EACCES ? ChildEnd::missing : ChildEnd::failed, {}};
    Pipe::close_end(in.read_end);
    Pipe::close_end(out.write_end);
    // A sentence always fits into an empty pipe, so that writing it waits for nobody.
    const auto written = send(in.write_end, given.data(), given.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    Pipe::close_end(in.write_end);
    ChildAnswer answer{written == static_cast<ssize_t>(given.size()) ? ChildEnd::well : ChildEnd::failed, {}};
    std::string piece(64 * 1024, '\0');
    while (answer.end == ChildEnd::well) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
        pollfd wait{out.read_end, POLLIN, 0};
        if (left <= 0 || poll(&wait, 1, static_cast<int>(left)) == 0) {
            answer.end = ChildEnd::too_late;
            break;
        }
        const auto got = read(out.read_end, piece.data(), piece.size());
        if (got == 0) break;
        if (got < 0 && errno == ECONNRESET) break;  // it ended without having read all
        if (got < 0 && errno != EINTR) answer.end = ChildEnd::failed;
        if (got > 0) answer.said.append(piece, 0, static_cast<std::size_t>(got));
        if (answer.said.size() > most) answer.end = ChildEnd::too_much;
    }
    if (answer.end != ChildEnd::well) kill(pid, SIGKILL);
    int status = 0;
    waitpid(pid, &status, 0);
    if (answer.end == ChildEnd::well && (!WIFEXITED(status) || WEXITSTATUS(status) != 0))
        answer.end = WIFEXITED(status) && WEXITSTATUS(status) == kNotFound ? ChildEnd::missing : ChildEnd::failed;
    return answer;
}

}  // namespace anlan::speech

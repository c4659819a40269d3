#include "janus/polite_child.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

extern char** environ;

namespace anlan::janus {

namespace {

constexpr int kNoProgram = 127;  ///< the exit code of `nice` when there is no such program
constexpr std::chrono::milliseconds kGlance{50};

pid_t spawn_quiet(std::vector<std::string>& words) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    // This process blocks the signals that end it; its child must not.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t pid = -1;
    const auto fault = posix_spawnp(&pid, arguments[0], &actions, &attributes, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return fault == 0 ? pid : -1;
}

}  // namespace

PoliteEnd run_politely(std::vector<std::string> words, std::chrono::seconds most, const std::function<bool()>& stop) {
    words.insert(words.begin(), {"nice", "-n", "19"});
    const auto pid = spawn_quiet(words);
    if (pid < 0) return PoliteEnd::missing;
    const auto end = std::chrono::steady_clock::now() + most;
    int status = 0;
    while (waitpid(pid, &status, WNOHANG) == 0) {
        const bool late = std::chrono::steady_clock::now() > end;
        if (!late && !stop()) {
            std::this_thread::sleep_for(kGlance);
            continue;
        }
        kill(pid, SIGKILL);
        waitpid(pid, &status, 0);
        return late ? PoliteEnd::failed : PoliteEnd::stopped;
    }
    if (!WIFEXITED(status)) return PoliteEnd::failed;
    if (WEXITSTATUS(status) == kNoProgram) return PoliteEnd::missing;
    return WEXITSTATUS(status) == 0 ? PoliteEnd::well : PoliteEnd::failed;
}

}  // namespace anlan::janus

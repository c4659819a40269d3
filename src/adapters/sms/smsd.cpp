#include "sms/smsd.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

namespace anlan::sms {

namespace fs = std::filesystem;

namespace {

using std::chrono::steady_clock;
constexpr std::chrono::seconds kLeaving{3};  ///< it has no message then: it may be ended in the midst of waiting

pid_t launch(const std::string& configuration, const std::string& said) {
    const pid_t child = ::fork();
    if (child != 0) return child;
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    const int out = ::open(said.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (out >= 0) ::dup2(out, 1), ::dup2(out, 2);
    ::syscall(SYS_close_range, 3U, ~0U, 0);
    ::umask(077);
    ::execlp("gammu-smsd", "gammu-smsd", "-c", configuration.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
}

/// Whether this process is a daemon of this configuration.
bool is_ours(pid_t process, const std::string& configuration) {
    std::ifstream file(fmt::format("/proc/{}/cmdline", process));
    const std::string line((std::istreambuf_iterator<char>(file)), {});
    return line.find("gammu-smsd") != std::string::npos && line.find(configuration) != std::string::npos;
}

}  // namespace

Smsd::Smsd(fs::path folder, std::string device, std::string connection, int send_seconds)
    : folder_(std::move(folder)),
      device_(std::move(device)),
      connection_(std::move(connection)),
      send_seconds_(send_seconds) {
    fs::create_directories(folder_);
    fs::permissions(folder_, fs::perms::owner_all);
}

bool Smsd::installed() {
    std::istringstream path(std::getenv("PATH") != nullptr ? std::getenv("PATH") : "/usr/bin");
    for (std::string each; std::getline(path, each, ':');)
        if (::access((each + "/gammu-smsd").c_str(), X_OK) == 0) return true;
    return false;
}

void Smsd::write_configuration() const {
    std::ofstream(folder_ / "smsd.conf") << fmt::format(
        "[gammu]\ndevice = {0}\nconnection = {1}\n"
        "[smsd]\nservice = sql\ndriver = sqlite3\ndbdir = {2}/\ndatabase = smsd.db\nphoneid = modem\n"
        "DeliveryReport = sms\n"
        "CheckSecurity = 0\nCheckBattery = 0\nCheckNetwork = 0\nHangupCalls = 0\nResetFrequency = 0\n"
        "CommTimeout = 1\nSendTimeout = {3}\nReceiveFrequency = 2\nStatusFrequency = 5\nLoopSleep = 1\n"
        "MaxRetries = 100\nRetryTimeout = 86400\n",
        device_,
        connection_,
        folder_.string(),
        send_seconds_
    );
}

/// Asked of the system itself: a kill may come before a number is written down anywhere.
pid_t Smsd::left_over() const {
    const auto configuration = (folder_ / "smsd.conf").string();
    std::error_code gone;
    for (const auto& each : fs::directory_iterator("/proc", gone)) {
        const auto process = static_cast<pid_t>(std::atoi(each.path().filename().c_str()));
        if (process > 0 && is_ours(process, configuration)) return process;
    }
    return 0;
}

bool Smsd::runs() {
    return alive() || left_over() > 0;
}

void Smsd::end_left_over() {
    if (const auto left = left_over(); left > 0) end(left);
}

void Smsd::end(pid_t process) {
    const bool own = process == child_;
    const auto gone = [&] {
        if (own) return ::waitpid(process, nullptr, WNOHANG) != 0;
        return !is_ours(process, (folder_ / "smsd.conf").string());
    };
    ::kill(process, SIGTERM);
    const auto until = steady_clock::now() + kLeaving;
    while (!gone()) {
        if (steady_clock::now() > until) ::kill(process, SIGKILL);
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
}

void Smsd::start() {
    write_configuration();
    child_ = std::max(launch((folder_ / "smsd.conf").string(), (folder_ / "smsd.out").string()), 0);
}

bool Smsd::alive() {
    if (child_ > 0 && ::waitpid(child_, nullptr, WNOHANG) != 0) child_ = 0;
    return child_ > 0;
}

void Smsd::stop() {
    if (alive()) end(child_);
    child_ = 0;
}

}  // namespace anlan::sms

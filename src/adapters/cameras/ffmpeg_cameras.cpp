#include "cameras/ffmpeg_cameras.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <vector>

extern char** environ;

namespace anlan::cameras {

namespace {

using Clock = std::chrono::steady_clock;

Refusal silent(const char* zh, const char* en) {
    return refuse(
        "camera_silent", "", std::string("摄像机没有画面：") + zh, std::string("no picture from the camera: ") + en
    );
}

std::vector<std::string> words_for(const std::string& program, const std::string& address) {
    std::vector<std::string> words{
        program, "-nostdin", "-loglevel", "error", "-protocol_whitelist", "rtsp,rtp,tcp,udp,http,https,tls,crypto"};
    if (address.starts_with("rtsp://")) words.insert(words.end(), {"-rtsp_transport", "tcp"});
    words.insert(
        words.end(),
        {"-i",
         address,
         "-an",
         "-frames:v",
         "1",
         "-vf",
         "scale='min(1920,iw)':-2",
         "-f",
         "image2pipe",
         "-c:v",
         "mjpeg",
         "pipe:1"}
    );
    return words;
}

/// A child and the end of a pipe that it writes to.
struct Child {
    pid_t pid = -1;
    int out = -1;
};

std::optional<Child> spawn(const std::vector<std::string>& words) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    // This process blocks the signals that end it; its child must not.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    std::vector<char*> arguments;
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    Child child{-1, ends[0]};
    const auto fault = posix_spawnp(&child.pid, arguments[0], &actions, &attributes, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    close(ends[1]);
    if (fault == 0) return child;
    close(ends[0]);
    return std::nullopt;
}

/// Until it closes its end, the time is over, or it says too much.
std::string read_all(int from, const CameraLimits& limits) {
    std::string bytes;
    std::vector<char> piece(64 * 1024);
    const auto end = Clock::now() + limits.time;
    while (bytes.size() <= limits.bytes) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        pollfd wait{from, POLLIN, 0};
        if (left <= 0 || poll(&wait, 1, static_cast<int>(left)) <= 0) return {};
        const auto got = read(from, piece.data(), piece.size());
        if (got <= 0) return bytes;
        bytes.append(piece.data(), static_cast<std::size_t>(got));
    }
    return {};
}

}  // namespace

Result<std::string> FfmpegCameras::picture(const std::string& address) {
    if (running_.fetch_add(1) >= limits_.at_once) {
        --running_;
        return refuse("camera_busy", "", "正在取别的画面，请稍候", "other pictures are being taken; wait a moment");
    }
    const auto child = spawn(words_for(limits_.program, address));
    std::string bytes;
    if (child) {
        bytes = read_all(child->out, limits_);
        close(child->out);
        if (bytes.empty()) kill(child->pid, SIGKILL);
        waitpid(child->pid, nullptr, 0);
    }
    --running_;
    if (!child) return silent("本机没有安装 FFmpeg", "FFmpeg is not installed here");
    if (!bytes.starts_with("\xFF\xD8")) return silent("连不上、地址不对或超时", "it cannot be reached, or not in time");
    return bytes;
}

}  // namespace anlan::cameras

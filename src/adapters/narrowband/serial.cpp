#include "narrowband/serial.hpp"

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace anlan::narrowband {

namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr std::size_t kLineMost = 4'096;
constexpr std::chrono::seconds kWriteMost{5};

int milliseconds_until(SteadyClock::time_point until) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - SteadyClock::now()).count();
    return left < 0 ? 0 : static_cast<int>(left);
}

}  // namespace

Serial::Serial() {
    if (pipe2(wake_, O_NONBLOCK | O_CLOEXEC) != 0) throw std::system_error(errno, std::system_category(), "pipe");
}

Serial::~Serial() {
    close();
    ::close(wake_[0]);
    ::close(wake_[1]);
}

bool Serial::open(const std::string& path) {
    close();
    buffer_.clear();
    file_ = ::open(path.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (file_ < 0) return false;
    termios settings{};
    if (tcgetattr(file_, &settings) == 0) {
        cfmakeraw(&settings);
        cfsetspeed(&settings, B115200);
        settings.c_cflag |= CLOCAL | CREAD;
        tcsetattr(file_, TCSANOW, &settings);
    }
    return true;
}

void Serial::close() {
    if (file_ >= 0) ::close(file_);
    file_ = -1;
}

bool Serial::write(const std::string& bytes) {
    const auto until = SteadyClock::now() + kWriteMost;
    for (std::size_t done = 0; done < bytes.size();) {
        pollfd ready{file_, POLLOUT, 0};
        if (file_ < 0 || poll(&ready, 1, milliseconds_until(until)) <= 0) return false;
        const auto wrote = ::write(file_, bytes.data() + done, bytes.size() - done);
        if (wrote < 0) {
            close();
            return false;
        }
        done += static_cast<std::size_t>(wrote);
    }
    return true;
}

std::optional<std::string> Serial::line(std::chrono::milliseconds most) {
    const auto until = SteadyClock::now() + most;
    for (;;) {
        if (auto found = take_line()) return found;
        if (!fill(until)) return std::nullopt;
    }
}

std::optional<std::string> Serial::take_line() {
    while (!buffer_.empty() && (buffer_.front() == '\r' || buffer_.front() == '\n')) buffer_.erase(0, 1);
    if (buffer_.starts_with("> ")) {
        buffer_.erase(0, 2);
        return "> ";
    }
    const auto end = buffer_.find_first_of("\r\n");
    if (end == std::string::npos) return std::nullopt;
    auto line = buffer_.substr(0, end);
    buffer_.erase(0, end + 1);
    return line;
}

/// Reads what there is; false when the time is over, somebody interrupts, or the device is gone.
bool Serial::fill(SteadyClock::time_point until) {
    if (file_ < 0) return false;
    pollfd ready[2] = {{file_, POLLIN, 0}, {wake_[0], POLLIN, 0}};
    if (poll(ready, 2, milliseconds_until(until)) <= 0) return false;
    char bytes[512];
    if (ready[1].revents != 0) {
        while (::read(wake_[0], bytes, sizeof bytes) > 0) continue;
        if (ready[0].revents == 0) return false;
    }
    const auto read = ::read(file_, bytes, sizeof bytes);
    if (read <= 0) {
        close();
        return false;
    }
    buffer_.append(bytes, static_cast<std::size_t>(read));
    if (buffer_.size() > kLineMost) buffer_.clear();
    return true;
}

void Serial::interrupt() {
    if (wake_[1] >= 0 && ::write(wake_[1], "x", 1) < 0) return;
}

}  // namespace anlan::narrowband

#include "bench/child.hpp"

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <exception>
#include <stdexcept>

namespace anlan::bench {

Wire::~Wire() {
    ::close(socket_);
}

void Wire::tell(const std::string& line) {
    const auto text = line + "\n";
    if (::send(socket_, text.data(), text.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(text.size()))
        throw std::runtime_error("the other process has gone");
}

std::string Wire::hear() {
    std::array<char, 4'096> piece{};
    for (auto end = rest_.find('\n');; end = rest_.find('\n')) {
        if (end != std::string::npos) {
            auto line = rest_.substr(0, end);
            rest_.erase(0, end + 1);
            return line;
        }
        const auto count = ::recv(socket_, piece.data(), piece.size(), 0);
        if (count <= 0) return {};
        rest_.append(piece.data(), static_cast<std::size_t>(count));
    }
}

Child::Child(const std::function<void(Wire&)>& work) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        throw std::runtime_error("no socket pair");
    std::fflush(stdout);
    pid_ = ::fork();
    if (pid_ < 0) throw std::runtime_error("no child process");
    if (pid_ > 0) {
        ::close(ends[1]);
        wire_ = std::make_unique<Wire>(ends[0]);
        return;
    }
    ::close(ends[0]);
    int result = 0;
    try {
        Wire wire(ends[1]);
        work(wire);
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "a measured process failed: %s\n", fault.what());
        result = 1;
    }
    // The parent's buffers and static objects are not the child's to end.
    ::_exit(result);
}

Child::~Child() {
    wire_.reset();
    int status = 0;
    ::waitpid(pid_, &status, 0);
}

void Child::tell(const std::string& line) {
    wire_->tell(line);
}

std::string Child::hear() {
    auto line = wire_->hear();
    if (line.empty()) throw std::runtime_error("the measured process has gone");
    return line;
}

}  // namespace anlan::bench

// A bad line between two network namespaces: rate, delay, loss and cuts, per direction, as `tc netem` does it. It moves
// real IP packets between two tunnel devices, so TCP above it is the kernel's own. It exists because many kernels
// (those of test machines among them) come without netem; it needs only /dev/net/tun.
//
//   bad_line <namespace a> <address a> <namespace b> <address b>      (as root; the namespaces exist)
//
// Orders on standard input, one a line: rate <bit/s, 0: free> | delay <ms one way> | loss <percent> | cut | heal | quit
// BAD_LINE_LOG names a file that is told every packet: milliseconds, way, bytes, TCP flags, what became of it.
// Each is answered with "ok" and the IP bytes that have entered either way; the end of the input ends the line.
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kModemBuffer = 16'384;  // bytes that may wait; more are dropped, as a modem does

struct Weather {
    double bits_per_second = 0, loss = 0;
    std::chrono::milliseconds delay{0};
    bool cut = false;
};

struct Packet {
    Clock::time_point leaves, arrives;
    std::string bytes;
};

/// For taking apart where the time goes.
void tell(const char* way, const char* packet, std::size_t size, const char* fate) {
    static const char* file = std::getenv("BAD_LINE_LOG");
    if (file == nullptr) return;
    static std::ofstream log(file);
    const auto header = static_cast<std::size_t>(packet[0] & 0x0F) * 4;
    const bool tcp = size > header + 13 && packet[9] == 6;
    const auto data =
        tcp ? size - header - static_cast<std::size_t>(static_cast<unsigned char>(packet[header + 12]) >> 4) * 4 : size;
    const int flags = tcp ? packet[header + 13] : 0;
    const auto at =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch());
    log << at.count() << " " << way << " " << size << " data " << data << ((flags & 2) != 0 ? " SYN" : "")
        << ((flags & 1) != 0 ? " FIN" : "") << ((flags & 4) != 0 ? " RST" : "") << " " << fate << std::endl;
}

/// One direction.
struct Way {
    const char* name = "";
    int in = -1, out = -1;
    std::deque<Packet> packets{};
    Clock::time_point free_at{};
    std::size_t carried = 0;

    std::size_t waiting(Clock::time_point now) const {
        std::size_t sum = 0;
        for (const auto& packet : packets)
            if (packet.leaves > now) sum += packet.bytes.size();
        return sum;
    }

    void take(const Weather& weather, std::mt19937& dice) {
        char buffer[2048];
        const auto got = ::read(in, buffer, sizeof buffer);
        if (got <= 0) return;
        const auto size = static_cast<std::size_t>(got);
        const auto now = Clock::now();
        carried += size;
        if (weather.cut) return tell(name, buffer, size, "cut");
        if (std::uniform_real_distribution<>(0, 100)(dice) < weather.loss) return tell(name, buffer, size, "lost");
        if (weather.bits_per_second > 0 && waiting(now) + size > kModemBuffer) return tell(name, buffer, size, "full");
        tell(name, buffer, size, "sent");
        free_at = std::max(free_at, now);
        if (weather.bits_per_second > 0)
            free_at += std::chrono::duration_cast<Clock::duration>(
                std::chrono::duration<double>(8.0 * static_cast<double>(size) / weather.bits_per_second)
            );
        packets.push_back({free_at, free_at + weather.delay, std::string(buffer, size)});
    }

    void give(const Weather& weather) {
        for (; !packets.empty() && packets.front().arrives <= Clock::now(); packets.pop_front())
            if (!weather.cut && ::write(out, packets.front().bytes.data(), packets.front().bytes.size()) < 0)
                std::cerr << "a packet was refused: " << std::strerror(errno) << "\n";
    }
};

void run(const std::string& order) {
    if (std::system(order.c_str()) != 0) throw std::runtime_error("failed: " + order);
}

int tunnel(const std::string& space, const std::string& own, const std::string& other) {
    const int into = ::open(("/var/run/netns/" + space).c_str(), O_RDONLY | O_CLOEXEC);
    if (into < 0 || ::setns(into, CLONE_NEWNET) != 0) throw std::runtime_error("no namespace " + space);
    ::close(into);
    const int device = ::open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    ifreq request{};
    request.ifr_flags = IFF_TUN | IFF_NO_PI;
    std::strcpy(request.ifr_name, "bad0");
    if (device < 0 || ::ioctl(device, TUNSETIFF, &request) != 0) throw std::runtime_error("no tunnel device");
    run("ip link set lo up && ip addr add " + own + " peer " + other + " dev bad0 && ip link set bad0 mtu 1400 up");
    return device;
}

/// Obeys one order; false when the line should end.
bool obey(const std::string& line, Weather& weather) {
    std::istringstream words(line);
    std::string word;
    double number = 0;
    words >> word >> number;
    if (word == "quit") return false;
    if (word == "rate") weather.bits_per_second = number;
    if (word == "loss") weather.loss = number;
    if (word == "delay") weather.delay = std::chrono::milliseconds(static_cast<int>(number));
    if (word == "cut") weather.cut = true;
    if (word == "heal") weather.cut = false;
    return true;
}

}  // namespace

int main(int count, char** words) try {
    if (count != 5) throw std::runtime_error("usage: bad_line <namespace> <address> <namespace> <address>");
    const int a = tunnel(words[1], words[2], words[4]), b = tunnel(words[3], words[4], words[2]);
    Way there{"down", a, b}, back{"up", b, a};
    Weather weather;
    std::mt19937 dice(20231123);
    std::cout << "ok 0 0" << std::endl;
    std::string input;
    for (;;) {
        pollfd ready[] = {{0, POLLIN, 0}, {a, POLLIN, 0}, {b, POLLIN, 0}};
        ::poll(ready, 3, there.packets.empty() && back.packets.empty() ? 1000 : 2);
        if (ready[1].revents & POLLIN) there.take(weather, dice);
        if (ready[2].revents & POLLIN) back.take(weather, dice);
        there.give(weather), back.give(weather);
        if (!(ready[0].revents & (POLLIN | POLLHUP))) continue;
        char buffer[256];
        const auto got = ::read(0, buffer, sizeof buffer);
        if (got <= 0) return 0;
        input.append(buffer, static_cast<std::size_t>(got));
        for (auto end = input.find('\n'); end != std::string::npos; end = input.find('\n')) {
            if (!obey(input.substr(0, end), weather)) return 0;
            input.erase(0, end + 1);
            std::cout << "ok " << there.carried << " " << back.carried << std::endl;
        }
    }
} catch (const std::exception& fault) {
    std::cerr << fault.what() << "\n";
    return 1;
}

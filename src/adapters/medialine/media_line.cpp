#include "medialine/media_line.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <mutex>
#include <thread>

#include "medialine/flows.hpp"
#include "seal/seal.hpp"

namespace anlan::medialine {

using std::chrono::steady_clock;

Stream stream_of(std::string_view key) {
    return std::stoull(seal::sm3(key).substr(0, 16), nullptr, 16);
}

struct MediaLine::Inside {
    Inside(const AreaCode& here, std::string session, udp::UdpSocket outside)
        : flows(here, std::move(session), std::move(outside)), wake(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
        thread = std::thread([this] { run(); });
    }
    ~Inside() {
        stopping = true;
        eventfd_write(wake, 1);
        thread.join();
        close(wake);
    }

    void run() {
        auto next_hello = steady_clock::now();
        while (!stopping) {
            std::vector<pollfd> waited{{wake, POLLIN, 0}};
            {
                const std::lock_guard lock(mutex);
                ended.clear();
                for (const int handle : flows.handles()) waited.push_back({handle, POLLIN, 0});
            }
            const auto pause = std::chrono::ceil<std::chrono::milliseconds>(next_hello - steady_clock::now());
            poll(waited.data(), waited.size(), static_cast<int>(std::max<std::int64_t>(0, pause.count())));
            eventfd_t woken = 0;
            eventfd_read(wake, &woken);
            const auto now = steady_clock::now();
            const std::lock_guard lock(mutex);
            flows.take_all(now);
            if (now < next_hello) continue;
            flows.say_hello();
            next_hello = now + kHello;
        }
    }

    mutable std::mutex mutex;
    Flows flows;
    std::multimap<Stream, Flow> ended;  ///< closed once nobody waits at them
    int wake;
    std::atomic<bool> stopping = false;
    std::thread thread;
};

MediaLine::MediaLine(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
MediaLine::~MediaLine() = default;

Result<std::unique_ptr<MediaLine>> MediaLine::open(const AreaCode& here, std::uint16_t port, std::string session) {
    auto outside = udp::UdpSocket::open(INADDR_ANY, port, 1);
    if (!outside)
        return refuse(
            "port_taken",
            "port",
            "站间音视频端口 " + std::to_string(port) + " 被占用",
            "the port for media between stations, " + std::to_string(port) + ", is taken"
        );
    return std::unique_ptr<MediaLine>(
        new MediaLine(std::make_unique<Inside>(here, std::move(session), std::move(*outside)))
    );
}

std::uint16_t MediaLine::port() const {
    return inside_->flows.outside().port();
}

const std::string& MediaLine::session() const {
    return inside_->flows.session();
}

void MediaLine::meet(const std::vector<Neighbour>& neighbours) {
    const std::lock_guard lock(inside_->mutex);
    inside_->flows.meet(neighbours, steady_clock::now());
}

void MediaLine::lead(const std::map<Stream, Route>& routes) {
    const std::lock_guard lock(inside_->mutex);
    inside_->ended.merge(inside_->flows.lead(routes));
    eventfd_write(inside_->wake, 1);
}

Ports MediaLine::doors(Stream stream) const {
    const std::lock_guard lock(inside_->mutex);
    return inside_->flows.doors(stream);
}

bool MediaLine::silent(const AreaCode& area) const {
    const std::lock_guard lock(inside_->mutex);
    return inside_->flows.silent(area, steady_clock::now());
}

}  // namespace anlan::medialine

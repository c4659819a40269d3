#include "nats/uplink.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <thread>

#include "nats/leaf_session.hpp"
#include "nats/sockets.hpp"

namespace anlan::nats {

namespace {

using Steady = std::chrono::steady_clock;

constexpr Milliseconds kNextAttempt{1500}, kAttemptLives{8000}, kAfterSession{500};
constexpr std::chrono::seconds kHandshakeLives{45};
constexpr Milliseconds kSlowFrom{300}, kFastBelow{150};  // round trips; between them it stays as it was
constexpr std::size_t kLocalChunk = 65'536, kLocalChunkSlow = 1'024, kWaitingMost = 262'144;
constexpr int kUnsent = 131'072, kUnsentSlow = 2'048;  // bytes the kernel may hold back

struct Attempt {
    Socket socket;
    Steady::time_point begun;
};

std::int64_t beijing_day(Instant at) {
    return std::chrono::floor<std::chrono::days>(at + kBeijing).time_since_epoch().count();
}

}  // namespace

struct Uplink::Inside {
    Inside(const NatsPlace& given, const Clock& time) : place(given), clock(time) {
        std::tie(reserved, port) = reserve_port();
        known.since = clock.now();
    }
    ~Inside() { ::close(wake); }

    const NatsPlace place;
    const Clock& clock;
    Socket reserved, listener;  // the listener is open only while the local server may come
    std::uint16_t port = 0;
    int wake = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    std::atomic<bool> stopping{false};
    std::thread thread;
    mutable std::mutex mutex;
    UplinkFacts known;
    std::int64_t day = 0;
    bool trusted = false;  // taken in last time: the answer need not be waited for before frames are sent

    template <class Change>
    void learn(Change change) {
        std::lock_guard lock(mutex);
        if (const auto today = beijing_day(clock.now()); today != day) {
            day = today;
            known.bytes_in_today = known.bytes_out_today = 0;
        }
        change(known);
    }

    void connected(bool now) {
        learn([&](UplinkFacts& facts) {
            if (facts.connected != now) facts.since = clock.now();
            facts.connected = now;
            if (now) facts.note.clear();
        });
    }

    void note(std::string words) {
        learn([&](UplinkFacts& facts) { facts.note = std::move(words); });
    }

    bool pause(Milliseconds limit) const {
        pollfd stop{wake, POLLIN, 0};
        return ::poll(&stop, 1, static_cast<int>(limit.count())) == 0;
    }

    void run() {
        while (!stopping) {
            auto parent = dial();
            if (!parent.open()) return;
            measure(parent);
            talk(parent);
            listener.close();
            connected(false);
            if (!pause(kAfterSession)) return;
        }
    }

    /// A new attempt every moment, each with its own patience: after a cut the way is tried soon, yet an answer that
    /// takes seconds is not thrown away.
    Socket dial() {
        std::vector<Attempt> attempts;
        auto next = Steady::now();
        while (!stopping) {
            const auto now = Steady::now();
            if (now >= next) {
                attempts.push_back({begin_dial(place.parent_host, place.parent_leaf_port), now});
                next = now + kNextAttempt;
            }
            std::erase_if(attempts, [&](const Attempt& one) {
                return !one.socket.open() || now - one.begun > kAttemptLives;
            });
            if (attempts.empty()) note("找不到上级节点的地址：" + place.parent_host);
            const auto won = wait_for_one(attempts, std::chrono::duration_cast<Milliseconds>(next - now));
            if (won.has_value()) return std::move(attempts[*won].socket);
        }
        return {};
    }

    std::optional<std::size_t> wait_for_one(std::vector<Attempt>& attempts, Milliseconds limit) {
        std::vector<pollfd> all{{wake, POLLIN, 0}};
        for (const auto& one : attempts) all.push_back({one.socket.descriptor(), POLLOUT, 0});
        ::poll(all.data(), all.size(), static_cast<int>(limit.count()) + 1);
        for (std::size_t i = 0; i < attempts.size(); ++i) {
            if (all[i + 1].revents == 0) continue;
            if (dialled(attempts[i].socket)) return i;
            note(std::string("接不通上级节点：") + std::strerror(errno));
            attempts[i].socket.close();
        }
        return std::nullopt;
    }

    void measure(const Socket& parent) {
        const auto trip = round_trip(parent);
        bool slow = false;
        learn([&](UplinkFacts& facts) {
            facts.round_trip = trip;
            facts.slow = trip > kSlowFrom || (facts.slow && trip > kFastBelow);
            slow = facts.slow;
        });
        prepare_for_bad_line(parent, slow ? kUnsentSlow : kUnsent);
    }

    /// One session, until either side goes.
    void talk(const Socket& parent) {
        LeafSession session(place, port);
        Socket local;
        const auto begun = Steady::now();
        auto measured = begun;
        bool alive = true, open = false;
        while (alive && !stopping && session.fault.empty()) {
            wait(session, parent, local);
            alive = move_bytes(session, parent, local);
            if (!std::exchange(open, session.knows_parent()) && open) listener = listen_on(port);
            const auto now = Steady::now();
            trusted = trusted ? session.fault.empty() : session.taken_in;
            if ((session.taken_in || (trusted && session.introduced())) && !known.connected) connected(true);
            if (!session.taken_in && now - begun > kHandshakeLives) session.fault = "上级节点没有应答。";
            if (now - measured < std::chrono::seconds{1}) continue;
            measured = now;
            measure(parent);
        }
        if (!stopping) note(session.fault.empty() ? "与上级节点的连接中断。" : session.fault);
    }

    void wait(const LeafSession& session, const Socket& parent, const Socket& local) const {
        const auto wants = [](bool to_read, bool to_write) {
            return static_cast<short>((to_read ? POLLIN : 0) | (to_write ? POLLOUT : 0));
        };
        const bool full_up = session.to_parent.size() >= kWaitingMost / (known.slow ? 256 : 1);
        const bool full_down = session.to_local.size() >= kWaitingMost;
        pollfd all[] = {
            {wake, POLLIN, 0},
            {parent.descriptor(), wants(!full_down, !session.to_parent.empty()), 0},
            {local.open() ? local.descriptor() : listener.descriptor(),
             wants(!full_up, local.open() && !session.to_local.empty()),
             0}};
        ::poll(all, 3, 1000);
    }

    bool move_bytes(LeafSession& session, const Socket& parent, Socket& local) {
        if (!local.open() && listener.open()) {
            local = accept_from(listener);
            if (local.open()) listener.close();
        }
        const bool room_up = session.to_parent.size() < kWaitingMost / (known.slow ? 256 : 1);
        const auto down = session.to_local.size() < kWaitingMost ? parent.read(kLocalChunk) : std::string();
        const auto up =
            local.open() && room_up ? local.read(known.slow ? kLocalChunkSlow : kLocalChunk) : std::string();
        if (!down || !up) return false;
        if (!down->empty()) session.from_parent(*down);
        if (!up->empty()) session.from_local(*up);
        const auto before = session.to_parent.size();
        const bool sent = parent.write(session.to_parent) && (!local.open() || local.write(session.to_local));
        const auto out = static_cast<std::int64_t>(before - session.to_parent.size());
        if (!down->empty() || out > 0)
            learn([&](UplinkFacts& facts) {
                facts.bytes_in_today += static_cast<std::int64_t>(down->size());
                facts.bytes_out_today += out;
            });
        return sent;
    }
};

Uplink::Uplink(const NatsPlace& place, const Clock& clock) : inside_(std::make_unique<Inside>(place, clock)) {}

Uplink::~Uplink() {
    stop();
}

std::uint16_t Uplink::local_port() const {
    return inside_->port;
}

void Uplink::start() {
    inside_->stopping = false;
    inside_->thread = std::thread([inside = inside_.get()] { inside->run(); });
}

void Uplink::stop() {
    inside_->stopping = true;
    ::eventfd_write(inside_->wake, 1);
    if (inside_->thread.joinable()) inside_->thread.join();
    eventfd_t seen = 0;
    ::eventfd_read(inside_->wake, &seen);
}

UplinkFacts Uplink::facts() const {
    std::lock_guard lock(inside_->mutex);
    return inside_->known;
}

}  // namespace anlan::nats

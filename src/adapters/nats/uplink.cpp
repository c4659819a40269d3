#include "nats/uplink.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <mutex>
#include <thread>

#include "nats/ways.hpp"

namespace anlan::nats {

namespace {

constexpr Milliseconds kAfterSession{500}, kMeasure{1000};
constexpr Milliseconds kDoubt{3000};
constexpr int kDoubtTrips = 4;
constexpr std::chrono::seconds kHandshakeLives{45};
constexpr Milliseconds kSlowFrom{300}, kFastBelow{150};  // round trips; between them it stays as it was
constexpr std::size_t kLocalChunk = 65'536, kLocalChunkSlow = 1'024, kWaitingMost = 262'144;
constexpr int kUnsent = 131'072, kUnsentSlow = 2'048;  // bytes the kernel may hold back

short wants(bool to_read, bool to_write) {
    return static_cast<short>((to_read ? POLLIN : 0) | (to_write ? POLLOUT : 0));
}

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
    Socket local;
    std::string first_words, local_said;  // to and from the local server before there is a session
    std::uint16_t port = 0;
    int wake = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    std::atomic<bool> stopping{false};
    std::thread thread;
    mutable std::mutex mutex;
    UplinkFacts known;
    std::int64_t day = 0;
    Ways ways{place, port};
    std::unique_ptr<Way> used;
    Steady::time_point measured{};
    // Taken in before and not refused since: the answer need not be waited for before frames are sent. A line that was
    // cut says nothing against it.
    bool trusted = false;

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

    void pause(Milliseconds limit) const {
        pollfd stop{wake, POLLIN, 0};
        ::poll(&stop, 1, static_cast<int>(limit.count()));
    }

    void run() {
        while (!stopping) {
            const bool seeking = !used || in_doubt();
            wait(seeking);
            if (stopping) break;
            if (!used) {
                let_local_in();
                begin_session();
            } else if (!go_on()) {
                end_session();
                if (!ways.any_ready()) pause(kAfterSession);
            }
        }
        end_session();
        ways.clear();
    }

    /// What was sent has not been acknowledged for long: the line is cut, or was, and the connection does not know yet.
    bool in_doubt() const { return unanswered(used->parent) > std::max(kDoubt, known.round_trip * kDoubtTrips); }

    void wait(bool seeking) {
        std::vector<pollfd> all{{wake, POLLIN, 0}};
        if (used) all.push_back({used->parent.descriptor(), wants(!full_down(), !used->session.to_parent.empty()), 0});
        const auto& to_local = used ? used->session.to_local : first_words;
        if (local.open())
            all.push_back({local.descriptor(), wants(!full_up(), !to_local.empty()), 0});
        else
            all.push_back({listener.descriptor(), POLLIN, 0});
        const auto at = all.size();
        auto until = Steady::now() + kMeasure;
        if (seeking)
            until = std::min(until, ways.prepare(all));
        else
            ways.clear();
        const auto limit = std::chrono::duration_cast<Milliseconds>(until - Steady::now()).count() + 1;
        ::poll(all.data(), all.size(), static_cast<int>(std::max<std::int64_t>(limit, 0)));
        if (!seeking) return;
        ways.go_on(all, at);
        count(std::exchange(ways.came, 0), std::exchange(ways.went, 0));
        if (!used && !ways.note.empty()) note(std::exchange(ways.note, {}));
    }

    /// As soon as the parent has spoken on one way: the local server needs up to a second to come, and waits no longer
    /// than that for the first words.
    void let_local_in() {
        if (ways.greeting().empty()) return;
        if (!local.open()) {
            if (!listener.open()) listener = listen_on(port);
            local = accept_from(listener);
            if (!local.open()) return;
            listener.close();
            first_words = ways.greeting();
            local_said.clear();
        }
        const auto said = local.read(kLocalChunk);
        if (said) local_said += *said;
        if (!said || local_said.size() > kWaitingMost || !local.write(first_words)) local.close();
    }

    void begin_session() {
        if (!local.open() || !first_words.empty() || local_said.find("\r\n") == std::string::npos) return;
        used = ways.take_ready();
        if (!used) return;
        ways.clear();
        measure();
        measured = Steady::now();
        used->session.from_local(std::exchange(local_said, {}));
    }

    void end_session() {
        if (used && !used->session.fault.empty()) note(used->session.fault);
        used.reset();
        local.close();
        listener.close();
        connected(false);
    }

    /// False once the session is over: either side has gone, or another way stands while this one is still silent.
    bool go_on() {
        auto& session = used->session;
        if (ways.any_ready() && in_doubt()) session.fault = "与上级节点的连接没有应答，已换用新的连接。";
        if (session.fault.empty() && !move_bytes()) session.fault = "与上级节点的连接中断。";
        const auto now = Steady::now();
        trusted = (trusted || session.taken_in) && !session.refused;
        if ((session.taken_in || (trusted && session.introduced())) && !known.connected) connected(true);
        if (!session.taken_in && now - used->begun > kHandshakeLives) session.fault = "上级节点没有应答。";
        if (now - measured >= kMeasure) {
            measured = now;
            measure();
        }
        return session.fault.empty();
    }

    void measure() {
        const auto trip = round_trip(used->parent);
        bool slow = false;
        learn([&](UplinkFacts& facts) {
            facts.round_trip = trip;
            facts.slow = trip > kSlowFrom || (facts.slow && trip > kFastBelow);
            slow = facts.slow;
        });
        prepare_for_bad_line(used->parent, slow ? kUnsentSlow : kUnsent);
    }

    bool full_up() const {
        const auto waiting = used ? used->session.to_parent.size() : local_said.size();
        return waiting >= kWaitingMost / (known.slow ? 256 : 1);
    }
    bool full_down() const { return used->session.to_local.size() >= kWaitingMost; }

    bool move_bytes() {
        auto& session = used->session;
        const auto down = full_down() ? std::string() : used->parent.read(kLocalChunk);
        const auto up = full_up() ? std::string() : local.read(known.slow ? kLocalChunkSlow : kLocalChunk);
        if (!down || !up) return false;
        if (!down->empty()) session.from_parent(*down);
        if (!up->empty()) session.from_local(*up);
        const auto before = session.to_parent.size();
        const bool sent = used->parent.write(session.to_parent) && local.write(session.to_local);
        count(static_cast<std::int64_t>(down->size()), static_cast<std::int64_t>(before - session.to_parent.size()));
        return sent;
    }

    void count(std::int64_t came, std::int64_t went) {
        if (came == 0 && went == 0) return;
        learn([&](UplinkFacts& facts) {
            facts.bytes_in_today += came;
            facts.bytes_out_today += went;
        });
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

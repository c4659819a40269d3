#include "icecast/mast.hpp"

#include <fmt/format.h>
#include <pthread.h>
#include <spdlog/spdlog.h>

#include <cmath>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

#include "icecast/ogg_opus.hpp"
#include "icecast/source_line.hpp"
#include "sound/opus.hpp"

namespace anlan::icecast {

namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;
using Time = steady_clock::time_point;

constexpr std::chrono::milliseconds kPage{40}, kStep{10}, kRetryLeast{200}, kRetryMost{2'000}, kLateMost{500};
constexpr std::chrono::milliseconds kHold{3'000};  ///< for what comes next in the same stream
constexpr std::chrono::milliseconds kDrain{3'000}, kFirstLook{1'000};
constexpr std::chrono::seconds kLookLimit{1}, kLastLookLimit{3};
constexpr std::size_t kPages_per_second = 25;
constexpr std::size_t kPageSamples = sound::kWideRate / kPages_per_second;
constexpr std::size_t kQueueBytesMost = 64 * 1024;  ///< some fifteen seconds of sound
constexpr int kUnansweredMost = 2, kLooksMore = 3;
constexpr std::chrono::milliseconds kLookPause{300};

/// libshout writes to connections that may have been closed.
void block_broken_pipe() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

}  // namespace

struct Mast::Inside {
    Inside(Server to, std::string at, MastSettings given)
        : server(std::move(to)), mount(std::move(at)), settings(given), thread([this] { run(); }) {}
    ~Inside() {
        leave();
        thread.join();
    }
    void leave() {
        {
            std::lock_guard lock(mutex);
            stopping = true;
        }
        wake.notify_all();
    }

    void run() {
        block_broken_pipe();
        std::unique_lock lock(mutex);
        const auto called = [this] { return stopping || order != nullptr; };
        while (!stopping) {
            if (!line) {
                wake.wait(lock, called);
            } else if (!wake.wait_until(lock, hold_until, called)) {
                lock.unlock();
                hang_up();
                lock.lock();
                continue;
            }
            if (stopping) break;
            const auto mine = order;
            lock.unlock();
            const auto end = tried(mine);
            hold_until = steady_clock::now() + kHold;
            lock.lock();
            const bool whole = end && order == mine;
            if (whole) order.reset();
            lock.unlock();
            if (whole && mine->ended) mine->ended(*end);
            lock.lock();
        }
        lock.unlock();
        hang_up();
    }

    std::optional<StreamEnd> tried(const std::shared_ptr<const Order>& mine) {
        try {
            return sound_out(mine);
        } catch (const std::exception& fault) {
            spdlog::error("icecast {}/{}: {}", server.address, mount, fault.what());
            drop("本机出错");
            return StreamEnd{Fate::failed, 0, "本机出错，没有播出"};
        }
    }

    bool wanted(const std::shared_ptr<const Order>& mine) {
        std::lock_guard lock(mutex);
        return !stopping && order == mine;
    }
    /// Sleeps, unless something changes.
    void pause(Time until, const std::shared_ptr<const Order>& mine) {
        std::unique_lock lock(mutex);
        wake.wait_until(lock, until, [&] { return stopping || order != mine; });
    }

    /// Nothing: it was taken away.
    std::optional<StreamEnd> sound_out(const std::shared_ptr<const Order>& mine) {
        const auto pages = (mine->round->samples.size() + kPageSamples - 1) / kPageSamples;
        std::size_t round = 0, page = 0;
        auto give_up = steady_clock::now() + settings.patience;
        why.clear();
        listeners.reset();
        next_page = {};
        next_look = steady_clock::now() + kFirstLook;
        while (round < mine->rounds && pages > 0) {
            if (!wanted(mine)) return std::nullopt;
            if (!ready()) {
                const auto seconds = static_cast<std::int64_t>(round * pages / kPages_per_second);
                if (steady_clock::now() >= give_up) return StreamEnd{Fate::failed, seconds, why};
                page = 0;  // what was cut is said again
                pause(steady_clock::now() + kStep, mine);
                continue;
            }
            give_up = steady_clock::now() + settings.patience;
            send_page(*mine, page);
            if (++page == pages) page = 0, ++round;
            watch();
            pause(next_page, mine);
        }
        if (!wanted(mine)) return std::nullopt;
        return last_word(static_cast<std::int64_t>(mine->rounds * pages / kPages_per_second), mine);
    }

    /// Opens the line, step by step.
    bool ready() {
        const auto now = steady_clock::now();
        if (!line) {
            if (now < next_try) return false;
            line = std::make_unique<SourceLine>(server, mount);
            let_in_by = now + settings.answer;
        }
        switch (line->state()) {
            case SourceLine::State::lost:
                drop(line->why());
                return false;
            case SourceLine::State::opening:
                if (now >= let_in_by) drop("流媒体服务器没有回应");
                return false;
            case SourceLine::State::open:
                break;
        }
        if (!ogg) {
            ogg = std::make_unique<OggOpus>(static_cast<std::uint32_t>(std::random_device{}()));
            line->send(ogg->head());
            retry = kRetryLeast;
            unanswered = 0;
        }
        return true;
    }

    void send_page(const Order& mine, std::size_t page) {
        const auto now = steady_clock::now();
        if (now - next_page > kLateMost) next_page = now;  // it begins, or the machine slept
        const auto& samples = mine.round->samples;
        const auto from = page * kPageSamples, to = std::min(samples.size(), from + kPageSamples);
        std::vector<std::int16_t> part(kPageSamples);
        for (auto i = from; i < to; ++i)
            part[i - from] = static_cast<std::int16_t>(std::lround(samples[i] * mine.volume));
        line->send(ogg->page(part));
        next_page += kPage;
    }

    /// A server that stops reading is told by its silence: what the network still takes says nothing.
    void watch() {
        if (line->state() == SourceLine::State::lost) return drop(line->why());
        if (line->waiting() > kQueueBytesMost) return drop("流媒体服务器不再接收声音");
        if (steady_clock::now() < next_look) return;
        next_look = steady_clock::now() + settings.look;
        const auto seen = look_at(server, mount, kLookLimit);
        count(seen);
        unanswered = seen.answered ? 0 : unanswered + 1;
        if (unanswered >= kUnansweredMost) drop("流媒体服务器没有回应");
    }

    void count(const Look& seen) {
        if (seen.listeners) listeners = std::max(listeners.value_or(0), *seen.listeners);
    }

    /// All is out: whether the server has it, and how many listened.
    StreamEnd last_word(std::int64_t seconds, const std::shared_ptr<const Order>& mine) {
        const auto until = steady_clock::now() + kDrain;
        while (line && line->waiting() > 0 && steady_clock::now() < until) {
            line->send({});
            pause(steady_clock::now() + kStep, mine);
        }
        if (!line || line->state() != SourceLine::State::open || line->waiting() > 0)
            return {Fate::failed, 0, why.empty() ? "流媒体服务器没有收下全部声音" : why};
        auto seen = look_at(server, mount, kLastLookLimit);
        for (int i = 0; i < kLooksMore && seen.mounted == false && wanted(mine);
             ++i) {  // its figures come a little late
            pause(steady_clock::now() + kLookPause, mine);
            seen = look_at(server, mount, kLastLookLimit);
        }
        count(seen);
        if (!seen.answered) return {Fate::silent, 0, "声音已发出，流媒体服务器没有回应，不知是否收下"};
        if (seen.mounted == false) return {Fate::failed, 0, "流媒体服务器上没有这个挂载点，声音没有播出"};
        const auto heard = listeners ? fmt::format("最多 {} 个收听端", *listeners) : std::string("收听数不详");
        return {Fate::sent, seconds, fmt::format("流媒体服务器已收下全部声音，{}；是否响起无法核实", heard)};
    }

    void drop(const std::string& reason) {
        spdlog::warn("icecast {}/{}: {}", server.address, mount, reason);
        why = reason;
        line.reset();
        ogg.reset();
        next_try = steady_clock::now() + retry;
        retry = std::min<std::chrono::milliseconds>(retry * 2, kRetryMost);
    }

    void hang_up() {
        if (line && ogg) line->send(ogg->end());
        line.reset();
        ogg.reset();
    }

    const Server server;
    const std::string mount;
    const MastSettings settings;
    mutable std::mutex mutex;  ///< of order and stopping
    std::condition_variable wake;
    std::shared_ptr<const Order> order;
    bool stopping = false;
    // Of the thread:
    std::unique_ptr<SourceLine> line;
    std::unique_ptr<OggOpus> ogg;
    std::string why;
    std::optional<std::int64_t> listeners;
    Time next_try{}, let_in_by{}, next_page{}, next_look{}, hold_until{};
    std::chrono::milliseconds retry = kRetryLeast;
    int unanswered = 0;
    std::thread thread;
};

Mast::Mast(Server server, std::string mount, MastSettings settings)
    : inside_(std::make_unique<Inside>(std::move(server), std::move(mount), settings)) {}
Mast::~Mast() = default;

void Mast::sound(std::shared_ptr<const Order> order) {
    {
        std::lock_guard lock(inside_->mutex);
        inside_->order = std::move(order);
    }
    inside_->wake.notify_all();
}

void Mast::hush(const std::shared_ptr<const Order>& order) {
    {
        std::lock_guard lock(inside_->mutex);
        if (inside_->order != order) return;
        inside_->order.reset();
    }
    inside_->wake.notify_all();
}

void Mast::leave() {
    inside_->leave();
}

bool Mast::idle() const {
    std::lock_guard lock(inside_->mutex);
    return inside_->order == nullptr;
}

}  // namespace anlan::icecast

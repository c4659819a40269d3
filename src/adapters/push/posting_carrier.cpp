#include "push/posting_carrier.hpp"

#include <spdlog/spdlog.h>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "push/desk.hpp"

namespace anlan::push {

namespace {

constexpr std::chrono::milliseconds kTurn{100};

}  // namespace

struct PostingCarrier::Inside {
    Inside(std::unique_ptr<Postman> by, PostingSettings given) : postman(std::move(by)), settings(std::move(given)) {}

    void keep();
    void post();
    void look();
    void tell(std::unique_lock<std::mutex>& held);

    std::unique_ptr<Postman> postman;
    PostingSettings settings;
    calls::CarrierNews news;
    mutable std::mutex mutex;
    std::condition_variable wake;
    std::optional<Desk> desk;  ///< made on its own thread; again when the disk was full
    std::deque<calls::Carry> fresh;
    calls::ChannelHealth health;
    bool stopping = false;
    std::vector<std::thread> threads;
};

/// Takes over what is new, gives up what is old, looks at groups that do not answer, tells the channel's health.
void PostingCarrier::Inside::keep() {
    std::unique_lock held(mutex);
    for (; !stopping; wake.wait_for(held, kTurn, [this] { return stopping || (desk && !fresh.empty()); })) {
        try {
            if (!desk) desk.emplace(*postman, settings);
            for (; !fresh.empty(); fresh.pop_front()) desk->begin_with(fresh.front());
            desk->age();
        } catch (const std::exception& fault) {
            spdlog::error("posting calls: {}", fault.what());
            wake.wait_for(held, std::chrono::seconds{1}, [this] { return stopping; });
            continue;
        }
        wake.notify_all();
        tell(held);
    }
}

void PostingCarrier::Inside::post() {
    std::unique_lock held(mutex);
    while (!stopping) {
        Desk::Batch batch;
        try {
            if (desk) batch = desk->take();
        } catch (const std::exception& fault) {
            spdlog::error("posting calls: {}", fault.what());
        }
        if (batch.carries.empty()) {
            wake.wait_for(held, kTurn);
            continue;
        }
        held.unlock();
        Outcome outcome{How::unreachable, "发送时出错", "it could not be sent"};
        try {
            outcome = postman->post(batch.target, batch.carries);
        } catch (const std::exception& fault) {
            spdlog::error("posting calls: {}", fault.what());
        }
        held.lock();
        try {
            desk->end(std::move(batch), outcome);
        } catch (const std::exception& fault) {
            spdlog::error("posting calls: {}", fault.what());
        }
        tell(held);
    }
}

/// On a thread of its own: a host that does not answer holds it up.
void PostingCarrier::Inside::look() {
    std::unique_lock held(mutex);
    for (; !stopping; wake.wait_for(held, kTurn, [this] { return stopping; })) {
        const auto group = desk ? desk->health().to_look_at(Desk::Clock::now()) : std::string();
        if (group.empty()) continue;
        held.unlock();
        const bool there = postman->reachable(group);
        held.lock();
        desk->health().looked(group, there);
        tell(held);
    }
}

/// Without the lock: whoever is told may ask back.
void PostingCarrier::Inside::tell(std::unique_lock<std::mutex>& held) {
    calls::ChannelHealth now;
    now.configured = true;
    now.awake = desk->health().awake(Desk::Clock::now());
    std::tie(now.note_zh, now.note_en) = desk->health().note();
    now.device = postman->device();
    now.waiting = static_cast<std::int64_t>(desk->waiting());
    const bool changed = health.awake != now.awake || health.note_zh != now.note_zh || !health.configured;
    health = std::move(now);
    const auto said = desk->take_news();
    const auto gone = desk->take_gone();
    if (!changed && said.empty() && gone.empty()) return;
    held.unlock();
    for (const auto& each : said) news.carried(each);
    for (const auto& each : gone)
        if (news.gone) news.gone(each);
    if (changed) news.health();
    held.lock();
}

PostingCarrier::PostingCarrier(std::unique_ptr<Postman> postman, PostingSettings settings)
    : inside_(std::make_unique<Inside>(std::move(postman), std::move(settings))) {}

PostingCarrier::~PostingCarrier() {
    close();
}

calls::Channel PostingCarrier::channel() const {
    return inside_->postman->channel();
}

void PostingCarrier::open(calls::CarrierNews news) {
    auto& in = *inside_;
    in.news = std::move(news);
    in.threads.emplace_back([&in] { in.keep(); });
    in.threads.emplace_back([&in] { in.look(); });
    for (std::size_t i = 0; i < in.settings.threads; ++i) in.threads.emplace_back([&in] { in.post(); });
}

void PostingCarrier::carry(const calls::Carry& carry) {
    {
        std::lock_guard held(inside_->mutex);
        inside_->fresh.push_back(carry);
    }
    inside_->wake.notify_all();
}

calls::ChannelHealth PostingCarrier::health() const {
    std::lock_guard held(inside_->mutex);
    auto now = inside_->health;
    now.waiting += static_cast<std::int64_t>(inside_->fresh.size());
    return now;
}

void PostingCarrier::close() {
    {
        std::lock_guard held(inside_->mutex);
        inside_->stopping = true;
    }
    inside_->wake.notify_all();
    for (auto& thread : inside_->threads)
        if (thread.joinable()) thread.join();
    inside_->threads.clear();
}

}  // namespace anlan::push

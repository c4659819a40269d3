#include "sms/sms_carrier.hpp"

#include <spdlog/spdlog.h>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace anlan::sms {

namespace {

constexpr std::chrono::milliseconds kTurn{150};

}  // namespace

struct SmsCarrier::Inside {
    explicit Inside(SmsSettings given) : settings(std::move(given)) {}

    void run();
    void take_over(Fleet& fleet);
    void tell_health(const Fleet& fleet);

    SmsSettings settings;
    calls::CarrierNews news;
    mutable std::mutex mutex;
    std::condition_variable wake;
    std::deque<calls::Carry> fresh;
    std::vector<std::pair<std::size_t, std::int64_t>> written;  ///< replies
    calls::ChannelHealth health;
    bool stopping = false;
    std::thread thread;
};

void SmsCarrier::Inside::run() {
    Fleet fleet(settings, news);
    fleet.taken = [this](std::size_t modem, std::int64_t id) {
        std::lock_guard lock(mutex);
        written.emplace_back(modem, id);
    };
    for (;;) {
        {
            std::unique_lock lock(mutex);
            wake.wait_for(lock, kTurn, [this] { return stopping; });
            if (stopping) return;
        }
        try {
            fleet.prepare();  // again, when a disk was full or a store locked
            take_over(fleet);
            fleet.turn();
            tell_health(fleet);
        } catch (const std::exception& fault) {
            spdlog::error("SMS: {}", fault.what());
        }
    }
}

/// One by one: a store that fails in between loses none.
void SmsCarrier::Inside::take_over(Fleet& fleet) {
    {
        std::lock_guard lock(mutex);
        for (const auto& [modem, id] : written) fleet.read(modem, id);
        written.clear();
    }
    for (;;) {
        calls::Carry carry;
        {
            std::lock_guard lock(mutex);
            if (fresh.empty()) return;
            carry = fresh.front();
        }
        fleet.begin_with(carry);
        std::lock_guard lock(mutex);
        fresh.pop_front();
    }
}

void SmsCarrier::Inside::tell_health(const Fleet& fleet) {
    auto now = fleet.health();
    bool changed = false;
    {
        std::lock_guard lock(mutex);
        changed = health.awake != now.awake || health.note_zh != now.note_zh || !health.configured;
        health = std::move(now);
    }
    if (changed) news.health();
}

SmsCarrier::SmsCarrier(SmsSettings settings) : inside_(std::make_unique<Inside>(std::move(settings))) {}

SmsCarrier::~SmsCarrier() {
    close();
}

void SmsCarrier::open(calls::CarrierNews news) {
    inside_->news = std::move(news);
    inside_->thread = std::thread([this] { inside_->run(); });
}

void SmsCarrier::carry(const calls::Carry& carry) {
    std::lock_guard lock(inside_->mutex);
    inside_->fresh.push_back(carry);
}

calls::ChannelHealth SmsCarrier::health() const {
    std::lock_guard lock(inside_->mutex);
    return inside_->health;
}

void SmsCarrier::close() {
    {
        std::lock_guard lock(inside_->mutex);
        inside_->stopping = true;
    }
    inside_->wake.notify_all();
    if (inside_->thread.joinable()) inside_->thread.join();
}

}  // namespace anlan::sms

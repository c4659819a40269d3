#include "app/ticker.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace anlan::app {

void Ticker::add(std::chrono::milliseconds pause, std::function<void()> job) {
    jobs_.push_back({pause, std::move(job), std::chrono::steady_clock::now()});
}

void Ticker::start() {
    if (jobs_.empty()) return;
    thread_ = std::thread([this] {
        std::unique_lock lock(mutex_);
        while (!stopping_) {
            const auto now = std::chrono::steady_clock::now();
            for (auto& job : jobs_) {
                if (job.next > now) continue;
                job.next = now + job.pause;
                try {
                    job.run();
                } catch (const std::exception& fault) {
                    spdlog::error("a recurring job failed: {}", fault.what());
                }
            }
            const auto next = std::min_element(jobs_.begin(), jobs_.end(), [](const Job& a, const Job& b) {
                return a.next < b.next;
            });
            wake_.wait_until(lock, next->next, [&] { return stopping_; });
        }
    });
}

void Ticker::stop() {
    {
        std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
}

}  // namespace anlan::app

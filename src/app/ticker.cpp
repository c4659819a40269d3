#include "app/ticker.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace anlan::app {

void Ticker::add(std::chrono::milliseconds pause, std::function<void()> job) {
    jobs_.push_back({pause, std::move(job), std::chrono::steady_clock::now()});
}

void Ticker::add_apart(std::chrono::milliseconds pause, std::function<void()> job) {
    apart_.emplace_back().push_back({pause, std::move(job), std::chrono::steady_clock::now()});
}

void Ticker::start() {
    if (!jobs_.empty()) threads_.emplace_back([this] { run(jobs_); });
    for (auto& jobs : apart_) threads_.emplace_back([this, &jobs] { run(jobs); });
}

void Ticker::run(Jobs& jobs) {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        lock.unlock();
        const auto now = std::chrono::steady_clock::now();
        for (auto& job : jobs) {
            if (job.next > now) continue;
            job.next = now + job.pause;
            try {
                job.run();
            } catch (const std::exception& fault) {
                spdlog::error("a recurring job failed: {}", fault.what());
            }
        }
        const auto next =
            std::min_element(jobs.begin(), jobs.end(), [](const Job& a, const Job& b) { return a.next < b.next; });
        lock.lock();
        wake_.wait_until(lock, next->next, [&] { return stopping_; });
    }
}

void Ticker::stop() {
    {
        std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    for (auto& thread : threads_)
        if (thread.joinable()) thread.join();
}

}  // namespace anlan::app

#include "app/worker.hpp"

#include <spdlog/spdlog.h>

namespace anlan::app {

Worker::~Worker() {
    {
        std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

void Worker::give(std::function<void()> work) {
    {
        std::lock_guard lock(mutex_);
        works_.push_back(std::move(work));
    }
    wake_.notify_all();
}

void Worker::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        wake_.wait(lock, [this] { return stopping_ || !works_.empty(); });
        if (stopping_) return;
        const auto work = std::move(works_.front());
        works_.pop_front();
        lock.unlock();
        try {
            work();
        } catch (const std::exception& fault) {
            spdlog::error("work failed: {}", fault.what());
        }
        lock.lock();
    }
}

}  // namespace anlan::app

#include "sip/aside.hpp"

#include <spdlog/spdlog.h>

namespace anlan::sip {

Aside::~Aside() {
    stop();
}

void Aside::start() {
    thread_ = std::thread([this] { run(); });
}

void Aside::stop() {
    {
        std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Aside::give(std::function<void()> work) {
    {
        std::lock_guard lock(mutex_);
        works_.push_back(std::move(work));
    }
    wake_.notify_all();
}

void Aside::run() {
    for (;;) {
        std::function<void()> work;
        {
            std::unique_lock lock(mutex_);
            wake_.wait_for(lock, turn_, [this] { return stopping_ || !works_.empty(); });
            if (stopping_) return;
            if (!works_.empty()) {
                work = std::move(works_.front());
                works_.pop_front();
            }
        }
        try {
            if (work) work();
            if (each_turn_) each_turn_();
        } catch (const std::exception& fault) {
            spdlog::error("SIP: {}", fault.what());
        }
    }
}

}  // namespace anlan::sip

#include "sip/loop.hpp"

#include <spdlog/spdlog.h>

#include <deque>
#include <future>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "sip/libre.hpp"

namespace anlan::sip {

namespace {

/// libre counts descriptors by their number; those of the whole program count, too.
constexpr int kDescriptorsMost = 65'536;

/// Of the whole process, and never undone: other loops may still run.
void begin_library() {
    static std::once_flag once;
    std::call_once(once, [] {
        ::dbg_init(DBG_EMERG, DBG_NONE);  // what it says of its own would name numbers
        if (const int fault = ::libre_init()) throw std::runtime_error("libre: " + std::to_string(fault));
    });
}

}  // namespace

struct Loop::Inside {
    static void wake(int, void*, void* self) { static_cast<Inside*>(self)->work(); }
    void run(std::promise<void> ready);
    void work();

    std::mutex mutex;
    std::deque<std::function<void()>> works;
    struct mqueue* queue = nullptr;
    std::thread thread;
};

void Loop::Inside::run(std::promise<void> ready) {
    int fault = ::re_thread_init();
    if (fault == 0) fault = ::fd_setsize(kDescriptorsMost);
    if (fault == 0) fault = ::mqueue_alloc(&queue, &Inside::wake, this);
    if (fault != 0) {
        ready.set_exception(std::make_exception_ptr(std::runtime_error("libre: no loop: " + std::to_string(fault))));
    } else {
        ready.set_value();
        ::re_main(nullptr);
    }
    queue = static_cast<struct mqueue*>(::mem_deref(queue));
    ::re_thread_close();
}

/// No exception goes through libre.
void Loop::Inside::work() {
    std::deque<std::function<void()>> now;
    {
        std::lock_guard lock(mutex);
        now.swap(works);
    }
    for (auto& each : now) {
        try {
            each();
        } catch (const std::exception& fault) {
            spdlog::error("SIP: {}", fault.what());
        }
    }
}

Loop::Loop() : inside_(std::make_unique<Inside>()) {
    begin_library();
    std::promise<void> ready;
    auto is_ready = ready.get_future();
    inside_->thread =
        std::thread([in = inside_.get(), made = std::move(ready)]() mutable { in->run(std::move(made)); });
    try {
        is_ready.get();
    } catch (...) {
        inside_->thread.join();
        throw;
    }
}

Loop::~Loop() {
    post([] { ::re_cancel(); });
    inside_->thread.join();
}

void Loop::post(std::function<void()> work) {
    std::lock_guard lock(inside_->mutex);
    inside_->works.push_back(std::move(work));
    if (inside_->works.size() == 1) ::mqueue_push(inside_->queue, 0, nullptr);
}

void Loop::finish(const std::function<void()>& work) {
    std::promise<void> done;
    post([&] {
        try {
            work();
            done.set_value();
        } catch (...) {
            done.set_exception(std::current_exception());
        }
    });
    done.get_future().get();
}

}  // namespace anlan::sip

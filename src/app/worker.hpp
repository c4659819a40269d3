#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace anlan::app {

/// One thread that does what it is given, in order. What is left when it ends is not done.
class Worker {
  public:
    Worker() : thread_([this] { run(); }) {}
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    void give(std::function<void()> work);

  private:
    void run();

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> works_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace anlan::app

#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace anlan::sip {

/// One thread that does what it is given, in order, once started; between that, and at least every `turn`, it takes its
/// turn. What is left when it ends is not done.
class Aside {
  public:
    explicit Aside(std::function<void()> each_turn = {}, std::chrono::milliseconds turn = std::chrono::hours{1})
        : each_turn_(std::move(each_turn)), turn_(turn) {}
    ~Aside();
    Aside(const Aside&) = delete;
    Aside& operator=(const Aside&) = delete;

    void start();
    /// Waits for what it is at.
    void stop();
    void give(std::function<void()> work);

  private:
    void run();

    const std::function<void()> each_turn_;
    const std::chrono::milliseconds turn_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> works_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace anlan::sip

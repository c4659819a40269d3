#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace anlan::app {

/// Calls jobs again and again, each after its own pause: those added plainly in turn on one thread, those apart each on
/// a thread of their own. For deadlines, watched folders and feeds.
class Ticker {
  public:
    ~Ticker() { stop(); }
    /// Before start() only.
    void add(std::chrono::milliseconds pause, std::function<void()> job);
    /// Before start() only. For what may wait on others: it holds up nobody.
    void add_apart(std::chrono::milliseconds pause, std::function<void()> job);
    void start();
    void stop();

  private:
    struct Job {
        std::chrono::milliseconds pause;
        std::function<void()> run;
        std::chrono::steady_clock::time_point next;
    };
    using Jobs = std::vector<Job>;
    void run(Jobs& jobs);

    Jobs jobs_;
    std::vector<Jobs> apart_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace anlan::app

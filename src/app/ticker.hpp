#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace anlan::app {

/// One thread that calls its jobs in turn, each after its own pause. For deadlines, watched folders and feeds.
class Ticker {
  public:
    ~Ticker() { stop(); }
    /// Before start() only.
    void add(std::chrono::milliseconds pause, std::function<void()> job);
    void start();
    void stop();

  private:
    struct Job {
        std::chrono::milliseconds pause;
        std::function<void()> run;
        std::chrono::steady_clock::time_point next;
    };
    std::vector<Job> jobs_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace anlan::app

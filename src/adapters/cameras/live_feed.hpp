#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "cameras/ffmpeg_words.hpp"

namespace anlan::cameras {

struct FeedLimits {
    std::string program = "ffmpeg";
    std::chrono::milliseconds pause{2'000};  ///< before a camera that was lost is asked again
    std::chrono::milliseconds rest{15'000};  ///< the same, of one with another codec or path
};

/// One camera's picture on its way to a port of this machine, for as long as this lives. FFmpeg copies, decodes nothing
/// and writes nothing to the disk. One that is lost is asked for again.
class LiveFeed final : public sensors::Feed {
  public:
    LiveFeed(std::string address, std::int64_t port, FeedLimits limits = {});
    ~LiveFeed() override;
    LiveFeed(const LiveFeed&) = delete;
    LiveFeed& operator=(const LiveFeed&) = delete;

    sensors::CameraWord word() const override;
    void again() override;

  private:
    void run();
    sensors::CameraWord carry(Look look);
    void say(sensors::CameraWord word);
    bool wait_before(const sensors::CameraWord& word);
    bool stopping() const;

    const std::string address_;
    const std::int64_t port_;
    const FeedLimits limits_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    sensors::CameraWord word_;
    bool stopping_ = false, again_ = false;
    std::thread thread_;
};

}  // namespace anlan::cameras

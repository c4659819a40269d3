#pragma once

#include <atomic>
#include <chrono>

#include "sensors/ports.hpp"

namespace anlan::cameras {

struct CameraLimits {
    std::string program = "ffmpeg";
    std::chrono::milliseconds time{8'000};
    std::size_t bytes = 8 * 1024 * 1024;
    int at_once = 2;
};

/// Takes a picture with FFmpeg. Called on a reading thread, which waits at most the time limit.
class FfmpegCameras final : public sensors::Cameras {
  public:
    explicit FfmpegCameras(CameraLimits limits = {}) : limits_(std::move(limits)) {}
    Result<std::string> picture(const std::string& address) override;

  private:
    CameraLimits limits_;
    std::atomic<int> running_{0};
};

}  // namespace anlan::cameras

#include "cameras/ffmpeg_cameras.hpp"

#include "cameras/ffmpeg_words.hpp"
#include "child/run.hpp"

namespace anlan::cameras {

namespace {

Refusal no_picture(const char* zh, const char* en) {
    return refuse(
        "camera_silent", "", std::string("摄像机没有画面：") + zh, std::string("no picture from the camera: ") + en
    );
}

}  // namespace

Result<std::string> FfmpegCameras::picture(const std::string& address) {
    if (running_.fetch_add(1) >= limits_.at_once) {
        --running_;
        return refuse("camera_busy", "", "正在取别的画面，请稍候", "other pictures are being taken; wait a moment");
    }
    const auto until = std::chrono::steady_clock::now() + limits_.time;
    auto answer =
        child::run_child(words_for_picture(limits_.program), script_for(address, Look::quick), until, limits_.bytes);
    --running_;
    if (answer.end == child::End::missing) return no_picture("本机没有安装 FFmpeg", "FFmpeg is not installed here");
    if (!answer.said.starts_with("\xFF\xD8"))
        return no_picture("连不上、地址不对或超时", "it cannot be reached, or not in time");
    return std::move(answer.said);
}

}  // namespace anlan::cameras

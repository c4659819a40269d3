#include "cameras/ffmpeg_words.hpp"

#include "child/child.hpp"

namespace anlan::cameras {

namespace {

using sensors::CameraState;
using sensors::CameraWord;

constexpr const char* kProtocols = "pipe,rtsp,rtp,tcp,udp,http,https,tls,crypto";
/// Microseconds: a camera that says nothing for so long is gone.
constexpr const char* kSilent_us = "5000000";
constexpr const char* kQuick_bytes = "4096";
constexpr std::size_t kLineMost_bytes = 16 * 1024;

/// As an ffconcat file wants it: a single quote ends the text, stands by itself, and begins it again.
std::string quoted(const std::string& text) {
    std::string made = "'";
    for (const char each : text) made += each == '\'' ? std::string("'\\''") : std::string(1, each);
    return made + "'";
}

std::vector<std::string> reading(const std::string& level, Look look) {
    std::vector<std::string> words{
        "-nostdin", "-hide_banner", "-nostats", "-loglevel", level, "-protocol_whitelist", kProtocols};
    if (look == Look::quick) words.insert(words.end(), {"-probesize", kQuick_bytes, "-fpsprobesize", "0"});
    words.insert(words.end(), {"-f", "concat", "-safe", "0", "-i", "pipe:0", "-an"});
    return words;
}

CameraWord silent(const char* code, const char* zh, const char* en) {
    return {CameraState::silent, code, zh, en};
}

bool has(const std::string& line, const char* words) {
    return line.find(words) != std::string::npos;
}

}  // namespace

std::string script_for(const std::string& address, Look look) {
    std::string script = "ffconcat version 1.0\nfile " + quoted(address) + "\n";
    if (!address.starts_with("rtsp://")) return script;
    script += std::string("option rtsp_transport tcp\noption timeout ") + kSilent_us + "\n";
    if (look == Look::quick) script += std::string("option probesize ") + kQuick_bytes + "\noption fpsprobesize 0\n";
    return script;
}

std::vector<std::string> words_for_picture(const std::string& program) {
    auto words = reading("error", Look::quick);
    words.insert(words.begin(), program);
    const std::vector<std::string> rest{
        "-frames:v", "1", "-vf", "scale='min(1920,iw)':-2", "-f", "image2pipe", "-c:v", "mjpeg", "pipe:1"};
    words.insert(words.end(), rest.begin(), rest.end());
    return words;
}

std::vector<std::string> words_for_stream(const std::string& program, std::int64_t port, Look look) {
    std::vector<std::string> words{"setpriv", "--pdeathsig", "KILL", "nice", "-n", "5", program};
    const auto middle = reading("info", look);
    words.insert(words.end(), middle.begin(), middle.end());
    // Parameter sets before every key picture: whoever comes in the middle of a stream needs them too.
    const std::vector<std::string> rest{
        "-map",
        "0:v:0",
        "-c:v",
        "copy",
        "-bsf:v",
        "h264_mp4toannexb,dump_extra=freq=keyframe",
        "-payload_type",
        std::to_string(kPayloadType),
        "-f",
        "rtp",
        "rtp://127.0.0.1:" + std::to_string(port) + "?pkt_size=1200"};
    words.insert(words.end(), rest.begin(), rest.end());
    return words;
}

void Complaints::hear(const std::string& piece) {
    rest_ += piece;
    for (auto end = rest_.find('\n'); end != std::string::npos; end = rest_.find('\n')) {
        take(rest_.substr(0, end));
        rest_.erase(0, end + 1);
    }
    if (rest_.size() > kLineMost_bytes) rest_.clear();
}

void Complaints::take(const std::string& line) {
    if (has(line, "401 Unauthorized") || has(line, "403 Forbidden")) denied_ = true;
    if (has(line, "404 Not Found") || has(line, "454 Session Not Found")) no_path_ = true;
    if (has(line, "matches no streams")) no_video_ = true;
    if (line.starts_with("Output #0")) carries_ = true;
    const auto video = line.find(": Video: ");
    if (video == std::string::npos || !codec_.empty()) return;
    const auto name = video + std::string_view(": Video: ").size();
    codec_ = line.substr(name, line.find_first_of(" ,", name) - name);
}

CameraWord Complaints::word(int exit_code) const {
    if (exit_code == child::kNoProgram)
        return silent(
            "program_missing",
            "本机没有安装 FFmpeg，看不了实时画面；请管理员安装软件包 ffmpeg",
            "FFmpeg is not installed here, so there is no live picture: ask the administrator to install the package "
            "ffmpeg"
        );
    if (denied_)
        return silent(
            "camera_denied",
            "摄像头不认用户名或密码；请在监测设备里改画面地址（rtsp://用户名:密码@地址/"
            "…），改好后再看；为免摄像头锁定，不自动重试",
            "the camera refuses the name or the password: change the picture's address (rtsp://name:password@host/…) "
            "and look "
            "again; it is not asked again by itself, so that it does not lock us out"
        );
    if (no_path_)
        return silent(
            "camera_path",
            "摄像头在线，但画面地址里的路径不对；请按厂家说明核对 rtsp:// 地址的后半段",
            "the camera is there, but not this path of it: check the latter half of the rtsp:// address"
        );
    if (codec_ == "hevc")
        return silent(
            "camera_codec",
            "摄像头发的是 H.265，浏览器看不了；请在摄像头（或国标平台）里把这一路的编码设为 H.264",
            "the camera sends H.265, which browsers do not show: set this stream to H.264 in the camera or the gateway"
        );
    if (wrong_codec() || no_video_)
        return silent(
            "camera_codec",
            "这一路不是 H.264 画面；请在摄像头（或国标平台）里把编码设为 H.264",
            "this is no H.264 picture: set this stream to H.264 in the camera or the gateway"
        );
    return silent(
        "camera_away",
        "摄像头没有回应，正在重新连接；请检查摄像头的电源、网线和地址",
        "the camera does not answer; connecting again. Check its power, its cable and its address"
    );
}

bool is_final(const CameraWord& word) {
    return word.code == "camera_denied" || word.code == "program_missing";
}

}  // namespace anlan::cameras

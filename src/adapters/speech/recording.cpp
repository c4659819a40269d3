#include "speech/recording.hpp"

#include <fstream>
#include <sstream>

#include "child/run.hpp"

namespace anlan::speech {

namespace {

constexpr std::chrono::seconds kTime{30};
constexpr double kSecondsMost = 600, kLoudest = 0.9;
constexpr std::size_t kRecordingBytesMost = 16 * 1024 * 1024;

Refusal unusable(const char* zh, const char* en) {
    return refuse(
        "recording_unusable",
        "recording",
        std::string("录音不能播放：") + zh,
        std::string("the recording cannot be played: ") + en
    );
}

Result<sound::Sound> by_ffmpeg(const std::filesystem::path& file, int rate) {
    const std::vector<std::string> words{
        "ffmpeg",
        "-nostdin",
        "-loglevel",
        "error",
        "-protocol_whitelist",
        "file,pipe",
        "-i",
        file.string(),
        "-vn",
        "-t",
        std::to_string(static_cast<int>(kSecondsMost)),
        "-ac",
        "1",
        "-ar",
        std::to_string(rate),
        "-f",
        "wav",
        "pipe:1"};
    const auto answer = child::run_child(words, "", std::chrono::steady_clock::now() + kTime, kRecordingBytesMost);
    if (answer.end == child::End::missing)
        return unusable("本机没有安装 FFmpeg，请上传 WAV 文件", "FFmpeg is not installed here; use a WAV file");
    if (answer.end != child::End::well) return unusable("里面没有声音", "there is no sound in it");
    return sound::read_wav(answer.said);
}

}  // namespace

Result<sound::Sound> recording(const std::filesystem::path& file, int rate) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return refuse("recording_missing", "recording", "找不到录音文件", "the recording is not here");
    std::ostringstream bytes;
    bytes << in.rdbuf();
    auto read = sound::read_wav(bytes.str());
    if (!read) read = by_ffmpeg(file, rate);
    if (!read) return read.error();
    if (read.value().seconds() > kSecondsMost) return unusable("超过 10 分钟", "it is longer than ten minutes");
    auto made = sound::at_rate(read.value(), rate);
    sound::level(made, kLoudest);
    if (sound::loudness(made.samples) <= 0) return unusable("没有声音", "it is silent");
    return made;
}

}  // namespace anlan::speech

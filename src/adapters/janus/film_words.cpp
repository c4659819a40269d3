#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "janus/film.hpp"

namespace anlan::janus {

namespace {

constexpr int kWidth = 640, kHeight = 360, kFramesPerSecond = 15;
constexpr int kBitsPerPicture = 400'000;

double seconds_after(std::chrono::microseconds begun, const Piece& piece) {
    return std::chrono::duration<double>(piece.begun - begun).count();
}

/// Black, and each picture over it at its place and in its time. A picture may change its size under way.
std::string pictures_filter(const std::vector<Piece>& pictures, std::chrono::microseconds begun, double seconds) {
    const auto places = places_of(pictures);
    const auto most = *std::ranges::max_element(places) + 1;
    const auto columns = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(most))));
    const auto rows = (most + columns - 1) / columns;
    auto text = fmt::format(
        "color=black:s={}x{}:r={}:d={:.3f}[under0];", columns * kWidth, rows * kHeight, kFramesPerSecond, seconds
    );
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        text += fmt::format(
            "[{0}:v]setpts=PTS-STARTPTS+{1:.3f}/TB,scale={2}:{3}:force_original_aspect_ratio=decrease,"
            "pad={2}:{3}:(ow-iw)/2:(oh-ih)/2:eval=frame[picture{0}];",
            i,
            seconds_after(begun, pictures[i]),
            kWidth,
            kHeight
        );
        text += fmt::format(
            "[under{0}][picture{0}]overlay={1}:{2}:eof_action=pass[under{3}];",
            i,
            places[i] % columns * kWidth,
            places[i] / columns * kHeight,
            i + 1
        );
    }
    return text + fmt::format("[under{}]format=yuv420p[film];", pictures.size());
}

std::string voices_filter(const std::vector<Piece>& voices, std::size_t from, std::chrono::microseconds begun) {
    std::string text, all;
    for (std::size_t i = 0; i < voices.size(); ++i) {
        const auto late_ms = std::lround(seconds_after(begun, voices[i]) * 1000);
        text += fmt::format("[{}:a]adelay={}:all=1[voice{}];", from + i, late_ms, i);
        all += fmt::format("[voice{}]", i);
    }
    return text + all + fmt::format("amix=inputs={}:normalize=0,alimiter=level=0[sound];", voices.size());
}

}  // namespace

std::vector<std::string> film_words(
    const std::vector<Piece>& pictures,
    const std::vector<Piece>& voices,
    std::chrono::microseconds begun,
    double seconds,
    const std::filesystem::path& into
) {
    // Before the first picture that needs no other there may be many that cannot be shown.
    std::vector<std::string> words{"ffmpeg", "-nostdin", "-loglevel", "error", "-y", "-max_error_rate", "1"};
    for (const auto& each : pictures) words.insert(words.end(), {"-reinit_filter", "0", "-i", each.file.string()});
    for (const auto& each : voices) words.insert(words.end(), {"-i", each.file.string()});
    std::string filter;
    if (!pictures.empty()) filter += pictures_filter(pictures, begun, seconds);
    if (!voices.empty()) filter += voices_filter(voices, pictures.size(), begun);
    filter.pop_back();  // the last semicolon
    words.insert(words.end(), {"-filter_complex_threads", "1", "-filter_complex", filter});
    if (!pictures.empty()) {
        const auto bits = std::to_string(kBitsPerPicture * std::min<std::size_t>(pictures.size(), 9));
        words.insert(words.end(), {"-map", "[film]", "-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8"});
        words.insert(words.end(), {"-threads", "1", "-b:v", bits});
    }
    if (!voices.empty()) words.insert(words.end(), {"-map", "[sound]", "-c:a", "libopus", "-b:a", "48k", "-ac", "1"});
    words.insert(words.end(), {"-t", fmt::format("{:.3f}", seconds), "-f", "webm", into.string()});
    return words;
}

}  // namespace anlan::janus

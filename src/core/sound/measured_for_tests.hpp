#pragma once

#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "sound/sound.hpp"

/// What FFmpeg, which shares nothing with us, says of sound.
namespace anlan::sound::test {

class File {
  public:
    explicit File(const std::string& bytes) {
        static std::atomic<int> count{0};
        path = std::filesystem::temp_directory_path() /
               ("anlan-measured-" + std::to_string(getpid()) + "-" + std::to_string(++count));
        std::ofstream(path, std::ios::binary) << bytes;
    }
    ~File() { std::filesystem::remove(path); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    std::filesystem::path path;
};

/// What it prints about this much of a file, both ways.
inline std::string ffmpeg(const std::string& bytes, double from, double to, const std::string& filters) {
    const File file(bytes);
    const auto command = "ffmpeg -hide_banner -nostdin -nostats -i '" + file.path.string() +
                         "' -af 'atrim=start=" + std::to_string(from) + ":end=" + std::to_string(to) + "," + filters +
                         "' -f null - 2>&1";
    std::FILE* pipe = popen(command.c_str(), "r");
    std::string said;
    for (char part[4096]; const auto size = std::fread(part, 1, sizeof part, pipe);) said.append(part, size);
    pclose(pipe);
    return said;
}

inline double number_after(const std::string& text, const std::string& key) {
    const auto at = text.find(key);
    return at == std::string::npos ? -1'000 : std::strtod(text.c_str() + at + key.size(), nullptr);
}

/// Decibels of full scale; silence is -91.
inline double level(const std::string& bytes, double from, double to) {
    return number_after(ffmpeg(bytes, from, to, "volumedetect"), "mean_volume: ");
}

/// Where the weight of its spectrum lies: of a tone below 1,200 Hz, its frequency. What a codec adds above is left out.
inline double hertz(const std::string& bytes, double from, double to) {
    const auto said = ffmpeg(
        bytes,
        0,
        to + 1,
        "lowpass=f=1500,lowpass=f=1500,lowpass=f=1500,aspectralstats=win_size=1024,"
        "ametadata=print:key=lavfi.aspectralstats.1.centroid:file=-"
    );
    double sum = 0;
    int count = 0;
    std::istringstream lines(said);
    double at = -1;
    for (std::string line; std::getline(lines, line);) {
        if (line.find("pts_time:") != std::string::npos) at = number_after(line, "pts_time:");
        const double value = number_after(line, "lavfi.aspectralstats.1.centroid=");
        if (value <= 0 || at < from || at > to) continue;
        sum += value;
        ++count;
    }
    return count == 0 ? 0 : sum / count;
}

/// Any file, as sound.
inline Sound decoded(const std::string& bytes, int rate = 16'000) {
    const File file(bytes);
    const auto out = file.path.string() + ".wav";
    const auto command = "ffmpeg -hide_banner -nostdin -loglevel error -i '" + file.path.string() + "' -ac 1 -ar " +
                         std::to_string(rate) + " '" + out + "'";
    const bool well = std::system(command.c_str()) == 0;
    std::ostringstream text;
    text << std::ifstream(out, std::ios::binary).rdbuf();
    std::filesystem::remove(out);
    auto read = read_wav(text.str());
    return well && read ? std::move(read.value()) : Sound{};
}

}  // namespace anlan::sound::test

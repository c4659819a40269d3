#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sensors/ports.hpp"

/// What FFmpeg is told, and what is to be made of what it says. Its address is given on its standard input: on the
/// command line every account of this machine could read the password in it.
namespace anlan::cameras {

/// How long a stream is looked at before anything is made of it: its first picture will do for cameras that say in
/// their description what they send; the others want a few seconds.
enum class Look { quick, thorough };

/// For the input of a run of either kind.
std::string script_for(const std::string& address, Look look);
/// One picture, to the output, as JPEG.
std::vector<std::string> words_for_picture(const std::string& program);
/// H.264 as it comes, as RTP to a port of this machine. Ends with the thread that started it, however that ends.
std::vector<std::string> words_for_stream(const std::string& program, std::int64_t port, Look look);
constexpr int kPayloadType = 96;

/// Gathers what FFmpeg says of itself while it carries a stream.
class Complaints {
  public:
    /// Pieces as they come; whole lines are looked at.
    void hear(const std::string& piece);
    bool carries() const { return carries_; }  ///< the picture goes out
    bool wrong_codec() const { return !codec_.empty() && codec_ != "h264"; }
    /// Why it ended or must be ended. `program_missing`, `camera_denied`, `camera_path`, `camera_codec`, `camera_away`.
    sensors::CameraWord word(int exit_code) const;

  private:
    void take(const std::string& line);

    std::string rest_, codec_;
    bool carries_ = false, denied_ = false, no_path_ = false, no_video_ = false;
};

/// What asking again at once would not mend: a camera locks out who comes with a wrong password too often.
bool is_final(const sensors::CameraWord& word);

}  // namespace anlan::cameras

#include "attach/voice.hpp"

#include <algorithm>
#include <array>

namespace anlan::attach {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHeadBytes = 4'096;  // the list of tracks stands before the sound

template <std::size_t N>
bool any_in(std::string_view bytes, const std::array<std::string_view, N>& marks) {
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
        return bytes.find(mark) != std::string_view::npos;
    });
}

constexpr std::array kSoundOfWebm{"A_OPUS"sv, "A_VORBIS"sv};
constexpr std::array kFilmOfWebm{"V_VP8"sv, "V_VP9"sv, "V_AV1"sv, "V_MPEG"sv, "V_MS/"sv};
constexpr std::array kSoundOfOgg{"OpusHead"sv, "\x01vorbis"sv};
constexpr std::array kFilmOfOgg{"\x80theora"sv};
// A film's handler, and where phones write the place: Apple's and 3GPP's.
constexpr std::array kFilmOrPlaceOfMp4{"vide"sv, "\xA9xyz"sv, "loci"sv, "quicktime.location"sv};

}  // namespace

std::string voice_type_of(std::string_view bytes) {
    const auto head = bytes.substr(0, kHeadBytes);
    if (bytes.starts_with("\x1A\x45\xDF\xA3") && any_in(head, kSoundOfWebm) && !any_in(head, kFilmOfWebm))
        return "audio/webm";
    if (bytes.starts_with("OggS") && any_in(head, kSoundOfOgg) && !any_in(head, kFilmOfOgg)) return "audio/ogg";
    if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WAVE")) return "audio/wav";
    const bool mp4 = bytes.size() > 12 && bytes.substr(4, 4) == "ftyp";
    if (mp4 && bytes.find("soun") != std::string_view::npos && !any_in(bytes, kFilmOrPlaceOfMp4)) return "audio/mp4";
    return {};
}

}  // namespace anlan::attach

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Spoken notes, as browsers record them, and WAV as recorders do.
namespace anlan::attach {

inline constexpr std::size_t kVoiceBytesMax = 4 * 1024 * 1024;  ///< ten minutes and more as phones record speech

/// audio/webm, audio/ogg, audio/mp4 or audio/wav when the bytes hold sound and no film, and no place where it was
/// recorded; else empty.
std::string voice_type_of(std::string_view bytes);

}  // namespace anlan::attach

#pragma once

#include <filesystem>

#include "base/result.hpp"
#include "sound/sound.hpp"

namespace anlan::speech {

/// A recorded file as sound for loudspeakers at this rate: WAV is read here, what browsers record (WebM, Ogg, MP4) by FFmpeg.
/// At most ten minutes. Refuses `recording_missing`, `recording_unusable`.
Result<sound::Sound> recording(const std::filesystem::path& file, int rate = sound::kTelephoneRate);

}  // namespace anlan::speech

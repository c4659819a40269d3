#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

/// What a file is, by its own bytes.
namespace anlan::attach {

/// image/jpeg, image/png, image/webp, application/pdf, a kind of sound, or empty: none that is taken.
std::string type_of(std::string_view bytes);

/// The file without where, when and with what it was taken (EXIF, XMP, comments); a PDF or a spoken
/// note as it is. Refuses `attachment_type` for anything else, `voice_too_long`, `attachment_broken` for a picture that
/// breaks off or is none inside.
Result<std::string> cleaned(std::string_view bytes);

}  // namespace anlan::attach

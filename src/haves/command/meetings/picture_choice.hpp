#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

/// Whom a conference set is shown, which has room for one picture (语音激励).
namespace anlan::meetings {

/// Somebody else in the meeting who has a picture.
struct Face {
    using Time = std::chrono::steady_clock::time_point;
    std::int64_t feed = 0;
    bool fits = true;  ///< it is coded as the set takes it
    bool screen = false;
    std::optional<Time> talks_since{};  ///< none: silent at this moment
};

struct PictureChoice {
    std::int64_t shown = 0;   ///< feed; 0: nobody
    std::int64_t wanted = 0;  ///< who would be: the same, unless coded otherwise
    Face::Time since{};       ///< it is wanted
    bool operator==(const PictureChoice&) const = default;
};

/// A face is shown for so long at least; whoever talks into another's words is shown after as long.
constexpr std::chrono::seconds kShownLeast{2};

/// A shared screen before faces; else who speaks, and they until somebody else does. `faces` in the order of their
/// coming, without the set's own.
PictureChoice choose_picture(const PictureChoice& before, const std::vector<Face>& faces, Face::Time now);

}  // namespace anlan::meetings

#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "janus/mjr.hpp"
#include "meetings/events.hpp"

/// One film of a meeting's recordings: all pictures beside each other, all voices together (WebM: VP8 and Opus).
namespace anlan::janus {

/// Where the film of this SHA-256 lies.
std::filesystem::path film_file(const std::filesystem::path& folder, const std::string& digest);

/// Waits until Janus writes no more, then makes the film with janus-pp-rec and ffmpeg, politely. Nothing: it was
/// stopped.
std::optional<meetings::FilmMade> make_film(const std::filesystem::path& folder, const std::function<bool()>& stop);

/// Of pieces converted already, with the names of the converted files; `seconds` in all.
std::vector<std::string> film_words(
    const std::vector<Piece>& pictures,
    const std::vector<Piece>& voices,
    std::chrono::microseconds begun,
    double seconds,
    const std::filesystem::path& into
);

}  // namespace anlan::janus

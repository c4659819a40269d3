#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// What Janus records: a file for each voice and each picture (mjr), a header of JSON before the packets.
namespace anlan::janus {

struct Piece {
    std::filesystem::path file;
    bool video = false;
    std::chrono::microseconds begun{};  ///< its first packet, since 1970
    std::chrono::microseconds ended{};  ///< when it was last written
    bool g711 = false;                  ///< the voice of a conference set; other voices are Opus
    bool h264 = false;                  ///< a picture; others are VP8
    std::string who{};                  ///< the feed; empty: not known
};

/// Nothing: no recording, or one without a packet.
std::optional<Piece> read_piece(const std::filesystem::path& file);
/// All of a folder, the earliest first. `unread` counts what is none.
std::vector<Piece> pieces_of(const std::filesystem::path& folder, std::int64_t& unread);

/// For each picture its place among those shown at once: one's own of before when it is free, else the first that is.
std::vector<std::size_t> places_of(const std::vector<Piece>& pictures);

}  // namespace anlan::janus

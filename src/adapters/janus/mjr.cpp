#include "janus/mjr.hpp"

#include <algorithm>
#include <fstream>

#include "base/reflect.hpp"

namespace anlan::janus {

namespace {

namespace fs = std::filesystem;
using std::chrono::microseconds;

constexpr std::string_view kMagic = "MJR00002";  ///< then two bytes of length, then the header

constexpr std::chrono::milliseconds kWritten{500};  ///< a file may be closed so long after its last packet

/// As Janus names its files: videoroom-<room>-user-<feed>-<time>-<kind>-<nth>.
std::string feed_in(const fs::path& file) {
    const auto name = file.stem().string();
    const auto at = name.find("-user-");
    if (at == std::string::npos) return {};
    return name.substr(at + 6, name.find('-', at + 6) - at - 6);
}

microseconds written_at(const fs::path& file) {
    std::error_code gone;
    const auto at = std::chrono::file_clock::to_sys(fs::last_write_time(file, gone));
    return std::chrono::duration_cast<microseconds>(at.time_since_epoch());
}

}  // namespace

std::optional<Piece> read_piece(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string head(kMagic.size() + 2, '\0');
    if (!in.read(head.data(), static_cast<std::streamsize>(head.size())) || !head.starts_with(kMagic))
        return std::nullopt;
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(head[kMagic.size() + at]); };
    std::string text(byte(0) * 256U + byte(1), '\0');
    if (!in.read(text.data(), static_cast<std::streamsize>(text.size())) || in.peek() == EOF) return std::nullopt;
    const auto parsed = parse_json(text);
    if (!parsed || !parsed.value().is_object()) return std::nullopt;
    const auto& said = parsed.value().as_object();
    const auto *kind = said.if_contains("t"), *first = said.if_contains("u");
    if (kind == nullptr || first == nullptr || !first->is_number() || (*kind != "v" && *kind != "a"))
        return std::nullopt;
    const auto* coding = said.if_contains("c");
    const bool g711 = coding != nullptr && (*coding == "g711" || *coding == "pcma" || *coding == "pcmu");
    const bool h264 = coding != nullptr && *coding == "h264";
    return Piece{
        file,
        *kind == "v",
        microseconds(first->to_number<std::int64_t>()),
        written_at(file),
        g711,
        h264,
        feed_in(file)};
}

std::vector<Piece> pieces_of(const fs::path& folder, std::int64_t& unread) {
    std::vector<Piece> all;
    std::error_code missing;
    for (const auto& each : fs::directory_iterator(folder, missing)) {
        if (each.path().extension() != ".mjr") continue;
        if (std::error_code gone; fs::file_size(each.path(), gone) == 0) continue;  // nothing came
        auto piece = read_piece(each.path());
        if (piece)
            all.push_back(std::move(*piece));
        else
            ++unread;
    }
    std::ranges::sort(all, {}, [](const Piece& each) { return std::pair(each.begun, each.file); });
    return all;
}

std::vector<std::size_t> places_of(const std::vector<Piece>& pictures) {
    struct Place {
        microseconds free_from;
        std::string who;
    };
    std::vector<Place> all;
    std::vector<std::size_t> places;
    for (const auto& each : pictures) {
        auto found = std::ranges::find_if(all, [&](const Place& one) {
            return !each.who.empty() && one.who == each.who && one.free_from <= each.begun + kWritten;
        });
        if (found == all.end())
            found = std::ranges::find_if(all, [&](const Place& one) { return one.free_from <= each.begun; });
        places.push_back(static_cast<std::size_t>(found - all.begin()));
        if (found == all.end())
            all.push_back({each.ended, each.who});
        else
            *found = {each.ended, each.who};
    }
    return places;
}

}  // namespace anlan::janus

#include "janus/film.hpp"

#include <fcntl.h>
#include <spdlog/spdlog.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <thread>

#include "child/run.hpp"
#include "seal/seal.hpp"

namespace anlan::janus {

namespace {

namespace fs = std::filesystem;
using child::End;
using meetings::FilmMade;
using std::chrono::microseconds;

constexpr std::chrono::seconds kStill{3}, kPieceMost{3600}, kFilmMost{12 * 3600};
constexpr std::chrono::milliseconds kWait{200};
/// It may be so long until a picture comes that needs no other: what ended before is missed by nobody.
constexpr std::chrono::seconds kGlimpse{2};
constexpr const char* kMaking = "making";

FilmMade film_fault(const char* fault) {
    FilmMade none;
    none.fault = fault;
    return none;
}

/// Janus closes its files a moment after the room is gone.
bool wait_until_still(const fs::path& folder, const std::function<bool()>& stop) {
    for (;;) {
        if (stop()) return false;
        std::int64_t ignored = 0;
        const auto pieces = pieces_of(folder, ignored);
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        const bool still = std::ranges::all_of(pieces, [&](const Piece& each) { return now - each.ended > kStill; });
        if (still) return true;
        std::this_thread::sleep_for(kWait);
    }
}

/// Of a file of any size: the system gives its pages as they are looked at. Empty: it cannot be read.
std::string digest_of(const fs::path& file) {
    const auto bytes = fs::file_size(file);
    const int open_file = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (open_file < 0) return {};
    void* seen = mmap(nullptr, bytes, PROT_READ, MAP_PRIVATE, open_file, 0);
    close(open_file);
    if (seen == MAP_FAILED) return {};
    auto digest = seal::sha256({static_cast<const char*>(seen), bytes});
    munmap(seen, bytes);
    return digest;
}

/// A recording that never came to a picture that needs no other has nothing to be seen, and would cost all the film.
bool has_picture(const fs::path& file, const std::function<bool()>& stop) {
    const std::vector<std::string> words{
        "ffmpeg",
        "-nostdin",
        "-loglevel",
        "quiet",
        "-max_error_rate",
        "1",
        "-i",
        file.string(),
        "-frames:v",
        "1",
        "-f",
        "null",
        "-"};
    return child::run_politely(words, kPieceMost, stop) != End::failed;
}

struct Converted {
    std::vector<Piece> pictures, voices;
    std::int64_t lost = 0;
    End end = End::well;
};

/// Packets into files that ffmpeg reads; the times stay those of the recordings.
Converted convert(const std::vector<Piece>& pieces, const fs::path& into, const std::function<bool()>& stop) {
    Converted made;
    for (const auto& each : pieces) {
        auto piece = each;
        const auto* kind = each.video ? (each.h264 ? ".mp4" : ".webm") : (each.g711 ? ".wav" : ".opus");
        piece.file = into / (each.file.stem().string() + kind);
        const auto end =
            child::run_politely({"janus-pp-rec", each.file.string(), piece.file.string()}, kPieceMost, stop);
        if (end == End::missing || end == End::stopped) {
            made.end = end;
            return made;
        }
        std::error_code gone;
        const bool whole = end == End::well && fs::file_size(piece.file, gone) > 0 && !gone;
        const bool nothing = !whole || (each.video && !has_picture(piece.file, stop));
        if (nothing)
            made.lost += whole && each.ended - each.begun < kGlimpse ? 0 : 1;
        else
            (each.video ? made.pictures : made.voices).push_back(std::move(piece));
    }
    return made;
}

std::optional<FilmMade> make_in(const fs::path& folder, const fs::path& making, const std::function<bool()>& stop) {
    std::int64_t unread = 0;
    const auto pieces = pieces_of(folder, unread);
    if (pieces.empty()) return film_fault(unread == 0 ? "nothing_recorded" : "unreadable");
    const auto made = convert(pieces, making, stop);
    if (made.end == End::stopped) return std::nullopt;
    if (made.end == End::missing) return film_fault("tool_missing");
    if (made.pictures.empty() && made.voices.empty()) return film_fault("unreadable");
    const auto begun = pieces.front().begun;
    const auto ended = std::ranges::max(pieces, {}, &Piece::ended).ended;
    const auto seconds = std::chrono::duration<double>(ended - begun).count();
    const auto film = making / "film.webm";
    const auto end = child::run_politely(film_words(made.pictures, made.voices, begun, seconds, film), kFilmMost, stop);
    if (end == End::stopped) return std::nullopt;
    if (end == End::missing) return film_fault("tool_missing");
    if (end != End::well) return film_fault("unreadable");
    FilmMade told;
    told.bytes = static_cast<std::int64_t>(fs::file_size(film));
    told.seconds = static_cast<std::int64_t>(seconds);
    told.lost = made.lost + unread;
    told.file = digest_of(film);
    if (told.file.empty()) return film_fault("unreadable");
    fs::rename(film, film_file(folder, told.file));
    return told;
}

}  // namespace

fs::path film_file(const fs::path& folder, const std::string& digest) {
    return folder / (digest + ".webm");
}

std::optional<FilmMade> make_film(const fs::path& folder, const std::function<bool()>& stop) {
    if (!wait_until_still(folder, stop)) return std::nullopt;
    const auto making = folder / kMaking;
    std::error_code ignored;
    fs::remove_all(making, ignored);
    std::optional<FilmMade> made;
    try {
        if (!fs::exists(folder)) return film_fault("nothing_recorded");
        fs::create_directory(making);
        made = make_in(folder, making, stop);
    } catch (const fs::filesystem_error& fault) {
        spdlog::warn("the film of {}: {}", folder.string(), fault.what());
        made = film_fault("no_room");
    }
    fs::remove_all(making, ignored);
    return made;
}

}  // namespace anlan::janus

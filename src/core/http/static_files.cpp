#include "http/static_files.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <charconv>
#include <fstream>

#include "seal/seal.hpp"

namespace anlan::http {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kInMemoryMax = 4 * 1024 * 1024;

std::string type_of(const fs::path& file) {
    static const std::unordered_map<std::string, std::string> types{
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".mjs", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json"},
        {".geojson", "application/geo+json"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".wasm", "application/wasm"},
        {".webmanifest", "application/manifest+json"},
        {".txt", "text/plain; charset=utf-8"},
        {".mp3", "audio/mpeg"}};
    const auto found = types.find(file.extension().string());
    return found == types.end() ? "application/octet-stream" : found->second;
}

bool compresses(const std::string& type) {
    return type.starts_with("text/") || type.find("json") != std::string::npos ||
           type.find("svg") != std::string::npos || type.find("wasm") != std::string::npos;
}

std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return value;
}

/// Below `root` and no way out of it: no "..", no hidden files.
std::optional<fs::path> below(const fs::path& root, std::string_view path) {
    const fs::path relative(
        path.substr(path.find_first_not_of('/') == std::string_view::npos ? path.size() : path.find_first_not_of('/'))
    );
    for (const auto& part : relative)
        if (part == ".." || part.string().starts_with('.')) return std::nullopt;
    if (path.find('\0') != std::string_view::npos || path.find('\\') != std::string_view::npos) return std::nullopt;
    return root / relative;
}

/// Never throws: a name of a thousand letters is no file either.
bool is_file(const fs::path& path) {
    std::error_code ignored;
    return fs::is_regular_file(path, ignored);
}

}  // namespace

std::string gzip(std::string_view text, int level) {
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
    std::string out(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool ok = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(ok ? stream.total_out : 0);
    deflateEnd(&stream);
    return out;
}

RangeAnswer read_range(std::string_view header, std::uint64_t bytes) {
    if (!header.starts_with("bytes=") || header.find(',') != std::string_view::npos) return {};
    header.remove_prefix(6);
    const auto dash = header.find('-');
    if (dash == std::string_view::npos) return {};
    const auto first = number(header.substr(0, dash));
    const auto last = number(header.substr(dash + 1));
    if (!first && !last) return {};
    if (!first) {
        if (*last == 0 || bytes == 0) return {std::nullopt, false};
        return {ByteRange{bytes - std::min(*last, bytes), bytes - 1}, true};
    }
    if (*first >= bytes || (last && *last < *first)) return {std::nullopt, false};
    return {ByteRange{*first, last ? std::min(*last, bytes - 1) : bytes - 1}, true};
}

StaticFiles::StaticFiles(fs::path root, std::vector<std::pair<std::string, fs::path>> mounts)
    : root_(std::move(root)), mounts_(std::move(mounts)) {}

std::shared_ptr<const StaticFile> StaticFiles::find(const std::string& path) {
    for (const auto& [prefix, folder] : mounts_) {
        if (!path.starts_with(prefix)) continue;
        const auto file = below(folder, path.substr(prefix.size()));
        return file && is_file(*file) ? load(*file, path) : nullptr;
    }
    if (root_.empty()) return nullptr;
    const auto file = below(root_, path);
    if (!file) return nullptr;
    if (is_file(*file)) return load(*file, path);
    const auto index = root_ / "index.html";
    return file->has_extension() || !is_file(index) ? nullptr : load(index, "/index.html");
}

std::shared_ptr<const StaticFile> StaticFiles::load(const fs::path& file, const std::string& path) {
    std::error_code gone;
    const auto written = fs::last_write_time(file, gone);
    const auto bytes = gone ? 0 : fs::file_size(file, gone);
    if (gone) return nullptr;
    {
        std::lock_guard lock(mutex_);
        const auto found = kept_.find(file.string());
        if (found != kept_.end() && found->second.first == written) return found->second.second;
    }
    auto made = std::make_shared<StaticFile>();
    made->path = file;
    made->type = type_of(file);
    made->bytes = bytes;
    made->in_memory = made->bytes <= kInMemoryMax;
    made->cache_control = path.starts_with("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    if (made->in_memory) {
        std::ifstream in(file, std::ios::binary);
        made->plain.assign(std::istreambuf_iterator<char>(in), {});
        made->bytes = made->plain.size();
        made->etag = "\"" + seal::sha256(made->plain).substr(0, 32) + "\"";
        if (compresses(made->type)) made->gzip = gzip(made->plain, 9);
    } else {
        made->etag = fmt::format("\"{:x}-{:x}\"", made->bytes, written.time_since_epoch().count());
    }
    std::lock_guard lock(mutex_);
    kept_[file.string()] = {written, made};
    return made;
}

}  // namespace anlan::http

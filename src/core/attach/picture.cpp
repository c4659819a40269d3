#include "attach/picture.hpp"

#include <cstdint>
#include <optional>

#include "attach/voice.hpp"

namespace anlan::attach {

namespace {

constexpr std::string_view kPngMark = "\x89PNG\r\n\x1A\n";

std::uint32_t big_endian(std::string_view bytes, std::size_t at, int count) {
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::uint32_t little_endian(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (int i = 3; i >= 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

/// Segments that say how the picture is drawn stay: JFIF, colour profile, Adobe's transform, tables and the scan.
bool stays_in_jpeg(unsigned marker) {
    const bool application = marker >= 0xE0 && marker <= 0xEF;
    const bool comment = marker == 0xFE;
    return !comment && (!application || marker == 0xE0 || marker == 0xE2 || marker == 0xEE);
}

std::optional<std::string> clean_jpeg(std::string_view bytes) {
    std::string kept(bytes.substr(0, 2));
    bool framed = false;
    for (std::size_t at = 2; at + 4 <= bytes.size();) {
        if (static_cast<unsigned char>(bytes[at]) != 0xFF) return std::nullopt;
        const auto marker = big_endian(bytes, at + 1, 1);
        const std::size_t length = big_endian(bytes, at + 2, 2);
        if (length < 2 || at + 2 + length > bytes.size()) return std::nullopt;
        framed = framed || (marker >= 0xC0 && marker <= 0xC3);
        if (marker == 0xDA) {  // the drawn part: to the end mark, and nothing behind it
            const auto end = bytes.rfind("\xFF\xD9");
            if (!framed || end == std::string_view::npos || end < at + 2 + length) return std::nullopt;
            kept += bytes.substr(at, end + 2 - at);
            return kept;
        }
        if (stays_in_jpeg(marker)) kept += bytes.substr(at, 2 + length);
        at += 2 + length;
    }
    return std::nullopt;
}

std::optional<std::string> clean_png(std::string_view bytes) {
    std::string kept(kPngMark);
    for (std::size_t at = kPngMark.size(); at + 12 <= bytes.size();) {
        const std::size_t length = big_endian(bytes, at, 4);
        if (length > bytes.size() || at + 12 + length > bytes.size()) return std::nullopt;
        const auto kind = bytes.substr(at + 4, 4);
        if (at == kPngMark.size() && kind != "IHDR") return std::nullopt;
        const bool told = kind == "eXIf" || kind == "tEXt" || kind == "zTXt" || kind == "iTXt" || kind == "tIME";
        if (!told) kept += bytes.substr(at, 12 + length);
        if (kind == "IEND") return kept;
        at += 12 + length;
    }
    return std::nullopt;
}

std::optional<std::string> clean_webp(std::string_view bytes) {
    std::string kept(bytes.substr(0, 12));
    bool drawn = false;
    std::size_t at = 12;
    while (at + 8 <= bytes.size()) {
        const std::size_t length = little_endian(bytes, at + 4);
        const auto whole = 8 + length + length % 2;
        if (length > bytes.size() || at + 8 + length > bytes.size()) return std::nullopt;
        const auto kind = bytes.substr(at, 4);
        drawn = drawn || kind.starts_with("VP8");
        if (kind != "EXIF" && kind != "XMP ") kept += bytes.substr(at, whole);
        at += whole;
    }
    if (!drawn) return std::nullopt;
    const auto size = static_cast<std::uint32_t>(kept.size() - 8);
    for (int i = 0; i < 4; ++i) kept[static_cast<std::size_t>(4 + i)] = static_cast<char>(size >> (8 * i) & 0xFF);
    return kept;
}

}  // namespace

std::string type_of(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
    if (bytes.starts_with(kPngMark)) return "image/png";
    if (bytes.size() > 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return "image/webp";
    if (bytes.starts_with("%PDF-")) return "application/pdf";
    return voice_type_of(bytes);
}

Result<std::string> cleaned(std::string_view bytes) {
    const auto type = type_of(bytes);
    if (type == "application/pdf") return std::string(bytes);
    if (type.starts_with("audio/") && bytes.size() > kVoiceBytesMax)
        return refuse(
            "voice_too_long", "", "录音不能超过 4 MB（约 10 分钟），请分几段说", "a voice note may have at most 4 MB"
        );
    if (type.starts_with("audio/")) return std::string(bytes);
    std::optional<std::string> kept;
    if (type == "image/jpeg") kept = clean_jpeg(bytes);
    if (type == "image/png") kept = clean_png(bytes);
    if (type == "image/webp") kept = clean_webp(bytes);
    if (kept) return std::move(*kept);
    if (type.empty())
        return refuse(
            "attachment_type",
            "",
            "只接受照片（JPEG、PNG、WebP）、录音或 PDF",
            "only photos (JPEG, PNG, WebP), voice notes or PDF are taken"
        );
    return refuse(
        "attachment_broken",
        "",
        "这张照片打不开（文件不完整），请重新拍一张",
        "this photo cannot be opened (the file is incomplete); please take it again"
    );
}

}  // namespace anlan::attach

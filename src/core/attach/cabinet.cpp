#include "attach/cabinet.hpp"

#include <algorithm>
#include <fstream>

#include "attach/picture.hpp"
#include "seal/seal.hpp"

namespace anlan::attach {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPart = ".part";
constexpr std::string_view kWhole = ".whole";  // names the attachment a finished upload became

bool is_hex(const std::string& text, std::size_t digits) {
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

Refusal too_large() {
    return refuse("attachment_too_large", "", "附件不能超过 10 MB", "an attachment may have at most 10 MB");
}

Refusal disk_full() {
    return refuse("storage_full", "", "磁盘已满，附件未保存", "the disk is full; the attachment was not saved");
}

Result<void> judge(const std::string& upload, std::int64_t from, std::int64_t total) {
    if (!is_hex(upload, 32) || from < 0 || total <= 0)
        return refuse(
            "upload_invalid", "upload", "上传编号或起点无效", "the upload's number or beginning is not valid"
        );
    if (total > kBytesMax) return too_large();
    return done();
}

std::string content(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::int64_t size_of(const fs::path& file) {
    std::error_code none;
    const auto size = fs::file_size(file, none);
    return none ? 0 : static_cast<std::int64_t>(size);
}

}  // namespace

Result<std::string> Cabinet::keep(std::string_view bytes) const {
    if (static_cast<std::int64_t>(bytes.size()) > kBytesMax) return too_large();
    BOOST_OUTCOME_TRY(auto clean, cleaned(bytes));
    const auto id = seal::sha256(clean);
    fs::create_directories(folder_);
    const auto file = folder_ / id;
    if (fs::exists(file)) return id;
    const auto part = folder_ / (id + std::string(kPart));
    std::ofstream(part, std::ios::binary) << clean;
    if (fs::file_size(part) != clean.size()) {
        fs::remove(part);
        return disk_full();
    }
    fs::rename(part, file);
    return id;
}

std::optional<std::string> Cabinet::read(const std::string& id) const {
    if (!is_hex(id, 64) || !fs::exists(folder_ / id)) return std::nullopt;
    return content(folder_ / id);
}

fs::path Cabinet::part_of(const std::string& person, const std::string& upload) const {
    return folder_ / "parts" / (seal::sha256(person).substr(0, 16) + "-" + upload);
}

Result<Progress> Cabinet::progress(const std::string& person, const std::string& upload) const {
    BOOST_OUTCOME_TRYV(judge(upload, 0, 1));
    const auto part = part_of(person, upload).string();
    if (const auto whole = content(part + std::string(kWhole)); is_hex(whole, 64))
        return Progress{size_of(folder_ / whole), whole};
    return Progress{size_of(part + std::string(kPart)), {}};
}

Result<Progress> Cabinet::add_part(
    const std::string& person, const std::string& upload, std::int64_t from, std::int64_t total, std::string_view bytes
) const {
    BOOST_OUTCOME_TRYV(judge(upload, from, total));
    BOOST_OUTCOME_TRY(auto known, progress(person, upload));
    if (!known.attachment.empty()) return known;
    if (from > known.held)
        return refuse(
            "upload_gap",
            "from",
            "前面的部分还没有收到，请从断点续传",
            "an earlier part is missing; go on from what has arrived"
        );
    if (from + static_cast<std::int64_t>(bytes.size()) > total) return too_large();
    const auto name = part_of(person, upload);
    const auto mine = name.filename().string().substr(0, 17);
    fs::create_directories(name.parent_path());
    const auto unfinished = std::count_if(
        fs::directory_iterator(name.parent_path()),
        fs::directory_iterator(),
        [&](const fs::directory_entry& each) {
            const auto file = each.path().filename().string();
            return file.starts_with(mine) && file.ends_with(kPart);
        }
    );
    if (known.held == 0 && static_cast<std::size_t>(unfinished) >= kUnfinishedMax)
        return refuse(
            "too_many_uploads", "", "未传完的附件太多，请先传完", "too many unfinished attachments; finish those first"
        );
    const auto part = name.string() + std::string(kPart);
    const auto fresh = bytes.substr(std::min<std::size_t>(bytes.size(), static_cast<std::size_t>(known.held - from)));
    std::ofstream(part, std::ios::binary | std::ios::app) << fresh;
    const auto held = size_of(part);
    if (held != known.held + static_cast<std::int64_t>(fresh.size())) {
        fs::resize_file(part, static_cast<std::uintmax_t>(known.held));
        return disk_full();
    }
    if (held < total) return Progress{held, {}};
    auto kept = keep(content(part));
    fs::remove(part);  // kept under its name, or refused: a file that is no photo does not become one by sending on
    if (!kept) return kept.error();
    std::ofstream(name.string() + std::string(kWhole), std::ios::binary) << kept.value();
    return Progress{total, std::move(kept.value())};
}

void Cabinet::sweep(fs::file_time_type before) const {
    std::error_code none;
    for (const auto& each : fs::directory_iterator(folder_ / "parts", none))
        if (each.last_write_time() < before) fs::remove(each.path(), none);
}

}  // namespace anlan::attach

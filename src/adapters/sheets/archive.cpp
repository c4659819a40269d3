#include "sheets/archive.hpp"

#include <zip.h>

namespace anlan::sheets {

namespace {

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

struct Archive::Inside {
    zip_t* zip = nullptr;
    ~Inside() {
        if (zip != nullptr) zip_discard(zip);
    }
};

Refusal sheet_unreadable() {
    return refuse(
        "sheet_unreadable",
        "",
        "打不开这个工作簿，请另存为 XLSX（不加密）或 CSV 后再试",
        "the workbook cannot be opened; save it as XLSX without a password, or as CSV"
    );
}

Refusal sheet_too_large() {
    return refuse(
        "sheet_too_large",
        "",
        "工作簿内容太多，请只保留要导入的一张表，最多 10000 行、200 列",
        "the workbook holds too much; keep only the table to import, at most 10,000 rows and 200 columns"
    );
}

Archive::Archive(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::open(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) return sheet_unreadable();
    auto inside = std::make_unique<Inside>();
    inside->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (inside->zip == nullptr) {
        zip_source_free(source);
        return sheet_unreadable();
    }
    return Archive(std::move(inside));
}

Result<std::optional<std::string>> Archive::part(const std::string& name) const {
    const auto index = zip_name_locate(inside_->zip, name.c_str(), 0);
    if (index < 0) return std::optional<std::string>();
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(inside_->zip, static_cast<zip_uint64_t>(index), 0)
    );
    if (!file) return sheet_unreadable();
    std::string content;
    std::string piece(64 * 1024, '\0');
    for (;;) {
        const auto count = zip_fread(file.get(), piece.data(), piece.size());
        if (count < 0) return sheet_unreadable();
        if (count == 0) return std::optional(std::move(content));
        content.append(piece, 0, static_cast<std::size_t>(count));
        if (content.size() > kPartBytesMax) return sheet_too_large();
    }
}

}  // namespace anlan::sheets

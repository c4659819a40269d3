#include "ebd/tar.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

#include "base/ensure.hpp"

namespace anlan::ebd {

namespace {

struct Free {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};
struct FreeRead {
    void operator()(archive* from) const { archive_read_free(from); }
};
struct FreeWrite {
    void operator()(archive* into) const { archive_write_free(into); }
};

la_ssize_t append(archive*, void* into, const void* bytes, std::size_t size) {
    static_cast<std::string*>(into)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

bool is_plain_name(const char* name) {
    const std::string_view text = name == nullptr ? "" : name;
    return !text.empty() && text.front() != '.' && text.find_first_of("/\\") == std::string_view::npos;
}

/// The bytes of the file the reader stands at; nothing when they are damaged or more than `room`.
std::optional<std::string> contents(archive* from, std::size_t room) {
    std::string all;
    char buffer[16 * 1024];
    for (;;) {
        const auto got = archive_read_data(from, buffer, sizeof buffer);
        if (got == 0) return all;
        if (got < 0 || all.size() + static_cast<std::size_t>(got) > room) return std::nullopt;
        all.append(buffer, static_cast<std::size_t>(got));
    }
}

}  // namespace

std::string write_tar(const std::vector<TarFile>& files) {
    std::string out;
    const std::unique_ptr<archive, FreeWrite> into(archive_write_new());
    archive_write_set_format_ustar(into.get());
    archive_write_set_bytes_in_last_block(into.get(), 1);
    ensure(archive_write_open(into.get(), &out, nullptr, &append, nullptr) == ARCHIVE_OK, "an archive in memory opens");
    for (const auto& file : files) {
        const std::unique_ptr<archive_entry, Free> entry(archive_entry_new());
        archive_entry_set_pathname(entry.get(), file.name.c_str());
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.bytes.size()));
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        const bool begun = archive_write_header(into.get(), entry.get()) == ARCHIVE_OK;
        ensure(begun, "a file can be added to an archive in memory");
        archive_write_data(into.get(), file.bytes.data(), file.bytes.size());
    }
    archive_write_close(into.get());
    return out;
}

std::optional<std::vector<TarFile>> read_tar(std::string_view bytes, const TarLimits& limits) {
    const std::unique_ptr<archive, FreeRead> from(archive_read_new());
    archive_read_support_format_tar(from.get());
    if (archive_read_open_memory(from.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return std::nullopt;
    std::vector<TarFile> files;
    std::size_t room = limits.bytes;
    archive_entry* entry = nullptr;  // the archive's own
    for (;;) {
        const auto found = archive_read_next_header(from.get(), &entry);
        if (found == ARCHIVE_EOF) return files;
        if (found != ARCHIVE_OK || files.size() == limits.files) return std::nullopt;
        const auto* name = archive_entry_pathname(entry);
        const bool linked = archive_entry_hardlink(entry) != nullptr;
        if (archive_entry_filetype(entry) != AE_IFREG || linked || !is_plain_name(name)) return std::nullopt;
        std::string kept = name;
        auto inside = contents(from.get(), room);
        if (!inside) return std::nullopt;
        room -= inside->size();
        files.push_back({std::move(kept), std::move(*inside)});
    }
}

}  // namespace anlan::ebd

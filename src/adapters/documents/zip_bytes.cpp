#include "print/zip_bytes.hpp"

#include <zip.h>

#include "base/ensure.hpp"

namespace anlan::print {

namespace {

constexpr zip_uint16_t kFirstDosDay = (1U << 5U) | 1U;  ///< 1980-01-01: equal input, equal bytes in every zone

std::string read_all(zip_source_t* source) {
    zip_stat_t state;
    ensure(zip_source_stat(source, &state) == 0 && zip_source_open(source) == 0, "a file in memory can be read");
    std::string bytes(state.size, '\0');
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    return bytes;
}

}  // namespace

std::string zip_bytes(const std::vector<std::pair<std::string, std::string>>& parts) {
    zip_error_t fault;
    zip_error_init(&fault);
    auto* target = zip_source_buffer_create(nullptr, 0, 0, &fault);
    ensure(target != nullptr, "a file can be begun in memory");
    zip_source_keep(target);
    auto* zip = zip_open_from_source(target, ZIP_TRUNCATE, &fault);
    ensure(zip != nullptr, "a zip file can be begun in memory");
    for (const auto& [path, content] : parts) {
        auto* part = zip_source_buffer(zip, content.data(), content.size(), 0);
        const auto index = zip_file_add(zip, path.c_str(), part, ZIP_FL_ENC_UTF_8);
        ensure(index >= 0, "a part can be added");
        zip_file_set_dostime(zip, static_cast<zip_uint64_t>(index), 0, kFirstDosDay, 0);
    }
    ensure(zip_close(zip) == 0, "a zip file in memory can be finished");
    auto bytes = read_all(target);
    zip_source_free(target);
    return bytes;
}

}  // namespace anlan::print

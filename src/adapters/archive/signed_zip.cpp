#include "archive/signed_zip.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <memory>
#include <set>

#include "base/ensure.hpp"
#include "base/reflect.hpp"

namespace anlan::archive {

namespace {

constexpr zip_uint64_t kFileBytesMax = 512ULL * 1024 * 1024;

struct ListedFile {
    std::string path;
    std::int64_t bytes = 0;
    std::string sm3;
};
BOOST_DESCRIBE_STRUCT(ListedFile, (), (path, bytes, sm3))

struct Manifest {
    std::string format = "anlan-archive/1";
    std::string node;
    std::vector<ListedFile> files;
};
BOOST_DESCRIBE_STRUCT(Manifest, (), (format, node, files))

struct Free {
    void operator()(zip_t* zip) const { zip_discard(zip); }
    void operator()(zip_source_t* source) const { zip_source_free(source); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

bool is_squeezed(const std::string& path) {
    for (const auto* ending : {".jpg", ".png", ".webp", ".pdf", ".docx"})
        if (path.ends_with(ending)) return true;
    return false;
}

void add(zip_t* zip, const std::string& path, const std::string& content) {
    auto* source = zip_source_buffer(zip, content.data(), content.size(), 0);
    const auto index = zip_file_add(zip, path.c_str(), source, ZIP_FL_ENC_UTF_8 | ZIP_FL_OVERWRITE);
    ensure(index >= 0, "a file can be added to an archive in memory");
    // A photo or PDF is squeezed already: trying again costs seconds and saves nothing.
    if (is_squeezed(path)) zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
    zip_file_set_mtime(
        zip, static_cast<zip_uint64_t>(index), 946'684'800, 0
    );  // the journal knows the times; equal input, equal bytes
}

std::string bytes_of(zip_source_t* source) {
    zip_stat_t state;
    ensure(zip_source_stat(source, &state) == 0 && zip_source_open(source) == 0, "an archive in memory can be read");
    std::string bytes(state.size, '\0');
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    return bytes;
}

std::optional<std::string> read(zip_t* zip, zip_uint64_t index) {
    zip_stat_t state;
    if (zip_stat_index(zip, index, 0, &state) != 0 || state.size > kFileBytesMax) return std::nullopt;
    std::unique_ptr<zip_file_t, Free> file(zip_fopen_index(zip, index, 0));
    if (!file) return std::nullopt;
    std::string content(state.size, '\0');
    if (zip_fread(file.get(), content.data(), content.size()) != static_cast<zip_int64_t>(content.size()))
        return std::nullopt;
    return content;
}

ArchiveProof broken(std::string zh, std::string en) {
    return {false, {}, 0, {}, std::move(zh), std::move(en)};
}

ArchiveProof judge(const std::map<std::string, std::string>& files) {
    for (const auto* needed : {"manifest.json", "signature.sm2", "public.pem"})
        if (!files.contains(needed))
            return broken(fmt::format("缺少 {}", needed), fmt::format("{} is missing", needed));
    const auto& text = files.at("manifest.json");
    if (!seal::verify(files.at("public.pem"), text, files.at("signature.sm2")))
        return broken("签名不符", "the signature does not hold");
    const auto manifest = from_json_text<Manifest>(text);
    if (!manifest) return broken("清单读不出", "the manifest cannot be read");
    std::set<std::string> listed{"manifest.json", "signature.sm2", "public.pem"};
    for (const auto& file : manifest.value().files) {
        listed.insert(file.path);
        const auto found = files.find(file.path);
        if (found == files.end())
            return broken(fmt::format("缺少 {}", file.path), fmt::format("{} is missing", file.path));
        if (seal::sm3(found->second) != file.sm3)
            return broken(fmt::format("{} 被改动过", file.path), fmt::format("{} was altered", file.path));
    }
    for (const auto& [path, content] : files)
        if (!listed.contains(path)) return broken(fmt::format("多出 {}", path), fmt::format("{} was put in", path));
    return {
        true, manifest.value().node, static_cast<std::int64_t>(manifest.value().files.size()), seal::sm3(text), "", ""};
}

std::string manifest_of(const AreaCode& node, const std::vector<documents::ArchiveFile>& files) {
    Manifest manifest;
    manifest.node = node.text;
    for (const auto& file : files)
        manifest.files.push_back({file.path, static_cast<std::int64_t>(file.content.size()), seal::sm3(file.content)});
    return to_json_text(manifest);
}

}  // namespace

std::string SignedZip::digest(const std::vector<documents::ArchiveFile>& files) const {
    return seal::sm3(manifest_of(node_, files));
}

Result<std::string> SignedZip::pack(const std::vector<documents::ArchiveFile>& files) const {
    const auto list = manifest_of(node_, files);
    const auto signature = seal::sign(key_.private_pem, list);
    zip_error_t fault;
    zip_error_init(&fault);
    std::unique_ptr<zip_source_t, Free> whole(zip_source_buffer_create(nullptr, 0, 0, &fault));
    zip_source_keep(whole.get());
    auto* zip = zip_open_from_source(whole.get(), ZIP_TRUNCATE, &fault);
    ensure(zip != nullptr, "an archive can be opened in memory");
    for (const auto& file : files) add(zip, file.path, file.content);
    add(zip, "manifest.json", list);
    add(zip, "signature.sm2", signature);
    add(zip, "public.pem", key_.public_pem);
    if (zip_close(zip) != 0) {
        zip_discard(zip);
        return refuse("archive_failed", "", "归档打包失败，请重试", "the archive could not be packed; try again");
    }
    return bytes_of(whole.get());
}

ArchiveProof prove(const std::string& bytes) {
    zip_error_t fault;
    zip_error_init(&fault);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &fault);
    std::unique_ptr<zip_t, Free> zip(zip_open_from_source(source, ZIP_RDONLY, &fault));
    if (!zip) {
        zip_source_free(source);
        return broken("不是完整的归档文件", "it is not a whole archive");
    }
    std::map<std::string, std::string> files;
    const auto count = zip_get_num_entries(zip.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        const char* name = zip_get_name(zip.get(), index, 0);
        auto content = read(zip.get(), index);
        if (name == nullptr) return broken("归档目录读不出", "the archive's directory cannot be read");
        if (!content)
            return broken(
                fmt::format("{} 被改动过，读不出", name), fmt::format("{} was altered and cannot be read", name)
            );
        files[name] = std::move(*content);
    }
    return judge(files);
}

}  // namespace anlan::archive

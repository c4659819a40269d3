#include <fstream>

#include "app/system_api.hpp"
#include "seal/seal.hpp"

namespace anlan::app {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBytesMax = 10 * 1024 * 1024;

/// The type by the file's first bytes, not by what the sender says. Empty: none that is taken.
std::string type_of(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return "image/png";
    if (bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return "image/webp";
    if (bytes.starts_with("%PDF-")) return "application/pdf";
    return {};
}

struct Attachment {
    std::string id;  ///< SHA-256 of the bytes
    std::string url;
};
BOOST_DESCRIBE_STRUCT(Attachment, (), (id, url))

bool looks_like_digest(const std::string& id) {
    return id.size() == 64 && id.find_first_not_of("0123456789abcdef") == std::string::npos;
}

Result<http::Answer> keep(const fs::path& folder, const http::Call& call) {
    const auto& bytes = call.request.body;
    if (bytes.size() > kBytesMax)
        return refuse("attachment_too_large", "", "附件不能超过 10 MB", "an attachment may have at most 10 MB");
    if (type_of(bytes).empty())
        return refuse(
            "attachment_type",
            "",
            "只接受照片（JPEG、PNG、WebP）或 PDF",
            "only photos (JPEG, PNG, WebP) or PDF are taken"
        );
    const auto id = seal::sha256(bytes);
    fs::create_directories(folder);
    const auto file = folder / id;
    if (!fs::exists(file)) {
        const auto part = folder / (id + ".part");
        std::ofstream(part, std::ios::binary) << bytes;
        if (fs::file_size(part) != bytes.size()) {
            fs::remove(part);
            return refuse("storage_full", "", "磁盘已满，附件未保存", "the disk is full; the attachment was not saved");
        }
        fs::rename(part, file);
    }
    return http::json_answer(201, to_json(Attachment{id, "/api/v1/attachments/" + id}));
}

Result<http::Answer> give(const fs::path& folder, const http::Call& call) {
    const auto id = call.path("attachment");
    if (!looks_like_digest(id) || !fs::exists(folder / id))
        return refuse("attachment_unknown", "", "没有这个附件", "there is no such attachment");
    std::ifstream file(folder / id, std::ios::binary);
    http::Answer answer;
    answer.body.assign(std::istreambuf_iterator<char>(file), {});
    answer.content_type = type_of(answer.body);
    answer.headers = {
        {"Cache-Control", "private, max-age=31536000, immutable"}, {"Content-Security-Policy", "default-src 'none'"}};
    return answer;
}

}  // namespace

void add_attachment_endpoints(http::Endpoints& table, const fs::path& folder) {
    auto& post = table.add(http::Method::post, "/api/v1/attachments", "", "上传附件", "keep a photo or document");
    post.creates = true;
    post.takes = {{"type", "string"}, {"contentMediaType", "application/octet-stream"}};
    post.answers<Attachment>();
    post.read = [folder](const http::Call& call, store::Rows&) { return keep(folder, call); };
    auto& one = table.add(http::Method::get, "/api/v1/attachments/{attachment}", "", "取附件", "an attachment");
    one.gives = {{"type", "string"}, {"contentMediaType", "application/octet-stream"}};
    one.read = [folder](const http::Call& call, store::Rows&) { return give(folder, call); };
}

}  // namespace anlan::app

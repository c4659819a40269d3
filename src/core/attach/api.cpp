#include "attach/api.hpp"

#include <charconv>

#include "attach/cabinet.hpp"
#include "attach/picture.hpp"

namespace anlan::attach {

namespace {

constexpr std::chrono::hours kPartsKept{30 * 24};

struct Attachment {
    std::string id;  ///< SHA-256 of the bytes
    std::string url;
};
BOOST_DESCRIBE_STRUCT(Attachment, (), (id, url))

/// Where to go on; with the attachment's id when all has arrived.
struct Arrived {
    std::int64_t held = 0;
    std::optional<std::string> attachment;
};
BOOST_DESCRIBE_STRUCT(Arrived, (), (held, attachment))

Arrived arrived(Progress progress) {
    Arrived told{progress.held, std::nullopt};
    if (!progress.attachment.empty()) told.attachment = std::move(progress.attachment);
    return told;
}

std::int64_t whole(const std::string& text) {
    std::int64_t value = -1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

Result<http::Answer> keep(const Cabinet& cabinet, const http::Call& call) {
    BOOST_OUTCOME_TRY(auto id, cabinet.keep(call.request.body));
    return http::json_answer(201, to_json(Attachment{id, "/api/v1/attachments/" + id}));
}

Result<http::Answer> give(const Cabinet& cabinet, const http::Call& call) {
    auto bytes = cabinet.read(call.path("attachment"));
    if (!bytes) return refuse("attachment_unknown", "", "没有这个附件", "there is no such attachment");
    http::Answer answer;
    answer.content_type = type_of(*bytes);
    answer.body = std::move(*bytes);
    answer.headers = {
        {"Cache-Control", "private, max-age=31536000, immutable"}, {"Content-Security-Policy", "default-src 'none'"}};
    return answer;
}

Result<http::Answer> add(const Cabinet& cabinet, const http::Call& call) {
    BOOST_OUTCOME_TRY(
        auto progress,
        cabinet.add_part(
            call.caller.person.text,
            call.path("upload"),
            whole(call.query("from")),
            whole(call.query("total")),
            call.request.body
        )
    );
    if (progress.attachment.empty()) cabinet.sweep(std::filesystem::file_time_type::clock::now() - kPartsKept);
    return http::json_answer(200, to_json(arrived(std::move(progress))));
}

Result<http::Answer> tell(const Cabinet& cabinet, const http::Call& call) {
    BOOST_OUTCOME_TRY(auto progress, cabinet.progress(call.caller.person.text, call.path("upload")));
    return http::json_answer(200, to_json(arrived(std::move(progress))));
}

}  // namespace

void add_endpoints(http::Endpoints& table, const std::filesystem::path& folder) {
    const Cabinet cabinet(folder);
    const json::value bytes{{"type", "string"}, {"contentMediaType", "application/octet-stream"}};
    auto& post = table.add(http::Method::post, "/api/v1/attachments", "", "上传附件", "keep a photo or document");
    post.creates = true;
    post.takes = bytes;
    post.answers<Attachment>();
    post.read = [cabinet](const http::Call& call, store::Rows&) { return keep(cabinet, call); };
    auto& one = table.add(http::Method::get, "/api/v1/attachments/{attachment}", "", "取附件", "an attachment");
    one.gives = bytes;
    one.read = [cabinet](const http::Call& call, store::Rows&) { return give(cabinet, call); };
    auto& part = table.add(
        http::Method::put, "/api/v1/uploads/{upload}", "", "分段上传附件，可续传", "send an attachment in parts"
    );
    part.takes = bytes;
    part.answers<Arrived>().asks({http::asked_whole("from"), http::asked_whole("total")});
    part.read = [cabinet](const http::Call& call, store::Rows&) { return add(cabinet, call); };
    auto& far = table.add(
        http::Method::get, "/api/v1/uploads/{upload}", "", "附件已传到哪里", "how far an attachment has come"
    );
    far.answers<Arrived>();
    far.read = [cabinet](const http::Call& call, store::Rows&) { return tell(cabinet, call); };
}

}  // namespace anlan::attach

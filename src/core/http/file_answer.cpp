#include "http/file_answer.hpp"

#include <algorithm>

namespace anlan::http {

namespace {

constexpr const char* kFile = "X-Anlan-File";  ///< taken out before anything is sent
constexpr const char* kEtag = "ETag";

}  // namespace

Answer file_answer(const std::filesystem::path& file, std::string content_type, const std::string& digest) {
    Answer answer;
    answer.content_type = std::move(content_type);
    answer.headers = {{kFile, file.string()}, {kEtag, "\"" + digest + "\""}};
    return answer;
}

std::shared_ptr<const StaticFile> taken_file(Answer& answer) {
    const auto found = std::ranges::find(answer.headers, kFile, &std::pair<std::string, std::string>::first);
    if (found == answer.headers.end()) return nullptr;
    auto made = std::make_shared<StaticFile>();
    made->path = found->second;
    made->type = answer.content_type;
    made->cache_control = "private, no-cache";
    for (const auto& [name, value] : answer.headers)
        if (name == kEtag) made->etag = value;
    std::error_code gone;
    made->bytes = std::filesystem::file_size(made->path, gone);
    answer = {};
    if (!gone) return made;
    answer.status = 404;
    return nullptr;
}

}  // namespace anlan::http

#include <boost/url.hpp>
#include <mutex>
#include <unordered_map>

#include "base/reflect.hpp"
#include "http/shared.hpp"

namespace anlan::http {

namespace {

constexpr std::size_t kKeptMost = 32, kKeptBytesMax = 256 * 1024;
constexpr std::size_t kGzipBytesMin = 1'400;  // below one packet it saves nothing

// MapLibre 5 starts its worker from a blob; element styles are set by Vue and Element Plus; the reader of codes is
// WebAssembly; a voice note is heard from a blob before it is sent.
constexpr const char* kContentPolicy =
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; style-src 'self' "
    "'unsafe-inline'; "
    "img-src 'self' data: blob:; connect-src 'self' ws: wss:; font-src 'self' data:; media-src 'self' blob:; "
    "object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

std::string cookie_of(std::string_view header, std::string_view name) {
    while (!header.empty()) {
        const auto end = std::min(header.find(';'), header.size());
        auto one = header.substr(0, end);
        header.remove_prefix(std::min(end + 1, header.size()));
        while (one.starts_with(' ')) one.remove_prefix(1);
        const auto equals = one.find('=');
        if (equals != std::string_view::npos && one.substr(0, equals) == name)
            return std::string(one.substr(equals + 1));
    }
    return {};
}

std::string lower(std::string text) {
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::string text_of(beast::string_view text) {
    return {text.data(), text.size()};
}

bool read_method(bhttp::verb verb, Method& into) {
    switch (verb) {
        case bhttp::verb::get:
        case bhttp::verb::head:
            into = Method::get;
            return true;
        case bhttp::verb::post:
            into = Method::post;
            return true;
        case bhttp::verb::put:
            into = Method::put;
            return true;
        case bhttp::verb::delete_:
            into = Method::del;
            return true;
        default:
            return false;
    }
}

/// The gzip of a text that many ask for, made when the first one does.
std::shared_ptr<const std::string> squeezed_once(const std::string& text) {
    static std::mutex mutex;
    static std::unordered_map<std::string, std::shared_ptr<const std::string>> kept;
    {
        const std::lock_guard lock(mutex);
        if (const auto found = kept.find(text); found != kept.end()) return found->second;
    }
    auto made = std::make_shared<const std::string>(gzip(text, 9));
    if (text.size() > kKeptBytesMax) return made;
    const std::lock_guard lock(mutex);
    if (kept.size() >= kKeptMost) kept.clear();
    kept.emplace(text, made);
    return made;
}

}  // namespace

std::optional<Answer> read_request(const bhttp::request<bhttp::string_body>& from, Request& into) {
    const auto malformed = [] {
        return socket_problem(400, "request_malformed", "请求格式有误", "the request is malformed");
    };
    if (!read_method(from.method(), into.method)) {
        auto answer = socket_problem(405, "method_wrong", "这里不支持该操作", "that method is not supported here");
        answer.headers.emplace_back("Allow", "GET, HEAD, POST, PUT, DELETE");
        return answer;
    }
    const auto text = text_of(from.target());  // the view below looks into it
    const auto target = boost::urls::parse_origin_form(text);
    if (!target) return malformed();
    const auto path = target->path();
    if (path.find('\0') != std::string::npos) return malformed();
    into.path = path;
    for (const auto& each : target->params()) into.query[each.key] = each.value;
    auto type = text_of(from[bhttp::field::content_type]);
    type = type.substr(0, type.find(';'));
    while (type.ends_with(' ')) type.pop_back();
    into.content_type = lower(std::move(type));
    into.accept_language = text_of(from[bhttp::field::accept_language]);
    into.idempotency_key = text_of(from["Idempotency-Key"]);
    into.origin = text_of(from[bhttp::field::origin]);
    into.host = text_of(from[bhttp::field::host]);
    const auto authorization = text_of(from[bhttp::field::authorization]);
    if (authorization.starts_with("Bearer ")) {
        into.bearer = authorization.substr(7);
    } else {
        into.bearer = cookie_of(text_of(from[bhttp::field::cookie]), "anlan_session");
        into.from_cookie = !into.bearer.empty();
    }
    return std::nullopt;
}

bhttp::response<bhttp::string_body> to_beast(
    Answer&& answer, const Request& request, bool keep_alive, bool accepts_gzip
) {
    bhttp::response<bhttp::string_body> response{static_cast<bhttp::status>(answer.status), 11};
    response.set(bhttp::field::server, "anlan");
    response.set(bhttp::field::x_frame_options, "DENY");
    response.set("X-Content-Type-Options", "nosniff");
    response.set("Referrer-Policy", "no-referrer");
    response.set("Content-Security-Policy", kContentPolicy);
    if (request.path.starts_with("/api/")) response.set(bhttp::field::cache_control, "no-store");
    if (!answer.body.empty()) response.set(bhttp::field::content_type, answer.content_type);
    for (auto& [name, value] : answer.headers) {
        // A file name somebody chose must not begin a header of its own.
        std::erase_if(value, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
        response.set(name, value);
    }
    const bool text = answer.content_type.find("json") != std::string::npos || answer.content_type.starts_with("text/");
    if (accepts_gzip && text && answer.body.size() >= kGzipBytesMin) {
        // What is named by an ETag will be asked for again.
        const bool named = response.find(bhttp::field::etag) != response.end();
        response.set(bhttp::field::content_encoding, "gzip");
        response.set(bhttp::field::vary, "Accept-Encoding");
        answer.body = named ? *squeezed_once(answer.body) : gzip(answer.body, 1);
    }
    response.body() = std::move(answer.body);
    response.keep_alive(keep_alive);
    response.prepare_payload();
    return response;
}

Answer socket_problem(int status, const std::string& code, const std::string& zh, const std::string& en) {
    Answer answer;
    answer.status = status;
    answer.content_type = "application/problem+json; charset=utf-8";
    answer.body = json::serialize(json::object{
        {"type", "about:blank"},
        {"title", en},
        {"status", status},
        {"code", code},
        {"field", ""},
        {"message", zh},
        {"message_zh", zh},
        {"message_en", en}});
    return answer;
}

}  // namespace anlan::http

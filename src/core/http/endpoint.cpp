#include "http/endpoint.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <utility>

namespace anlan::http {

namespace {

bool ends_with_any(std::string_view code, std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](auto ending) { return code.ends_with(ending); });
}

bool starts_with_any(std::string_view code, std::initializer_list<std::string_view> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(), [&](auto each) { return code.starts_with(each); });
}

const char* title_of(int status) {
    switch (status) {
        case 401:
            return "Log in first";
        case 403:
            return "Not permitted";
        case 404:
            return "Not found";
        case 405:
            return "Method not allowed";
        case 409:
            return "Conflict";
        case 413:
            return "Too large";
        case 423:
            return "Locked";
        case 429:
            return "Too many requests";
        case 503:
            return "Stopping";
        case 507:
            return "Storage full";
        default:
            return status >= 500 ? "Fault" : "Refused";
    }
}

}  // namespace

std::string Call::query(const std::string& name, std::string otherwise) const {
    if (endpoint != nullptr) {
        const auto& declared = endpoint->queries;
        const bool known =
            std::any_of(declared.begin(), declared.end(), [&](const Asked& asked) { return asked.name == name; });
        if (!known) throw std::logic_error(endpoint->path + " reads ?" + name + "= and does not declare it");
    }
    return request.query_value(name, std::move(otherwise));
}

std::int64_t Call::limit(std::int64_t usual, std::int64_t most) const {
    const auto text = query("limit");
    std::int64_t value = usual;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::clamp<std::int64_t>(value, 1, most);
}

Answer json_answer(int status, const json::value& body) {
    return {.status = status, .body = json::serialize(body), .headers = {}};
}

Answer problem(int status, const Refusal& refusal, bool english, const json::object& more) {
    auto body = to_json(Problem{
                            "about:blank",
                            title_of(status),
                            status,
                            refusal.code,
                            refusal.field,
                            english ? refusal.en : refusal.zh,
                            refusal.zh,
                            refusal.en})
                    .as_object();
    for (const auto& pair : more) body.insert_or_assign(pair.key(), pair.value());
    auto answer = json_answer(status, body);
    answer.content_type = "application/problem+json; charset=utf-8";
    return answer;
}

int status_of(const std::string& code) {
    if (code == "login_refused" || code == "login_wanted" || code == "totp_wanted") return 401;
    if (code == "login_locked") return 423;
    if (code == "json_invalid") return 400;
    if (code == "storage_full") return 507;
    if (code == "storage_fault") return 500;
    if (code == "stopping") return 503;
    if (code == "body_too_large") return 413;
    if (starts_with_any(code, {"not_permitted", "not_called", "not_yours", "not_at_this_level", "origin_foreign"}))
        return 403;
    if (starts_with_any(code, {"already_", "world_mixed"})) return 409;
    if (starts_with_any(code, {"too_many"})) return 429;
    if (code != "field_unknown" && ends_with_any(code, {"_unknown"})) return 404;
    return 422;
}

Endpoint& Endpoints::add(Method method, std::string path, std::string permission, std::string zh, std::string en) {
    Endpoint made;
    made.method = method;
    made.path = std::move(path);
    made.permission = std::move(permission);
    made.zh = std::move(zh);
    made.en = std::move(en);
    return all_.emplace_back(std::move(made));
}

}  // namespace anlan::http

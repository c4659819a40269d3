#include "http/openapi.hpp"

#include <fmt/format.h>

namespace anlan::http {

namespace {

std::string word_of(Method method) {
    switch (method) {
        case Method::get:
            return "get";
        case Method::post:
            return "post";
        case Method::put:
            return "put";
        case Method::del:
            return "delete";
    }
    return {};
}

/// "post /api/v1/calls/{call}/answer" → "post_calls_answer_call": stable names for generated clients.
std::string operation_id(const Endpoint& endpoint) {
    std::string id = word_of(endpoint.method);
    std::string part;
    for (const char c : endpoint.path.substr(endpoint.path.starts_with("/api/v1") ? 7 : 0) + "/") {
        if (c != '/') {
            if (c != '{' && c != '}') part.push_back(c == '-' || c == '.' ? '_' : c);
            continue;
        }
        if (!part.empty()) id += "_" + part;
        part.clear();
    }
    return id;
}

json::array parameters_of(const Endpoint& endpoint) {
    json::array list;
    for (auto at = endpoint.path.find('{'); at != std::string::npos; at = endpoint.path.find('{', at + 1)) {
        const auto name = endpoint.path.substr(at + 1, endpoint.path.find('}', at) - at - 1);
        list.push_back({{"name", name}, {"in", "path"}, {"required", true}, {"schema", {{"type", "string"}}}});
    }
    for (const auto& name : endpoint.queries)
        list.push_back({{"name", name}, {"in", "query"}, {"required", false}, {"schema", {{"type", "string"}}}});
    return list;
}

json::value operation_of(const Endpoint& endpoint) {
    json::object operation{
        {"operationId", operation_id(endpoint)},
        {"summary", endpoint.zh},
        {"description", endpoint.en},
        {"x-permission", endpoint.permission},
        {"parameters", parameters_of(endpoint)}};
    if (endpoint.takes.is_object())
        operation.emplace(
            "requestBody", json::object{{"content", {{"application/json", {{"schema", endpoint.takes}}}}}}
        );
    json::object ok{{"description", "OK"}};
    if (endpoint.gives.is_object())
        ok.emplace("content", json::object{{"application/json", {{"schema", endpoint.gives}}}});
    json::object responses;
    responses.emplace(endpoint.creates ? "201" : "200", std::move(ok));
    responses.emplace("default", json::object{{"description", "application/problem+json (RFC 9457)"}});
    operation.emplace("responses", std::move(responses));
    return operation;
}

}  // namespace

json::value openapi_of(const Endpoints& endpoints, const std::string& version) {
    json::object paths;
    for (const auto& endpoint : endpoints.all()) {
        auto& path = paths[endpoint.path];
        if (!path.is_object()) path = json::object();
        path.as_object().emplace(word_of(endpoint.method), operation_of(endpoint));
    }
    return {
        {"openapi", "3.1.0"},
        {"info", {{"title", "安澜 Anlan"}, {"version", version}}},
        {"components",
         {{"securitySchemes",
           {{"bearer", {{"type", "http"}, {"scheme", "bearer"}}},
            {"cookie", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "anlan_session"}}}}}}},
        {"paths", std::move(paths)}};
}

std::string permission_matrix(
    const Endpoints& endpoints, const std::map<std::string, std::set<std::string>>& permissions_of_roles
) {
    std::string table = "| method | path | permission | roles |\n|---|---|---|---|\n";
    for (const auto& endpoint : endpoints.all()) {
        std::string roles;
        for (const auto& [role, permissions] : permissions_of_roles)
            if (permissions.contains(endpoint.permission)) roles += (roles.empty() ? "" : ", ") + role;
        if (endpoint.permission.empty()) roles = "(every person logged in)";
        if (endpoint.permission == "public") roles = "(everybody)";
        table +=
            fmt::format("| {} | {} | {} | {} |\n", word_of(endpoint.method), endpoint.path, endpoint.permission, roles);
    }
    return table;
}

}  // namespace anlan::http

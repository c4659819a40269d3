#include "http/openapi.hpp"

#include <fmt/format.h>

#include "http/components.hpp"

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

std::vector<std::string> path_names(const Endpoint& endpoint) {
    std::vector<std::string> names;
    for (auto at = endpoint.path.find('{'); at != std::string::npos; at = endpoint.path.find('{', at + 1))
        names.push_back(endpoint.path.substr(at + 1, endpoint.path.find('}', at) - at - 1));
    return names;
}

json::array parameters_of(const Endpoint& endpoint) {
    json::array list;
    for (const auto& name : path_names(endpoint))
        list.push_back({{"name", name}, {"in", "path"}, {"required", true}, {"schema", {{"type", "string"}}}});
    for (const auto& asked : endpoint.queries)
        list.push_back({{"name", asked.name}, {"in", "query"}, {"required", false}, {"schema", asked.schema}});
    return list;
}

/// A body as it is sent: what stands in the address is not repeated, and what is left out keeps its default, so that
/// nothing is required before the room has judged it.
json::value body_of(const Endpoint& endpoint) {
    auto schema = endpoint.takes;
    auto* object = schema.if_object();
    if (object == nullptr) return schema;
    object->erase("required");
    if (auto* properties = object->if_contains("properties"))
        for (const auto& name : path_names(endpoint)) properties->as_object().erase(name);
    return schema;
}

/// JSON unless the schema names another medium.
json::object content_of(const json::value& schema, const Components& components) {
    const auto* medium = schema.as_object().if_contains("contentMediaType");
    const std::string type = medium == nullptr ? "application/json" : std::string(medium->as_string());
    json::object content;
    content.emplace(type, json::object{{"schema", components.refer(schema)}});
    return content;
}

json::object responses_of(const Endpoint& endpoint, const Components& components) {
    json::object ok{{"description", "OK"}};
    if (endpoint.gives.is_object()) ok.emplace("content", content_of(endpoint.gives, components));
    json::object responses;
    // A wish that was granted before is answered 200 by what creates as well.
    if (endpoint.creates) responses.emplace("201", ok);
    responses.emplace(endpoint.method == Method::del ? "204" : "200", std::move(ok));
    responses.emplace(
        "default",
        json::object{
            {"description", "RFC 9457"},
            {"content", {{"application/problem+json", {{"schema", components.refer(schema_of<Problem>())}}}}}}
    );
    return responses;
}

json::value operation_of(const Endpoint& endpoint, const Components& components) {
    json::object operation{
        {"operationId", operation_id(endpoint)},
        {"summary", endpoint.zh},
        {"description", endpoint.en},
        {"x-permission", endpoint.permission},
        {"parameters", parameters_of(endpoint)}};
    if (endpoint.takes.is_object())
        operation.emplace("requestBody", json::object{{"content", content_of(body_of(endpoint), components)}});
    if (endpoint.permission == "public") operation.emplace("security", json::array());
    operation.emplace("responses", responses_of(endpoint, components));
    return operation;
}

Components components_of(const Endpoints& endpoints) {
    Components components;
    components.note(schema_of<Problem>());
    for (const auto& endpoint : endpoints.all()) {
        components.note(body_of(endpoint));
        components.note(endpoint.gives);
    }
    return components;
}

}  // namespace

json::value openapi_of(const Endpoints& endpoints, const std::string& version) {
    const auto components = components_of(endpoints);
    json::object paths;
    for (const auto& endpoint : endpoints.all()) {
        auto& path = paths[endpoint.path];
        if (!path.is_object()) path = json::object();
        path.as_object().emplace(word_of(endpoint.method), operation_of(endpoint, components));
    }
    return {
        {"openapi", "3.1.0"},
        {"info", {{"title", "安澜 Anlan"}, {"version", version}}},
        {"security", json::array{{{"bearer", json::array()}}, {{"cookie", json::array()}}}},
        {"components",
         {{"schemas", components.all()},
          {"securitySchemes",
           {{"bearer", {{"type", "http"}, {"scheme", "bearer"}}},
            {"cookie", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "anlan_session"}}}}}}},
        {"paths", std::move(paths)}};
}

std::string permission_matrix(
    const Endpoints& endpoints, const std::map<std::string, std::set<std::string>>& permissions_of_roles
) {
    std::string table =
        "# Who may call what\n\n"
        "Printed by `anlan openapi --permissions` from the table of endpoints; a test keeps this page true. ● may; "
        "○ may, without this permission: everybody logged in, within what is theirs. A line marked public wants no "
        "login.\n\n| method | path | what | permission |";
    for (const auto& [role, permissions] : permissions_of_roles) table += " " + role + " |";
    table += "\n|---|---|---|---|";
    for (std::size_t i = 0; i < permissions_of_roles.size(); ++i) table += ":-:|";
    table += "\n";
    for (const auto& endpoint : endpoints.all()) {
        const bool open = endpoint.permission.empty() || endpoint.permission == "public";
        table += fmt::format(
            "| {} | {} | {} | {} |", word_of(endpoint.method), endpoint.path, endpoint.zh, endpoint.permission
        );
        for (const auto& [role, permissions] : permissions_of_roles)
            table += open ? " ○ |" : permissions.contains(endpoint.permission) ? " ● |" : " |";
        table += "\n";
    }
    return table;
}

}  // namespace anlan::http

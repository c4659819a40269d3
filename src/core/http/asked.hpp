#pragma once

#include <string>

#include "base/schema.hpp"

/// What an endpoint reads from the query, with its type.
namespace anlan::http {

struct Asked {
    std::string name;
    json::value schema = {{"type", "string"}};

    Asked(const char* name) : name(name) {}  // NOLINT: a bare name is a text
    Asked(const char* name, json::value schema) : name(name), schema(std::move(schema)) {}
};

inline Asked asked_whole(const char* name) {
    return {name, {{"type", "integer"}}};
}

/// "1" or absent.
inline Asked asked_flag(const char* name) {
    return {name, {{"type", "string"}, {"enum", json::array{"1"}}}};
}

/// One of the words of an enum, and of `more`.
template <DescribedEnum E>
Asked asked_choice(const char* name, std::initializer_list<const char*> more = {}) {
    auto words = schema_of<E>().as_object().at("enum").as_array();
    for (const auto* word : more) words.emplace_back(word);
    return {name, {{"type", "string"}, {"enum", std::move(words)}}};
}

/// The two every list with an end shares.
inline Asked asked_limit() {
    return {"limit", {{"type", "integer"}, {"minimum", 1}}};
}

}  // namespace anlan::http

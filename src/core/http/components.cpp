#include "http/components.hpp"

#include <algorithm>
#include <cctype>

namespace anlan::http {

namespace {

constexpr const char* kMark = "x-struct";

const json::string* mark_of(const json::object& schema) {
    const auto* mark = schema.if_contains(kMark);
    return mark == nullptr ? nullptr : mark->if_string();
}

std::string last_part(const std::string& full) {
    const auto at = full.rfind("::");
    return at == std::string::npos ? full : full.substr(at + 2);
}

/// "calls::Rung" → "CallsRung".
std::string with_room(const std::string& full) {
    std::string name;
    bool capital = true;
    for (const char c : full) {
        if (c != ':') name += capital ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
        capital = c == ':';
    }
    return name;
}

}  // namespace

void Components::note(const json::value& schema) {
    if (const auto* list = schema.if_array())
        for (const auto& each : *list) note(each);
    const auto* object = schema.if_object();
    if (object == nullptr) return;
    for (const auto& pair : *object) note(pair.value());
    const auto* mark = mark_of(*object);
    if (mark == nullptr) return;
    const std::string full(*mark);
    told_[last_part(full)].insert({full, json::serialize(schema)});
}

json::value Components::refer(const json::value& schema) const {
    if (const auto* list = schema.if_array()) {
        json::array out;
        for (const auto& each : *list) out.push_back(refer(each));
        return out;
    }
    const auto* object = schema.if_object();
    if (object == nullptr) return schema;
    if (const auto* mark = mark_of(*object))
        return {{"$ref", "#/components/schemas/" + name_of({std::string(*mark), json::serialize(schema)})}};
    json::object out;
    for (const auto& pair : *object) out.emplace(pair.key(), refer(pair.value()));
    return out;
}

json::object Components::all() const {
    json::object schemas;
    for (const auto& [bare, tellings] : told_)
        for (const auto& told : tellings) {
            auto schema = json::parse(told.text).as_object();
            schema.erase(kMark);
            schemas.emplace(name_of(told), refer(schema));
        }
    return schemas;
}

std::string Components::name_of(const Told& told) const {
    const auto bare = last_part(told.full);
    const auto found = told_.find(bare);
    if (found == told_.end() || found->second.size() == 1) return bare;
    const auto& same = found->second;
    const auto first =
        std::find_if(same.begin(), same.end(), [&](const Told& other) { return other.full == told.full; });
    const auto rank = std::distance(first, same.find(told));
    const bool alone = same.begin()->full == same.rbegin()->full;
    const auto name = alone ? bare : with_room(told.full);
    return rank == 0 ? name : name + std::to_string(rank + 1);
}

}  // namespace anlan::http

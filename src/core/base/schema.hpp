#pragma once

#include <typeinfo>

#include "base/reflect.hpp"

namespace anlan {

/// "calls::CallRow" for anlan::calls::CallRow; nameless namespaces and enclosing functions are left out.
std::string described_name(const std::type_info& type);

/// JSON Schema (as OpenAPI 3.1 wants it) of a described type. Nested structs are written in place; each struct and enum
/// carries its name as "x-struct", by which OpenAPI moves it among the named schemas.
template <class T>
json::value schema_of() {
    if constexpr (std::is_same_v<T, bool>) {
        return {{"type", "boolean"}};
    } else if constexpr (std::is_floating_point_v<T>) {
        return {{"type", "number"}};
    } else if constexpr (std::is_integral_v<T>) {
        return {{"type", "integer"}};
    } else if constexpr (std::is_same_v<T, Instant>) {
        return {{"type", "string"}, {"format", "date-time"}};
    } else if constexpr (std::is_same_v<T, json::value>) {
        return json::object();
    } else if constexpr (std::is_same_v<T, json::object>) {
        return {{"type", "object"}, {"additionalProperties", true}};
    } else if constexpr (DescribedEnum<T>) {
        json::array names;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto each) {
            names.push_back(json::string(each.name));
        });
        return {{"x-struct", described_name(typeid(T))}, {"type", "string"}, {"enum", std::move(names)}};
    } else if constexpr (reflect::is_optional<T>::value) {
        return {{"anyOf", json::array{schema_of<typename T::value_type>(), {{"type", "null"}}}}};
    } else if constexpr (reflect::is_list<T>::value || reflect::is_array<T>::value) {
        return {{"type", "array"}, {"items", schema_of<typename T::value_type>()}};
    } else if constexpr (reflect::is_map<T>::value) {
        return {{"type", "object"}, {"additionalProperties", schema_of<typename T::mapped_type>()}};
    } else if constexpr (Described<T>) {
        json::object properties;
        json::array required;
        boost::mp11::mp_for_each<reflect::members_of<T>>([&](auto member) {
            using Member = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
            properties.emplace(member.name, schema_of<Member>());
            required.push_back(json::string(member.name));
        });
        json::object schema{
            {"x-struct", described_name(typeid(T))}, {"type", "object"}, {"properties", std::move(properties)}};
        if (!required.empty()) schema.emplace("required", std::move(required));
        return schema;
    } else {
        return {{"type", "string"}};
    }
}

}  // namespace anlan

#pragma once

#include <array>
#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "base/area.hpp"
#include "base/result.hpp"
#include "base/strong.hpp"
#include "base/time.hpp"

/// Plain described structs become JSON, are read from it with the faulty field named, and tell their own schema.
/// Optional and missing: a member that is absent or null keeps its default; std::optional writes null.
namespace anlan {

namespace json = boost::json;

enum class Unknown { refused, ignored };  ///< what happens to a field the struct does not know

template <class T>
concept Described = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;
template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

namespace reflect {

template <class T>
using members_of = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_list : std::false_type {};
template <class T>
struct is_list<std::vector<T>> : std::true_type {};
template <class T>
struct is_map : std::false_type {};
template <class T>
struct is_map<std::map<std::string, T>> : std::true_type {};
template <class T>
struct is_id : std::false_type {};
template <class Tag>
struct is_id<Id<Tag>> : std::true_type {};
template <>
struct is_id<AreaCode> : std::true_type {};
template <class T>
struct is_array : std::false_type {};
template <class T, std::size_t N>
struct is_array<std::array<T, N>> : std::true_type {};

Refusal wrong_type(const std::string& path, const char* zh, const char* en);
Refusal unknown_field(const std::string& path);
Refusal not_a_choice(const std::string& path, std::string_view given, const std::string& choices);

inline std::string below(const std::string& path, std::string_view name) {
    return path.empty() ? std::string(name) : path + "." + std::string(name);
}

}  // namespace reflect

template <DescribedEnum E>
std::string to_text(E value) {
    return boost::describe::enum_to_string(value, "");
}

template <DescribedEnum E>
std::optional<E> enum_from(std::string_view text) {
    std::optional<E> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto each) {
        if (text == each.name) found = each.value;
    });
    return found;
}

template <class T>
json::value to_json(const T& from) {
    if constexpr (std::is_same_v<T, bool> || std::is_floating_point_v<T>) {
        return from;
    } else if constexpr (std::is_integral_v<T>) {
        return static_cast<std::int64_t>(from);
    } else if constexpr (std::is_convertible_v<T, std::string_view>) {
        return json::string(std::string_view(from));
    } else if constexpr (std::is_same_v<T, json::value> || std::is_same_v<T, json::object> || std::is_same_v<T, json::array>) {
        return json::value(from);
    } else if constexpr (DescribedEnum<T>) {
        return json::string(to_text(from));
    } else if constexpr (reflect::is_id<T>::value) {
        return json::string(from.text);
    } else if constexpr (std::is_same_v<T, Instant>) {
        return json::string(to_rfc3339(from));
    } else if constexpr (reflect::is_optional<T>::value) {
        return from ? to_json(*from) : json::value(nullptr);
    } else if constexpr (reflect::is_list<T>::value || reflect::is_array<T>::value) {
        json::array list;
        list.reserve(from.size());
        for (const auto& each : from) list.push_back(to_json(each));
        return list;
    } else if constexpr (reflect::is_map<T>::value) {
        json::object object;
        for (const auto& [name, each] : from) object.emplace(name, to_json(each));
        return object;
    } else {
        static_assert(Described<T>, "describe the struct with BOOST_DESCRIBE_STRUCT");
        json::object object;
        boost::mp11::mp_for_each<reflect::members_of<T>>([&](auto member) {
            object.emplace(member.name, to_json(from.*member.pointer));
        });
        return object;
    }
}

template <class T>
Result<void> read_json(T& into, const json::value& from, Unknown unknown, const std::string& path);

namespace reflect {

template <class T>
Result<void> read_number(T& into, const json::value& from, const std::string& path) {
    if constexpr (std::is_floating_point_v<T>) {
        if (!from.is_number()) return wrong_type(path, "应为数字", "a number is wanted");
        into = from.to_number<T>();
    } else {
        const bool whole = from.is_int64() || from.is_uint64() ||
                           (from.is_double() && std::nearbyint(from.as_double()) == from.as_double());
        boost::system::error_code fault;
        if (whole) into = from.to_number<T>(fault);
        if (!whole || fault) return wrong_type(path, "应为整数", "a whole number is wanted");
    }
    return done();
}

template <class T>
Result<void> read_struct(T& into, const json::value& from, Unknown unknown, const std::string& path) {
    if (!from.is_object()) return wrong_type(path, "应为对象", "an object is wanted");
    const auto& object = from.as_object();
    std::size_t known = 0;
    std::optional<Refusal> fault;
    boost::mp11::mp_for_each<members_of<T>>([&](auto member) {
        if (fault) return;
        const auto* value = object.if_contains(member.name);
        if (value == nullptr) return;
        ++known;
        if (value->is_null()) return;
        auto read = read_json(into.*member.pointer, *value, unknown, below(path, member.name));
        if (!read) fault = read.error();
    });
    if (fault) return *fault;
    if (unknown == Unknown::ignored || known == object.size()) return done();
    for (const auto& pair : object) {
        bool found = false;
        boost::mp11::mp_for_each<members_of<T>>([&](auto member) { found = found || pair.key() == member.name; });
        if (!found) return unknown_field(below(path, pair.key()));
    }
    return done();
}

template <class E>
std::string choices_of() {
    std::string all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto each) {
        if (!all.empty()) all += ", ";
        all += each.name;
    });
    return all;
}

}  // namespace reflect

template <class T>
Result<void> read_json(T& into, const json::value& from, Unknown unknown, const std::string& path) {
    if constexpr (std::is_same_v<T, bool>) {
        if (!from.is_bool()) return reflect::wrong_type(path, "应为 true 或 false", "true or false is wanted");
        into = from.as_bool();
    } else if constexpr (std::is_arithmetic_v<T>) {
        return reflect::read_number(into, from, path);
    } else if constexpr (std::is_same_v<T, json::value>) {
        into = from;
    } else if constexpr (std::is_same_v<T, json::object>) {
        if (!from.is_object()) return reflect::wrong_type(path, "应为对象", "an object is wanted");
        into = from.as_object();
    } else if constexpr (reflect::is_optional<T>::value) {
        return read_json(into.emplace(), from, unknown, path);
    } else if constexpr (reflect::is_list<T>::value) {
        if (!from.is_array()) return reflect::wrong_type(path, "应为列表", "a list is wanted");
        std::size_t index = 0;
        for (const auto& each : from.as_array()) {
            typename T::value_type item{};
            BOOST_OUTCOME_TRYV(read_json(item, each, unknown, path + "[" + std::to_string(index++) + "]"));
            into.push_back(std::move(item));
        }
    } else if constexpr (reflect::is_array<T>::value) {
        if (!from.is_array() || from.as_array().size() != into.size())
            return reflect::wrong_type(path, "列表长度不对", "the list has the wrong length");
        for (std::size_t i = 0; i < into.size(); ++i) {
            BOOST_OUTCOME_TRYV(read_json(into[i], from.as_array()[i], unknown, path + "[" + std::to_string(i) + "]"));
        }
    } else if constexpr (reflect::is_map<T>::value) {
        if (!from.is_object()) return reflect::wrong_type(path, "应为对象", "an object is wanted");
        for (const auto& pair : from.as_object()) {
            BOOST_OUTCOME_TRYV(
                read_json(into[std::string(pair.key())], pair.value(), unknown, reflect::below(path, pair.key()))
            );
        }
    } else if constexpr (Described<T>) {
        return reflect::read_struct(into, from, unknown, path);
    } else {
        if (!from.is_string()) return reflect::wrong_type(path, "应为文字", "a text is wanted");
        const std::string_view text = from.as_string();
        if constexpr (std::is_same_v<T, std::string>) {
            into = text;
        } else if constexpr (std::is_same_v<T, Instant>) {
            auto at = parse_time(text);
            if (!at) return refuse(at.error().code, path, at.error().zh, at.error().en);
            into = at.value();
        } else if constexpr (std::is_same_v<T, AreaCode>) {
            if (text.empty()) return done();
            auto area = parse_area(text);
            if (!area) return refuse(area.error().code, path, area.error().zh, area.error().en);
            into = area.value();
        } else if constexpr (DescribedEnum<T>) {
            const auto value = enum_from<T>(text);
            if (!value) return reflect::not_a_choice(path, text, reflect::choices_of<T>());
            into = *value;
        } else {
            into.text = text;
        }
    }
    return done();
}

/// Reads a struct. Missing fields keep their defaults; `decide` judges whether that will do.
template <class T>
Result<T> from_json(const json::value& from, Unknown unknown = Unknown::ignored) {
    T into{};
    BOOST_OUTCOME_TRYV(read_json(into, from, unknown, {}));
    return into;
}

/// Parses and reads in one step. Refuses `json_invalid` with the position, and nesting deeper than 32.
Result<json::value> parse_json(std::string_view text);

template <class T>
Result<T> from_json_text(std::string_view text, Unknown unknown = Unknown::ignored) {
    BOOST_OUTCOME_TRY(auto value, parse_json(text));
    return from_json<T>(value, unknown);
}

template <class T>
std::string to_json_text(const T& from) {
    return json::serialize(to_json(from));
}

}  // namespace anlan

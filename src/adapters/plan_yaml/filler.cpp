#include "plan_yaml/filler.hpp"

#include <fmt/format.h>

#include <charconv>
#include <set>

namespace anlan::plan_yaml {

void Filler::fault(const Value& value, const char* code, std::string zh, std::string en) {
    if (faults_.size() >= limits_.faults) return;
    faults_.push_back({value.place.line, value.place.column, code, std::move(zh), std::move(en)});
}

void Filler::wrong_type(const Value& value, const std::string& path, const char* zh, const char* en) {
    const auto name = path.empty() ? std::string("全文") : "“" + path + "”";
    fault(value, "type_invalid", name + zh, fmt::format("{}: {}", path.empty() ? "the whole" : path, en));
}

void Filler::unknown(const Value& key, const std::vector<std::string>& known) {
    if (const auto near = plan::nearest(key.text, known))
        return fault(
            key,
            "field_unknown",
            fmt::format("没有“{}”这一项，是否想写“{}”？", key.text, *near),
            fmt::format("there is no field \"{}\"; did you mean \"{}\"?", key.text, *near)
        );
    std::string all;
    for (const auto& each : known) all += (all.empty() ? "" : ", ") + each;
    fault(
        key,
        "field_unknown",
        fmt::format("没有“{}”这一项，可用：{}", key.text, all),
        fmt::format("there is no field \"{}\"; known: {}", key.text, all)
    );
}

Place Filler::place_of(std::string path) const {
    while (true) {
        if (const auto found = places_.find(path); found != places_.end()) return found->second;
        const auto cut = path.find_last_of(".[");
        if (cut == std::string::npos) break;
        path.resize(cut);
    }
    const auto whole = places_.find("");
    return whole == places_.end() ? Place{1, 1} : whole->second;
}

template <class T>
void Filler::read_struct(T& into, const Value& value, const std::string& path) {
    if (value.kind != Value::Kind::map) return wrong_type(value, path, "应为若干“名称: 值”", "a mapping is wanted");
    std::vector<std::string> known;
    boost::mp11::mp_for_each<reflect::members_of<T>>([&](auto member) { known.emplace_back(member.name); });
    std::set<std::string> seen;
    for (std::size_t i = 0; i + 1 < value.items.size(); i += 2) {
        const auto& key = value.items[i];
        if (key.kind != Value::Kind::text) {
            fault(key, "type_invalid", "名称应为文字", "a name should be a text");
            continue;
        }
        if (!seen.insert(key.text).second) {
            fault(
                key,
                "field_twice",
                fmt::format("“{}”写了两次", key.text),
                fmt::format("\"{}\" is written twice", key.text)
            );
            continue;
        }
        bool found = false;
        boost::mp11::mp_for_each<reflect::members_of<T>>([&](auto member) {
            if (key.text != member.name) return;
            found = true;
            read(into.*member.pointer, value.items[i + 1], reflect::below(path, key.text));
        });
        if (!found) unknown(key, known);
    }
}

template <class T>
void Filler::read_number(T& into, const Value& value, const std::string& path) {
    const auto* end = value.text.data() + value.text.size();
    const auto [stop, error] = std::from_chars(value.text.data(), end, into);
    if (error == std::errc() && stop == end && !value.text.empty()) return;
    into = T{};
    if constexpr (std::is_floating_point_v<T>)
        wrong_type(value, path, "应为数字", "a number is wanted");
    else
        wrong_type(value, path, "应为整数", "a whole number is wanted");
}

template <class T>
void Filler::read_scalar(T& into, const Value& value, const std::string& path) {
    if (value.kind != Value::Kind::text) return wrong_type(value, path, "应为单个值", "a single value is wanted");
    if constexpr (std::is_same_v<T, std::string>) {
        into = value.text;
    } else if constexpr (std::is_same_v<T, bool>) {
        if (value.text != "true" && value.text != "false")
            return wrong_type(value, path, "应为 true 或 false", "true or false is wanted");
        into = value.text == "true";
    } else if constexpr (DescribedEnum<T>) {
        if (const auto chosen = enum_from<T>(value.text)) {
            into = *chosen;
            return;
        }
        const auto refusal = reflect::not_a_choice(path, value.text, reflect::choices_of<T>());
        fault(value, "choice_invalid", refusal.zh, refusal.en);
    } else {
        read_number(into, value, path);
    }
}

template <class T>
void Filler::read(T& into, const Value& value, const std::string& path) {
    places_.insert_or_assign(path, value.place);
    if (value.kind == Value::Kind::nothing) return;
    if constexpr (reflect::is_optional<T>::value) {
        read(into.emplace(), value, path);
    } else if constexpr (reflect::is_list<T>::value) {
        if (value.kind != Value::Kind::list) return wrong_type(value, path, "应为列表", "a list is wanted");
        for (const auto& item : value.items) {
            const auto here = fmt::format("{}[{}]", path, into.size());
            read(into.emplace_back(), item, here);
        }
    } else if constexpr (Described<T>) {
        read_struct(into, value, path);
    } else {
        read_scalar(into, value, path);
    }
}

void Filler::fill(plan::Plan& into, const Value& value) {
    read(into, value, "");
}

}  // namespace anlan::plan_yaml

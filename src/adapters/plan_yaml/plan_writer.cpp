#include <fmt/format.h>
#include <yaml-cpp/emitter.h>
#include <yaml-cpp/emittermanip.h>

#include <algorithm>

#include "plan_yaml/plan_yaml.hpp"

namespace anlan::plan_yaml {

namespace {

/// A value that reading would put there anyway is not written.
template <class T>
bool is_as_born(const T& value, const T& born) {
    if constexpr (reflect::is_list<T>::value)
        return value.empty();
    else if constexpr (Described<T>)
        return to_json(value) == to_json(born);
    else
        return value == born;
}

/// Small things stand on one line: {kind: stock, what: 排水泵, quantity: 4, unit: 台}.
template <class T>
constexpr bool kOnOneLine =
    std::is_same_v<T, plan::Trigger> || std::is_same_v<T, plan::Need> || std::is_same_v<T, plan::StepDeadline>;

/// What people look for first is written even when it is the default.
bool always_written(std::string_view name) {
    return name == "level" || name == "kind" || name == "scope" || name == "minutes" || name == "confirmation";
}

bool has_lines(const std::string& text) {
    return text.find('\n') != std::string::npos;
}

void write_text(YAML::Emitter& out, const std::string& text) {
    if (has_lines(text)) out << YAML::DoubleQuoted;
    out << text;
}

template <class T>
void write(YAML::Emitter& out, const T& value) {
    if constexpr (reflect::is_optional<T>::value) {
        write(out, *value);
    } else if constexpr (reflect::is_list<T>::value) {
        if constexpr (std::is_same_v<T, std::vector<std::string>>) out << YAML::Flow;
        out << YAML::BeginSeq;
        for (const auto& each : value) write(out, each);
        out << YAML::EndSeq;
    } else if constexpr (DescribedEnum<T>) {
        out << to_text(value);
    } else if constexpr (Described<T>) {
        if constexpr (kOnOneLine<T>) out << YAML::Flow;
        out << YAML::BeginMap;
        const T born{};
        boost::mp11::mp_for_each<reflect::members_of<T>>([&](auto member) {
            const auto& part = value.*member.pointer;
            if (!always_written(member.name) && is_as_born(part, born.*member.pointer)) return;
            out << YAML::Key << member.name << YAML::Value;
            write(out, part);
        });
        out << YAML::EndMap;
    } else if constexpr (std::is_floating_point_v<T>) {
        out << fmt::format("{}", value);
    } else if constexpr (std::is_same_v<T, std::string>) {
        write_text(out, value);
    } else {
        out << value;
    }
}

}  // namespace

std::string PlanYaml::write(const plan::Plan& plan) const {
    YAML::Emitter out;
    plan_yaml::write(out, plan);
    return std::string(out.c_str(), out.size()) + "\n";
}

}  // namespace anlan::plan_yaml

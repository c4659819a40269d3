#include <yaml-cpp/yaml.h>

#include "plan_yaml/plan_yaml.hpp"

namespace anlan::plan_yaml {

namespace {

template <class T>
bool is_default(const T& value) {
    if constexpr (reflect::is_optional<T>::value) return !value;
    else if constexpr (reflect::is_list<T>::value || std::is_same_v<T, std::string>) return value.empty();
    else if constexpr (Described<T>) return false;
    else return value == T{};
}

template <class T>
void write(YAML::Emitter& out, const T& value) {
    if constexpr (reflect::is_optional<T>::value) {
        write(out, *value);
    } else if constexpr (reflect::is_list<T>::value) {
        out << YAML::BeginSeq;
        for (const auto& each : value) write(out, each);
        out << YAML::EndSeq;
    } else if constexpr (DescribedEnum<T>) {
        out << to_text(value);
    } else if constexpr (Described<T>) {
        out << YAML::BeginMap;
        boost::mp11::mp_for_each<reflect::members_of<T>>([&](auto member) {
            const auto& part = value.*member.pointer;
            if (is_default(part)) return;
            out << YAML::Key << member.name << YAML::Value;
            write(out, part);
        });
        out << YAML::EndMap;
    } else {
        out << value;
    }
}

}  // namespace

std::string PlanYaml::write(const plan::Plan& plan) const {
    YAML::Emitter out;
    plan_yaml::write(out, plan);
    return std::string(out.c_str()) + "\n";
}

}  // namespace anlan::plan_yaml

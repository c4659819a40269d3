#include "plan_yaml/yaml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace anlan::plan_yaml {

namespace {

constexpr int kValuesMax = 20'000, kDepthMax = 20;
constexpr std::size_t kFaultsMax = 100;

std::size_t distance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto corner = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, corner + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            corner = above;
        }
    }
    return row.back();
}

}  // namespace

void YamlReader::fault(const YAML::Node& node, std::string code, std::string zh, std::string en) {
    if (faults_.size() >= kFaultsMax) return;
    const auto mark = node.Mark();
    faults_.push_back({mark.line + 1, mark.column + 1, std::move(code), std::move(zh), std::move(en)});
}

void YamlReader::unknown(const YAML::Node& key, const std::vector<std::string>& known) {
    const auto name = key.Scalar();
    const auto nearest = std::min_element(known.begin(), known.end(), [&](const auto& a, const auto& b) {
        return distance(name, a) < distance(name, b);
    });
    fault(key, "field_unknown", fmt::format("没有“{}”这一项，是否想写“{}”？", name, *nearest),
          fmt::format("there is no field \"{}\"; did you mean \"{}\"?", name, *nearest));
}

bool YamlReader::within_limits(const YAML::Node& node) {
    if (!too_large_ && ++values_ <= kValuesMax && depth_ <= kDepthMax) return true;
    if (!too_large_) fault(node, "too_large", "内容过多或嵌套过深", "too many values or nested too deeply");
    too_large_ = true;
    return false;
}

template <class T>
void YamlReader::read_struct(T& into, const YAML::Node& node, const std::string& path) {
    if (!node.IsMap()) return fault(node, "type_invalid", fmt::format("“{}”应为若干“名称: 值”", path), fmt::format("\"{}\" should be a mapping", path));
    std::vector<std::string> known;
    boost::mp11::mp_for_each<reflect::members_of<T>>([&](auto member) { known.emplace_back(member.name); });
    std::vector<std::string> seen;
    for (const auto& pair : node) {
        if (!pair.first.IsScalar()) {
            fault(pair.first, "type_invalid", "名称应为文字", "a name should be a text");
            continue;
        }
        const auto& name = pair.first.Scalar();
        if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
            fault(pair.first, "field_twice", fmt::format("“{}”写了两次", name), fmt::format("\"{}\" is written twice", name));
            continue;
        }
        seen.push_back(name);
        bool found = false;
        boost::mp11::mp_for_each<reflect::members_of<T>>([&](auto member) {
            if (name != member.name) return;
            found = true;
            read(into.*member.pointer, pair.second, reflect::below(path, name));
        });
        if (!found) unknown(pair.first, known);
    }
}

template <class T>
void YamlReader::read_scalar(T& into, const YAML::Node& node, const std::string& path) {
    if (!node.IsScalar()) return fault(node, "type_invalid", fmt::format("“{}”应为单个值", path), fmt::format("\"{}\" should be a single value", path));
    if constexpr (std::is_same_v<T, std::string>) {
        into = node.Scalar();
    } else if constexpr (DescribedEnum<T>) {
        const auto value = enum_from<T>(node.Scalar());
        if (value) into = *value;
        else
            fault(node, "choice_invalid", fmt::format("“{}”不能是“{}”，可选：{}", path, node.Scalar(), reflect::choices_of<T>()),
                  fmt::format("\"{}\" cannot be \"{}\"; choose from: {}", path, node.Scalar(), reflect::choices_of<T>()));
    } else {
        try {
            into = node.as<T>();
        } catch (const YAML::Exception&) {
            fault(node, "type_invalid", fmt::format("“{}”应为数字或 true/false，写的是“{}”", path, node.Scalar()),
                  fmt::format("\"{}\" should be a number or true/false, not \"{}\"", path, node.Scalar()));
        }
    }
}

template <class T>
void YamlReader::read(T& into, const YAML::Node& node, const std::string& path) {
    if (!within_limits(node) || node.IsNull()) return;
    ++depth_;
    if constexpr (reflect::is_optional<T>::value) {
        read(into.emplace(), node, path);
    } else if constexpr (reflect::is_list<T>::value) {
        if (!node.IsSequence()) {
            fault(node, "type_invalid", fmt::format("“{}”应为列表", path), fmt::format("\"{}\" should be a list", path));
        } else {
            std::size_t index = 0;
            for (const auto& each : node) read(into.emplace_back(), each, fmt::format("{}[{}]", path, index++));
        }
    } else if constexpr (Described<T>) {
        read_struct(into, node, path);
    } else {
        read_scalar(into, node, path);
    }
    --depth_;
}

template void YamlReader::read(plan::Plan&, const YAML::Node&, const std::string&);

}  // namespace anlan::plan_yaml

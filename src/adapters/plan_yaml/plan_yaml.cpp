#include "plan_yaml/plan_yaml.hpp"

#include <fmt/format.h>

#include <set>

#include "plan_yaml/yaml_reader.hpp"

namespace anlan::plan_yaml {

namespace {

constexpr std::size_t kBytesMax = 1'000'000;

YAML::Node child(const YAML::Node& node, const char* name) { return node.IsMap() && node[name] ? node[name] : node; }

/// The node of levels[i] or of its steps[j], for the line of a fault.
YAML::Node at(const YAML::Node& list, std::size_t index) { return list.IsSequence() && index < list.size() ? list[index] : list; }

/// What the types cannot say.
void judge_level(const plan::PlanLevel& level, const YAML::Node& node, YamlReader& reader) {
    const auto steps = child(node, "steps");
    std::set<std::string> ids;
    for (std::size_t i = 0; i < level.steps.size(); ++i) {
        const auto& step = level.steps[i];
        const auto here = at(steps, i);
        if (step.id.empty()) reader.fault(here, "id_missing", "步骤缺少 id", "the step has no id");
        else if (!ids.insert(step.id).second)
            reader.fault(here, "id_twice", fmt::format("步骤 id“{}”重复", step.id), fmt::format("step id \"{}\" is used twice", step.id));
        if (step.title.empty()) reader.fault(here, "title_empty", "步骤缺少名称 title", "the step has no title");
        if (step.post.empty() && step.line.empty())
            reader.fault(here, "nobody", fmt::format("步骤“{}”要写明岗位 post 或条线 line", step.title), fmt::format("step \"{}\" needs a post or a line", step.title));
        if (step.deadline.minutes < 0) reader.fault(here, "deadline_negative", "时限不能为负", "a deadline cannot be negative");
    }
    for (std::size_t i = 0; i < level.steps.size(); ++i)
        if (!plan::due_minutes(level, level.steps[i]))
            reader.fault(at(steps, i), "deadline_broken", fmt::format("步骤“{}”的 after 不存在或形成循环", level.steps[i].title),
                         fmt::format("\"after\" of step \"{}\" is missing or circular", level.steps[i].title));
}

void judge(const plan::Plan& plan, const YAML::Node& root, YamlReader& reader) {
    if (plan.id.empty() || plan.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") != std::string::npos)
        reader.fault(child(root, "id"), "id_invalid", "id 只能用小写字母、数字、- 和 _", "an id has lower-case letters, digits, - and _ only");
    if (plan.title.empty()) reader.fault(root, "title_empty", "缺少名称 title", "the title is missing");
    if (plan.hazards.empty()) reader.fault(root, "hazards_empty", "缺少灾种 hazards", "hazards are missing");
    if (plan.scope != "town" && plan.scope != "village")
        reader.fault(child(root, "scope"), "choice_invalid", "scope 只能是 town 或 village", "scope is town or village");
    if (plan.levels.empty()) reader.fault(root, "levels_empty", "至少要有一个级别 levels", "at least one level is wanted");
    const auto levels = child(root, "levels");
    std::set<std::int64_t> seen;
    for (std::size_t i = 0; i < plan.levels.size(); ++i) {
        const auto& level = plan.levels[i];
        const auto here = at(levels, i);
        if (level.level < 1 || level.level > 4) reader.fault(here, "level_invalid", "级别应为 1（Ⅰ）到 4（Ⅳ）", "a level is 1 (Ⅰ) to 4 (Ⅳ)");
        else if (!seen.insert(level.level).second) reader.fault(here, "level_twice", "同一级别写了两次", "a level is written twice");
        judge_level(level, here, reader);
    }
}

plan::PlanReading refused(int line, int column, std::string code, std::string zh, std::string en) {
    plan::PlanReading reading;
    reading.faults.push_back({line, column, std::move(code), std::move(zh), std::move(en)});
    return reading;
}

}  // namespace

plan::PlanReading PlanYaml::read(std::string_view yaml) const {
    if (yaml.size() > kBytesMax) return refused(0, 0, "too_large", "预案正文超过 1 MB", "the text is over 1 MB");
    if (yaml.find('\0') != std::string_view::npos) return refused(0, 0, "not_text", "不是文本", "it is not a text");
    plan::PlanReading reading;
    try {
        const auto root = YAML::Load(std::string(yaml));
        YamlReader reader(reading.faults);
        plan::Plan plan;
        if (!root.IsMap()) return refused(1, 1, "type_invalid", "预案应为若干“名称: 值”", "a plan should be a mapping");
        reader.read(plan, root, "");
        judge(plan, root, reader);
        if (reading.faults.empty()) reading.plan = std::move(plan);
    } catch (const YAML::Exception& wrong) {
        return refused(wrong.mark.line + 1, wrong.mark.column + 1, "not_yaml", fmt::format("YAML 写法有误：{}", wrong.msg),
                       fmt::format("not valid YAML: {}", wrong.msg));
    }
    return reading;
}

std::string check_line(const std::string& file, const plan::PlanReading& reading) {
    return json::serialize(json::object{
        {"file", file}, {"valid", reading.plan.has_value()}, {"errors", to_json(reading.faults)}, {"warnings", json::array()}});
}

}  // namespace anlan::plan_yaml

#include "plan_yaml/plan_yaml.hpp"

#include <algorithm>

#include "plan_yaml/filler.hpp"

namespace anlan::plan_yaml {

namespace {

void judge(const plan::Plan& plan, const Filler& filler, plan::PlanReading& reading) {
    for (auto& flaw : plan::flaws(plan)) {
        const auto place = filler.place_of(flaw.path);
        auto& list = flaw.serious ? reading.faults : reading.warnings;
        list.push_back({place.line, place.column, std::move(flaw.code), std::move(flaw.zh), std::move(flaw.en)});
    }
}

void sort_by_place(std::vector<plan::PlanFault>& faults) {
    std::stable_sort(faults.begin(), faults.end(), [](const plan::PlanFault& a, const plan::PlanFault& b) {
        return std::tie(a.line, a.column) < std::tie(b.line, b.column);
    });
}

}  // namespace

plan::PlanReading PlanYaml::read(std::string_view yaml) const {
    const Limits limits;
    plan::PlanReading reading;
    auto tree = parse(yaml, limits);
    reading.faults = std::move(tree.faults);
    if (!tree.root) return reading;
    Filler filler(limits);
    plan::Plan plan;
    filler.fill(plan, *tree.root);
    reading.faults = filler.take_faults();
    // What could not even be filled would only be judged as missing: the first faults are the true ones.
    if (reading.faults.empty()) judge(plan, filler, reading);
    sort_by_place(reading.faults);
    sort_by_place(reading.warnings);
    if (reading.faults.empty()) reading.plan = std::move(plan);
    return reading;
}

std::string check_line(const std::string& file, const plan::PlanReading& reading) {
    return json::serialize(json::object{
        {"file", file},
        {"valid", reading.plan.has_value()},
        {"errors", to_json(reading.faults)},
        {"warnings", to_json(reading.warnings)}});
}

}  // namespace anlan::plan_yaml

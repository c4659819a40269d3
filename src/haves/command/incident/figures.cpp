#include "incident/figures.hpp"

#include <fmt/format.h>

#include <cmath>

#include "base/ensure.hpp"

namespace anlan::incident {

namespace {

constexpr double kMost = 1e13;
constexpr double kWan = 10'000;

std::string amount(const FigureName& name, double value) {
    if (name.key == "loss_yuan") return fmt::format("{:.10g} 万元", value / kWan);
    return fmt::format("{:.0f} {}", value, name.unit_zh);
}

std::string amount(const FigureName& name, const std::optional<double>& value) {
    return value ? amount(name, *value) : "不详";
}

const FigureName& name_of(const std::string& key) {
    for (const auto& name : figure_names())
        if (name.key == key) return name;
    ensure(false, ("a number of an incident is called " + key).c_str());
    return figure_names().front();
}

}  // namespace

const std::vector<FigureName>& figure_names() {
    static const std::vector<FigureName> names{
        {"dead", "死亡", "dead", "人", "people"},
        {"missing", "失联", "missing", "人", "people"},
        {"injured_badly", "重伤", "badly injured", "人", "people"},
        {"injured_lightly", "轻伤", "lightly injured", "人", "people"},
        {"trapped", "被困", "trapped", "人", "people"},
        {"affected", "受灾", "affected", "人", "people"},
        {"moved", "转移", "moved", "人", "people"},
        {"houses", "倒损房屋", "houses damaged", "间", "rooms"},
        {"loss_yuan", "直接经济损失", "direct loss", "元", "yuan"}};
    return names;
}

std::optional<double> figure(const Figures& figures, const std::string& key) {
    std::optional<double> found;
    boost::mp11::mp_for_each<reflect::members_of<Figures>>([&](auto member) {
        const auto& value = figures.*member.pointer;
        if (key == member.name && value) found = static_cast<double>(*value);
    });
    return found;
}

std::vector<Change> changes_between(const Figures& before, const Figures& now) {
    std::vector<Change> changes;
    for (const auto& name : figure_names()) {
        const auto from = figure(before, name.key), to = figure(now, name.key);
        if (from != to) changes.push_back({name.key, from, to});
    }
    return changes;
}

std::string figures_in_words(const Figures& figures) {
    std::string words;
    for (const auto& name : figure_names()) {
        const auto value = figure(figures, name.key);
        if (!value) continue;
        if (!words.empty()) words += "，";
        words += name.zh + " " + amount(name, *value);
    }
    return words;
}

std::string change_in_words(const Change& change, const std::string& verb) {
    const auto& name = name_of(change.key);
    return fmt::format("{}由 {}{} {}", name.zh, amount(name, change.from), verb, amount(name, change.to));
}

Result<void> check_figures(const Figures& figures) {
    for (const auto& name : figure_names()) {
        const auto value = figure(figures, name.key);
        if (!value || (std::isfinite(*value) && *value >= 0 && *value <= kMost)) continue;
        return refuse(
            "figure_invalid",
            "figures." + name.key,
            name.zh + "应是不小于 0 的数；不清楚就留空",
            name.en + " is a number not below 0; leave it empty when it is not known"
        );
    }
    return done();
}

}  // namespace anlan::incident

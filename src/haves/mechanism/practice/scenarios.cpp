#include "practice/scenarios.hpp"

#include "base/ensure.hpp"
#include "incident/kind_queries.hpp"
#include "incident/queries.hpp"

namespace anlan::practice {

std::string_view scenarios_json();

namespace {

constexpr const char* kTakeLimit = "practice.take";
constexpr std::int64_t kLookedThrough = 200;  ///< incidents, newest first
constexpr std::size_t kOwnMost = 12;

const std::vector<Scenario>& shipped() {
    static const auto all = [] {
        auto read = from_json_text<std::vector<Scenario>>(std::string(scenarios_json()));
        ensure(read.has_value(), "the shipped scenarios read");
        for (const auto& scenario : read.value())
            for (const auto& step : scenario.steps)
                ensure(
                    step.kind == StepKind::choose || incident::find_kind(step.incident), "a scenario's kind is known"
                );
        return std::move(read.value());
    }();
    return all;
}

Step take(const incident::IncidentFacts& found, const incident::Account& account) {
    auto told = account.course;
    if (const auto numbers = incident::figures_in_words(account.figures); !numbers.empty())
        told += "（" + numbers + "）";
    return {StepKind::take, told, told, kTakeLimit, found.kind, account.figures, {}};
}

/// First as it was taken, then each report of our own that told other numbers than the one before.
std::optional<Scenario> scenario_of(store::Rows& rows, const incident::IncidentFacts& found) {
    const bool usable = found.ended_as == "reported" && !found.sensitive && incident::find_kind(found.kind);
    if (!usable) return std::nullopt;
    Scenario made{"own/" + found.id.text, found.account.title, found.account.title, {}, true};
    for (const auto& report : incident::reports_of(rows, found.id)) {
        if (!report.node.empty()) continue;
        const bool changed = made.steps.empty() || made.steps.back().figures != report.body.account.figures;
        if (changed && !report.body.account.course.empty()) made.steps.push_back(take(found, report.body.account));
    }
    if (made.steps.empty()) return std::nullopt;
    // Whom to tell is the same for every incident: the shipped question.
    for (const auto& step : shipped().front().steps)
        if (step.kind == StepKind::choose) {
            made.steps.insert(made.steps.begin() + 1, step);
            made.steps[1].told_zh = "电话快报先打给谁？（可多选）";
            made.steps[1].told_en = "Whom do you telephone first? (several)";
            break;
        }
    return made;
}

}  // namespace

std::vector<Scenario> all_scenarios(store::Rows& rows) {
    auto all = shipped();
    for (const auto& found : incident::find_incidents(rows, World::real(), false, kLookedThrough)) {
        if (all.size() >= shipped().size() + kOwnMost) break;
        if (auto made = scenario_of(rows, found)) all.push_back(std::move(*made));
    }
    return all;
}

std::optional<Scenario> find_scenario(store::Rows& rows, const std::string& key) {
    for (const auto& each : shipped())
        if (each.key == key) return each;
    if (!key.starts_with("own/")) return std::nullopt;
    const auto found = incident::find_incident(rows, {key.substr(4)});
    return found && found->drill.empty() ? scenario_of(rows, *found) : std::nullopt;
}

}  // namespace anlan::practice

#include "incident/grading.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "incident/kind_queries.hpp"
#include "policy/queries.hpp"

namespace anlan::incident {

namespace {

constexpr int kSteps = 3;  ///< 1: gravest, 2: major, 3: larger

struct Column {
    std::string key, zh, en;
    std::optional<double> value;
};

std::optional<double> sum(const std::optional<std::int64_t>& a, const std::optional<std::int64_t>& b) {
    if (!a && !b) return std::nullopt;
    return static_cast<double>(a.value_or(0) + b.value_or(0));
}

std::vector<Column> columns_of(const Figures& figures) {
    return {
        {"dead", "死亡（含失联）", "dead and missing", sum(figures.dead, figures.missing)},
        {"injured", "重伤", "badly injured", figure(figures, "injured_badly")},
        {"loss", "直接经济损失", "direct loss", figures.loss_yuan},
        {"affected", "受灾", "affected", figure(figures, "affected")}};
}

std::string amount(const std::string& key, double value) {
    return key == "loss" ? fmt::format("{:.10g} 万元", value / 10'000) : fmt::format("{:.0f} 人", value);
}

std::string amount_en(const std::string& key, double value) {
    return key == "loss" ? fmt::format("{:.0f} yuan", value) : fmt::format("{:.0f}", value);
}

Grade grade_of_step(int step) {
    return step == 1 ? Grade::gravest : step == 2 ? Grade::major : Grade::larger;
}

/// The gravest threshold this column reaches.
std::optional<Proposal> judge(store::Rows& rows, const std::string& family, const Column& column) {
    if (!column.value) return std::nullopt;
    for (int step = 1; step <= kSteps; ++step) {
        const auto key = fmt::format("grade.{}.{}.{}", family, column.key, step);
        if (!policy::defined(rows, key)) continue;
        const auto from = policy::number(rows, key);
        if (*column.value < from) continue;
        const auto facts = policy::in_force(rows, key);
        const auto source = facts ? facts->source + facts->clause : std::string();
        const auto grade = grade_of_step(step);
        return Proposal{
            grade,
            fmt::format(
                "{} {}，达到 {}：{}（{}）",
                column.zh,
                amount(column.key, *column.value),
                amount(column.key, from),
                grade_in_words(grade),
                source
            ),
            fmt::format(
                "{} {} reaches {}: {}",
                column.en,
                amount_en(column.key, *column.value),
                amount_en(column.key, from),
                grade_in_english(grade)
            )};
    }
    return std::nullopt;
}

void lift(store::Rows& rows, Proposal& proposal) {
    const auto by = static_cast<int>(policy::number(rows, "grade.sensitive.lift"));
    const auto lifted = std::min(static_cast<int>(proposal.grade) + by, static_cast<int>(Grade::gravest));
    if (lifted <= static_cast<int>(proposal.grade)) return;
    proposal.grade = static_cast<Grade>(lifted);
    proposal.reason += fmt::format("；涉及敏感时间、地点或人员，提为{}（本地约定）", grade_in_words(proposal.grade));
    proposal.reason_en += fmt::format("; sensitive, lifted to {}", grade_in_english(proposal.grade));
}

}  // namespace

std::string grade_in_words(Grade grade) {
    switch (grade) {
        case Grade::gravest:
            return "特别重大";
        case Grade::major:
            return "重大";
        case Grade::larger:
            return "较大";
        default:
            return "一般";
    }
}

std::string grade_in_english(Grade grade) {
    switch (grade) {
        case Grade::gravest:
            return "extraordinarily major";
        case Grade::major:
            return "major";
        case Grade::larger:
            return "larger";
        default:
            return "ordinary";
    }
}

Proposal propose_grade(store::Rows& rows, const std::string& kind, const Figures& figures, bool sensitive) {
    const auto* known = find_kind(kind);
    const auto family = known != nullptr ? known->rules : std::string("other");
    Proposal best{Grade::ordinary, "", ""};
    for (const auto& column : columns_of(figures)) {
        const auto found = judge(rows, family, column);
        if (found && (best.reason.empty() || found->grade > best.grade)) best = *found;
    }
    if (best.reason.empty()) {
        const bool counted = !figures_in_words(figures).empty();
        best.reason = counted ? "现有数字未达到较大标准：一般" : "还没有伤亡、损失数字，先按一般；有数字后重新判定";
        best.reason_en = counted ? "the numbers stay below larger: ordinary" : "no numbers yet: ordinary for now";
    }
    if (sensitive) lift(rows, best);
    return best;
}

}  // namespace anlan::incident

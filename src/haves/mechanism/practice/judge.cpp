#include "practice/judge.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "incident/kind_queries.hpp"

namespace anlan::practice {

namespace {

constexpr std::int64_t kRight = 70, kInTime = 30;

std::string number_in_words(std::optional<double> value, const char* unknown) {
    return value ? fmt::format("{:g}", *value) : unknown;
}

Remark judge_kind(const Step& step, const PlayMove& move) {
    const auto* wanted = incident::find_kind(step.incident);
    const auto* told = incident::find_kind(move.kind);
    if (wanted == told) return {true, "类型：" + wanted->zh, "Kind: " + wanted->en};
    return {
        false,
        fmt::format("类型应为{}，您选的是{}", wanted->zh, told->zh),
        fmt::format("the kind is {}, you chose {}", wanted->en, told->en)};
}

/// Numbers that were told or written down; the rest is rightly empty and not worth a word.
void judge_figures(std::vector<Remark>& remarks, const Step& step, const PlayMove& move) {
    for (const auto& name : incident::figure_names()) {
        const auto wanted = incident::figure(step.figures, name.key);
        const auto told = incident::figure(move.figures, name.key);
        if (!wanted && !told) continue;
        if (wanted == told) {
            remarks.push_back(
                {true, name.zh + " " + number_in_words(told, ""), name.en + " " + number_in_words(told, "")}
            );
            continue;
        }
        remarks.push_back(
            {false,
             fmt::format(
                 "{}应为{}，您填的是{}{}",
                 name.zh,
                 number_in_words(wanted, "“不明”（没人说过，留空）"),
                 number_in_words(told, "“不明”"),
                 !wanted && *told == 0 ? "：“0”是数过了没有，“不明”才是没人说" : ""
             ),
             fmt::format(
                 "{} is {}, you wrote {}",
                 name.en,
                 number_in_words(wanted, "“not known” (nobody said it: leave it empty)"),
                 number_in_words(told, "“not known”")
             )}
        );
    }
}

void judge_options(std::vector<Remark>& remarks, const Step& step, const PlayMove& move) {
    for (std::size_t at = 0; at < step.options.size(); ++at) {
        const auto& option = step.options[at];
        const bool chosen = std::ranges::find(move.chosen, static_cast<std::int64_t>(at)) != move.chosen.end();
        if (!chosen && !option.right) continue;
        remarks.push_back({chosen == option.right, option.why_zh, option.why_en});
    }
}

}  // namespace

std::vector<Remark> judge(const Step& step, const PlayMove& move) {
    std::vector<Remark> remarks;
    if (step.kind == StepKind::take) {
        remarks.push_back(judge_kind(step, move));
        judge_figures(remarks, step, move);
    } else {
        judge_options(remarks, step, move);
    }
    return remarks;
}

std::int64_t points_of(const std::vector<Remark>& remarks, bool in_time) {
    const auto right = std::ranges::count_if(remarks, &Remark::right);
    const auto all = std::max<std::int64_t>(1, static_cast<std::int64_t>(remarks.size()));
    return kRight * right / all + (in_time ? kInTime : 0);
}

}  // namespace anlan::practice

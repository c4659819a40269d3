#include "plan/findings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace anlan::plan {

void Findings::add(
    const char* severity, std::string code, std::string where, Words what, Words fix, std::optional<std::string> subject
) {
    if (!said_.insert(code + "|" + what.zh).second) return;
    found_.push_back(
        {std::move(code),
         severity,
         std::move(where),
         std::move(what.zh),
         std::move(what.en),
         std::move(fix.zh),
         std::move(fix.en),
         std::move(subject),
         plan_}
    );
}

void Findings::red(std::string code, std::string where, Words what, Words fix, std::optional<std::string> subject) {
    add("red", std::move(code), std::move(where), std::move(what), std::move(fix), std::move(subject));
}

void Findings::yellow(std::string code, std::string where, Words what, Words fix, std::optional<std::string> subject) {
    add("yellow", std::move(code), std::move(where), std::move(what), std::move(fix), std::move(subject));
}

std::vector<Finding> Findings::take() && {
    std::stable_sort(found_.begin(), found_.end(), [](const Finding& a, const Finding& b) {
        return a.severity == "red" && b.severity != "red";
    });
    return std::move(found_);
}

std::string some_of(const std::vector<std::string>& names) {
    constexpr std::size_t kNamed = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), kNamed); ++i) text += (i == 0 ? "" : "、") + names[i];
    return names.size() > kNamed ? fmt::format("{}等 {} 个", text, names.size()) : text;
}

}  // namespace anlan::plan

#include "plan/nearest.hpp"

#include <algorithm>
#include <numeric>

namespace anlan::plan {

namespace {

constexpr std::size_t kLettersMax = 60;

std::size_t distance(std::string_view a, std::string_view b) {
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

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known) {
    if (word.empty() || word.size() > kLettersMax) return std::nullopt;
    std::optional<std::string> best;
    std::size_t best_distance = 0;
    for (const auto& each : known) {
        const auto away = distance(word, each);
        if (away > std::max<std::size_t>(1, std::max(each.size(), word.size()) / 3)) continue;
        if (best && best_distance <= away) continue;
        best = each;
        best_distance = away;
    }
    return best;
}

}  // namespace anlan::plan

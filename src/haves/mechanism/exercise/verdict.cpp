#include "exercise/verdict.hpp"

#include "exercise/queries.hpp"

namespace anlan::exercise {

namespace {

std::int64_t points_of(Mark mark) {
    switch (mark) {
        case Mark::met:
            return 100;
        case Mark::partly:
            return 50;
        case Mark::missed:
            return 0;
    }
    return 0;
}

}  // namespace

Verdict verdict(std::int64_t index, std::optional<std::int64_t> measured, const std::vector<Mark>& marks) {
    Verdict made{index, false, 0, {}, static_cast<std::int64_t>(marks.size())};
    std::int64_t sum = 0, voices = 0;
    if (!marks.empty()) {
        std::int64_t points = 0;
        for (const auto mark : marks) points += points_of(mark);
        sum += points / static_cast<std::int64_t>(marks.size());
        ++voices;
    }
    if (measured) {
        sum += *measured;
        ++voices;
    }
    made.judged = voices > 0;
    if (made.judged) made.points = sum / voices;
    return made;
}

std::optional<std::int64_t> score_of(const std::vector<Verdict>& verdicts) {
    std::int64_t sum = 0, judged = 0;
    for (const auto& each : verdicts)
        if (each.judged) {
            sum += each.points;
            ++judged;
        }
    if (judged == 0) return std::nullopt;
    return sum / judged;
}

}  // namespace anlan::exercise

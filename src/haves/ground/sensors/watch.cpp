#include "sensors/watch.hpp"

namespace anlan::sensors {

namespace {

bool beyond(const Threshold& threshold, double value) {
    return threshold.direction == Direction::above ? value >= threshold.value : value <= threshold.value;
}

bool back(const Threshold& threshold, double value) {
    return threshold.direction == Direction::above ? value < threshold.value - threshold.hysteresis
                                                   : value > threshold.value + threshold.hysteresis;
}

void look(const Threshold& threshold, Watch::Seen& seen, double value, Instant at) {
    if (beyond(threshold, value)) {
        if (!seen.since) seen.since = at;
        seen.passed = seen.passed || at - *seen.since >= std::chrono::seconds{threshold.seconds};
        return;
    }
    seen.since.reset();
    if (back(threshold, value)) seen.passed = false;
}

}  // namespace

Watch watching(std::vector<Threshold> thresholds, std::optional<AlarmGrade> open) {
    Watch watch{std::move(thresholds), {}, open};
    for (const auto& threshold : watch.thresholds) watch.seen.push_back({{}, open && threshold.grade <= *open});
    return watch;
}

Verdict judge(Watch& watch, double value, Instant at) {
    const Threshold* gravest = nullptr;
    for (std::size_t i = 0; i < watch.thresholds.size(); ++i) {
        const auto& threshold = watch.thresholds[i];
        look(threshold, watch.seen[i], value, at);
        if (watch.seen[i].passed && (gravest == nullptr || threshold.grade > gravest->grade)) gravest = &threshold;
    }
    Verdict verdict;
    if (gravest != nullptr && (!watch.open || gravest->grade > *watch.open)) {
        verdict.raised = *gravest;
        watch.open = gravest->grade;
    } else if (gravest == nullptr && watch.open) {
        verdict.cleared = true;
        watch.open.reset();
    }
    return verdict;
}

}  // namespace anlan::sensors

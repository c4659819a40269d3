#include "cap/reader.hpp"

#include <fmt/format.h>

#include <utility>

#include "cap/document.hpp"
#include "cap/judged.hpp"

namespace anlan::cap {

namespace {

using warning::AlertReading;
using warning::Verdict;

struct Found {
    Element element;
    Dialect dialect;
};

std::vector<Found> known(const std::vector<Element>& alerts) {
    std::vector<Found> found;
    for (const auto& each : alerts)
        if (const auto dialect = dialect_of(each.name_space())) found.push_back({each, *dialect});
    return found;
}

Finding nothing_known(const std::vector<Element>& alerts) {
    if (alerts.empty()) return {0, "no_alert", "文件里没有预警（alert 元素）", "the file holds no alert element"};
    return {
        alerts.front().line(),
        "namespace_unknown",
        "不认识这种预警格式（命名空间不是 CAP 1.0、1.1、1.2 或国标预警信息）",
        "the namespace of the alert is not of CAP 1.0, 1.1, 1.2 or the national dialect"};
}

void worsen(Verdict& verdict, Verdict other) {
    verdict = std::max(verdict, other);
}

/// Takes one alert into the reading. Its deviations become notes an officer can read.
void take(AlertReading& reading, Judged judged, std::string original) {
    if (judged.refusal) {
        worsen(reading.verdict, Verdict::refused);
        reading.faults.push_back(fault_of(*judged.refusal));
    } else if (!judged.schema_holds) {
        worsen(reading.verdict, Verdict::usable);
    }
    for (const auto& each : judged.findings) {
        reading.faults.push_back(fault_of(each));
        judged.alert.notes.push_back(each.line > 0 ? fmt::format("第 {} 行：{}", each.line, each.zh) : each.zh);
    }
    judged.alert.original = std::move(original);
    reading.alerts.push_back(std::move(judged.alert));
}

}  // namespace

AlertReading CapReader::read(std::string_view bytes) const {
    AlertReading reading;
    Finding refusal;
    const auto document = Document::parse(bytes, limits_, refusal);
    if (!document) {
        reading.faults.push_back(fault_of(refusal));
        return reading;
    }
    const auto alerts = document->root().outermost("alert");
    const auto found = known(alerts);
    if (found.empty()) {
        reading.faults.push_back(fault_of(nothing_known(alerts)));
        return reading;
    }
    reading.verdict = Verdict::valid;
    reading.version = version_of(found.front().dialect);
    reading.alert_count = static_cast<int>(found.size());
    for (const auto& [element, dialect] : found) {
        auto judged = dialect == Dialect::national ? judge_national(element) : judge_cap(dialect, element);
        const bool lost = judged.refusal.has_value() || reading.verdict == Verdict::refused;
        take(reading, std::move(judged), lost ? std::string() : document->original(element));
    }
    if (reading.verdict == Verdict::refused) reading.alerts.clear();
    return reading;
}

}  // namespace anlan::cap

#include "cap/reader.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "cap/document.hpp"
#include "cap/hidden.hpp"
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

/// `strangers`: the line of the first alert element of an unknown namespace.
Finding nothing_known(const std::optional<int>& strangers) {
    if (!strangers) return {0, "no_alert", "文件里没有预警（alert 元素）", "the file holds no alert element"};
    return {
        *strangers,
        "namespace_unknown",
        "不认识这种预警格式（命名空间不是 CAP 1.0、1.1、1.2 或国标预警信息）",
        "the namespace of the alert is not of CAP 1.0, 1.1, 1.2 or the national dialect"};
}

Finding too_many_hidden(const Limits& limits) {
    return {
        0,
        "too_many_hidden",
        fmt::format("文件里夹带的文档超过 {} 个，不像预警订阅源", limits.hidden),
        fmt::format("more than {} documents are carried as words, which no feed of alerts needs", limits.hidden)};
}

void worsen(Verdict& verdict, Verdict other) {
    verdict = std::max(verdict, other);
}

/// Takes one alert into the reading. Its deviations become notes an officer can read.
void take(AlertReading& reading, Verdict& verdict, Judged judged, std::string original) {
    if (judged.refusal) {
        worsen(verdict, Verdict::refused);
        reading.faults.push_back(fault_of(*judged.refusal));
    } else if (!judged.schema_holds) {
        worsen(verdict, Verdict::usable);
    }
    for (const auto& each : judged.findings) {
        reading.faults.push_back(fault_of(each));
        judged.alert.notes.push_back(each.line > 0 ? fmt::format("第 {} 行：{}", each.line, each.zh) : each.zh);
    }
    judged.alert.original = std::move(original);
    reading.alerts.push_back(std::move(judged.alert));
}

/// Reads one file and what it hides, within the limits of both.
class Hunt {
  public:
    explicit Hunt(const Limits& limits) : limits_(limits), hidden_left_(limits.hidden) {}

    AlertReading file(std::string_view bytes) {
        Finding refusal;
        if (const auto document = Document::parse(bytes, limits_, refusal))
            open(*document, 0);
        else
            refuse(refusal);
        if (reading_.alert_count == 0 && verdict_ != Verdict::refused) refuse(nothing_known(strangers_line_));
        reading_.verdict = verdict_;
        if (reading_.verdict == Verdict::refused) reading_.alerts.clear();
        return std::move(reading_);
    }

  private:
    void refuse(const Finding& why) {
        verdict_ = Verdict::refused;
        reading_.faults.push_back(fault_of(why));
    }

    void open(const Document& document, int depth) {
        const auto alerts = document.root().outermost("alert");
        const auto found = known(alerts);
        if (depth == 0 && found.empty() && !alerts.empty()) strangers_line_ = alerts.front().line();
        for (const auto& [element, dialect] : found) judge(document, element, dialect);
        if (depth < limits_.hidden_depth)
            for (const auto& bytes : hidden_documents(document.root())) open_hidden(bytes, depth + 1);
    }

    void judge(const Document& document, const Element& element, Dialect dialect) {
        if (reading_.alert_count++ == 0) reading_.version = version_of(dialect);
        auto judged = dialect == Dialect::national ? judge_national(element) : judge_cap(dialect, element);
        const bool lost = judged.refusal.has_value() || verdict_ == Verdict::refused;
        take(reading_, verdict_, std::move(judged), lost ? std::string() : document.original(element));
    }

    /// A web page among the words of a feed is nobody's fault; an alert that cannot be read is.
    void open_hidden(const std::string& bytes, int depth) {
        if (hidden_left_ == 0) return;
        if (--hidden_left_ == 0) return refuse(too_many_hidden(limits_));
        Finding refusal;
        if (const auto document = Document::parse(bytes, limits_, refusal))
            open(*document, depth);
        else if (names_an_alert(bytes))
            refuse(refusal);
    }

    const Limits& limits_;
    std::size_t hidden_left_;
    std::optional<int> strangers_line_;
    Verdict verdict_ = Verdict::valid;
    AlertReading reading_;
};

}  // namespace

AlertReading CapReader::read(std::string_view bytes) const {
    return Hunt(limits_).file(bytes);
}

}  // namespace anlan::cap

#include <fmt/format.h>

#include "response/project.hpp"
#include "response/timeline.hpp"
#include "warning/queries.hpp"

namespace anlan::response {

namespace {

std::string action_zh(const std::string& action) {
    if (action == "continue") return "继续发布";
    if (action == "raise") return "升级";
    if (action == "lower") return "降级";
    if (action == "lift") return "解除";
    return "发布";
}

}  // namespace

void note(store::Rows& rows, const Entry& entry, const warning::WarningReceived& received) {
    Line line;
    line.colour = to_text(received.colour);
    const bool telling = received.telling >= 0;
    const auto headline =
        telling ? received.alert.infos[static_cast<std::size_t>(received.telling)].headline : received.alert.note;
    const auto named = headline.empty() ? warning::hazard_name(received.hazard) : headline;
    const auto actual = received.alert.status == "Actual" || received.alert.status == "Exercise";
    line.zh = fmt::format(
        "收到预警（{}{}）：{}", action_zh(received.action), actual ? "" : "，" + received.alert.status, named
    );
    line.en =
        fmt::format("Warning received ({}{}): {}", received.action, actual ? "" : ", " + received.alert.status, named);
    write_line(rows, entry, {}, line);
}

void note(store::Rows& rows, const Entry& entry, const warning::WarningExpired&) {
    Line line;
    line.zh = "预警已到期";
    line.en = "The warning's time is over";
    write_line(rows, entry, {}, line);
}

void note(store::Rows& rows, const Entry& entry, const warning::DrillStarted& started) {
    Line line;
    line.zh = "演练开始：" + started.name;
    line.en = "Drill started: " + started.name;
    write_line(rows, entry, {}, line);
}

void note(store::Rows& rows, const Entry& entry, const warning::DrillEnded& ended) {
    Line line;
    line.zh = ended.reason.empty() ? "演练结束" : "演练结束：" + ended.reason;
    line.en = ended.reason.empty() ? "Drill ended" : "Drill ended: " + ended.reason;
    write_line(rows, entry, {}, line);
}

}  // namespace anlan::response

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "plan/queries.hpp"
#include "response/timeline.hpp"
#include "warning/queries.hpp"

namespace anlan::response {

namespace {

struct Said {
    std::string hazard, colour;
    AreaCode area;
};
BOOST_DESCRIBE_STRUCT(Said, (), (hazard, colour, area))

std::string in_chinese(const std::string& hazard, std::int64_t level) {
    return warning::hazard_name(hazard) + plan::roman(level) + "级响应";
}

std::string in_english(const std::string& hazard, std::int64_t level) {
    return fmt::format("{} response, level {}", warning::hazard_name(hazard, true), plan::roman(level));
}

/// Events after the first do not repeat what the response is about.
Said about(store::Rows& rows, const std::string& id) {
    return rows.first<Said>("SELECT hazard, colour, area FROM response WHERE id = :i", id).value_or(Said{});
}

Line line_of(const journal::Entry& entry, const AreaCode& area, const std::string& colour) {
    Line line;
    line.response = entry.subject;
    line.area = area;
    line.colour = colour;
    return line;
}

}  // namespace

void tell(store::Rows& rows, const journal::Entry& entry, const std::string& node, const ResponseProposed& proposed) {
    const auto& footing = proposed.footing;
    auto line = line_of(entry, footing.area, footing.colour);
    line.zh = fmt::format(
        "{}；建议启动{}，请在{}前确认",
        proposed.reason_zh,
        in_chinese(footing.hazard, footing.level),
        clock_time(proposed.confirm_by)
    );
    line.en = fmt::format(
        "{}; proposed: {}, to be confirmed by {}",
        proposed.reason_en,
        in_english(footing.hazard, footing.level),
        clock_time(proposed.confirm_by)
    );
    write_line(rows, entry, node, line);
}

void tell(store::Rows& rows, const journal::Entry& entry, const std::string& node, const ConfirmEscalated& escalated) {
    auto line = line_of(entry, escalated.area, escalated.colour);
    line.person = escalated.leader;
    line.late = true;
    line.zh = escalated.leader.empty() ? "响应建议逾时未确认，且没有可叫应的带班领导"
                                       : "响应建议逾时未确认，叫应带班领导{person}";
    line.en = escalated.leader.empty() ? "The proposal was not confirmed in time, and there is no leader to call"
                                       : "The proposal was not confirmed in time; calling the leader, {person}";
    write_line(rows, entry, node, line);
}

void tell(store::Rows& rows, const journal::Entry& entry, const std::string& node, const ResponseActivated& activated) {
    const auto& footing = activated.footing;
    auto line = line_of(entry, footing.area, footing.colour);
    line.person = activated.by;
    line.zh = fmt::format("{{actor}}启动{}（预案：{}）", in_chinese(footing.hazard, footing.level), footing.plan_title);
    line.en = fmt::format(
        "{{actor}} started: {} (plan: {})",
        in_english(footing.hazard, footing.level),
        footing.plan_title_en.empty() ? footing.plan_title : footing.plan_title_en
    );
    if (!activated.vacant.empty()) {
        line.zh += fmt::format("；岗位空缺未能叫应：{}", fmt::join(activated.vacant, "、"));
        line.en += fmt::format("; nobody to call for: {}", fmt::join(activated.vacant, ", "));
    }
    write_line(rows, entry, node, line);
}

void tell(store::Rows& rows, const journal::Entry& entry, const std::string& node, const ResponseDeclined& declined) {
    const auto kept = about(rows, entry.subject);
    auto line = line_of(entry, kept.area, kept.colour);
    line.person = declined.by;
    line.zh = "{actor}决定不启动响应：" + declined.reason;
    line.en = "{actor} declined the response: " + declined.reason;
    write_line(rows, entry, node, line);
}

void tell(store::Rows& rows, const journal::Entry& entry, const std::string& node, const LevelSuggested& suggested) {
    const auto kept = about(rows, entry.subject);
    auto line = line_of(entry, kept.area, suggested.colour);
    line.zh = suggested.reason_zh;
    line.en = suggested.reason_en;
    if (suggested.level > 0) {
        line.zh += fmt::format("；建议调整为{}级", plan::roman(suggested.level));
        line.en += fmt::format("; level {} is suggested", plan::roman(suggested.level));
    }
    write_line(rows, entry, node, line);
}

void tell(store::Rows& rows, const journal::Entry& entry, const std::string& node, const LevelChanged& changed) {
    const auto& footing = changed.footing;
    auto line = line_of(entry, footing.area, footing.colour);
    line.person = changed.by;
    line.zh = fmt::format(
        "{{actor}}将响应由{}级调整为{}：{}",
        plan::roman(changed.from),
        in_chinese(footing.hazard, footing.level),
        changed.reason
    );
    line.en = fmt::format(
        "{{actor}} changed level {} to: {}; {}",
        plan::roman(changed.from),
        in_english(footing.hazard, footing.level),
        changed.reason
    );
    write_line(rows, entry, node, line);
}

void tell(store::Rows& rows, const journal::Entry& entry, const std::string& node, const ResponseClosed& closed) {
    const auto kept = about(rows, entry.subject);
    auto line = line_of(entry, kept.area, kept.colour);
    line.person = closed.by;
    line.zh = "{actor}终止响应：" + closed.reason;
    line.en = "{actor} ended the response: " + closed.reason;
    write_line(rows, entry, node, line);
}

}  // namespace anlan::response

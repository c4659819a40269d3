#include <fmt/format.h>

#include <utility>

#include "cap/fields.hpp"
#include "cap/grammar.hpp"
#include "cap/hazards.hpp"
#include "cap/judged.hpp"

namespace anlan::cap {

namespace {

using warning::Alert;
using warning::AlertArea;
using warning::AlertInfo;

constexpr std::string_view kUrgencies = "Immediate Expected Future Past Unknown";
constexpr std::string_view kSeverities = "Extreme Severe Moderate Minor Unknown";
constexpr std::string_view kCertainties = "Observed Likely Possible Unlikely Unknown";

/// Since 1.1 a valueName and a value; in 1.0 one text "name=value".
std::pair<std::string, std::string> pair_of(const Element& element) {
    if (const auto name = element.child("valueName")) return {name->text(), element.text_of("value")};
    const auto text = element.text();
    const auto equals = text.find('=');
    if (equals == std::string::npos) return {{}, text};
    return {text.substr(0, equals), text.substr(equals + 1)};
}

AlertArea read_area(const Element& element, std::string_view language, Findings& notes) {
    AlertArea area;
    area.description = element.text_of("areaDesc");
    for (const auto& each : element.children("polygon"))
        if (auto ring = read_polygon(each.text(), each.line(), notes)) area.polygons.push_back(std::move(*ring));
    for (const auto& each : element.children("circle"))
        if (const auto circle = read_circle(each.text(), 1, each.line(), notes)) area.circles.push_back(*circle);
    for (const auto& each : element.children("geocode")) {
        const auto [name, value] = pair_of(each);
        if (!names_divisions(name, value, language)) continue;
        for (auto& code : read_codes(value)) area.codes.push_back(std::move(code));
    }
    return area;
}

/// The word of a list, or Unknown with a note.
std::string listed(const Element& info, std::string_view name, std::string_view allowed, Findings& notes) {
    const auto given = info.text_of(name);
    if (name == "certainty" && given == "Very Likely") return "Likely";  // 1.0; so the standard wants it read since 1.1
    if (is_one_of(given, allowed)) return given;
    notes.push_back(
        {info.line(),
         fmt::format("{}{}_unknown", kProse, name),
         fmt::format("{} 缺少或不在标准中，按“未知”处理", name),
         fmt::format("{} is missing or not in the standard and counts as Unknown", name)}
    );
    return "Unknown";
}

std::optional<Instant> time_of(const Element& info, std::string_view name, Findings& notes) {
    const auto found = info.child(name);
    return found ? read_time(found->text(), name, found->line(), notes) : std::nullopt;
}

std::string language_of(const Element& info, const AlertInfo& words) {
    const auto given = info.text_of("language");
    if (!given.empty()) return given;
    return has_chinese(words.event) || has_chinese(words.headline) ? "zh-CN" : "en-US";  // the standard's default
}

void read_signs(const Element& element, AlertInfo& info) {
    std::vector<std::string> codes;
    for (const auto& each : element.children("eventCode")) codes.push_back(pair_of(each).second);
    Parameters parameters;
    for (const auto& each : element.children("parameter")) parameters.push_back(pair_of(each));
    const Signs signs{info.event, info.headline, info.severity, codes, parameters};
    info.hazard = hazard_of(signs);
    info.colour = colour_of(signs);
    if (!codes.empty()) info.event_code = codes.front();
}

AlertInfo read_info(const Element& element, Findings& notes) {
    AlertInfo info;
    info.event = element.text_of("event");
    info.headline = element.text_of("headline");
    info.language = language_of(element, info);
    info.urgency = listed(element, "urgency", kUrgencies, notes);
    info.severity = listed(element, "severity", kSeverities, notes);
    info.certainty = listed(element, "certainty", kCertainties, notes);
    info.effective = time_of(element, "effective", notes);
    info.onset = time_of(element, "onset", notes);
    info.expires = time_of(element, "expires", notes);
    info.sender_name = element.text_of("senderName");
    info.description = element.text_of("description");
    info.instruction = element.text_of("instruction");
    info.web = element.text_of("web");
    info.contact = element.text_of("contact");
    read_signs(element, info);
    for (const auto& each : element.children("area")) info.areas.push_back(read_area(each, info.language, notes));
    return info;
}

Alert read_alert(Dialect dialect, const Element& element, Findings& notes) {
    Alert alert;
    alert.standard = standard_of(dialect);
    alert.identifier = element.text_of("identifier");
    alert.sender = element.text_of("sender");
    if (const auto sent = time_of(element, "sent", notes)) alert.sent = *sent;
    alert.status = element.text_of("status");
    alert.msg_type = element.text_of("msgType");
    alert.scope = element.text_of("scope");
    alert.note = element.text_of("note");
    if (const auto found = element.child("references"))
        alert.references = read_references(found->text(), found->line(), notes);
    for (const auto& each : element.children("info")) alert.infos.push_back(read_info(each, notes));
    if (!alert.scope.empty()) return alert;
    alert.scope = "Restricted";
    notes.push_back(
        {element.line(),
         std::string(kProse) + "scope_missing",
         "缺少 scope，按“限定范围（Restricted）”处理",
         "scope is missing and counts as Restricted"}
    );
    return alert;
}

}  // namespace

Judged judge_cap(Dialect dialect, const Element& element) {
    Judged judged;
    judged.findings = judge_by_schema(dialect, element);
    judged.schema_holds = judged.findings.empty();
    judged.alert = read_alert(dialect, element, judged.findings);
    judged.refusal = find_refusal(judged, element, "sent");
    if (!judged.refusal) add_prose_rules(element, judged);
    return judged;
}

}  // namespace anlan::cap

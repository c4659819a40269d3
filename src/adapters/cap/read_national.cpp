#include <fmt/format.h>

#include <array>
#include <span>
#include <utility>

#include "cap/fields.hpp"
#include "cap/hazards.hpp"
#include "cap/judged.hpp"

namespace anlan::cap {

namespace {

using warning::Alert;
using warning::AlertArea;
using warning::AlertInfo;

constexpr double kMetre_km = 0.001;

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kNationalSeverities{
    {{"Red", "Extreme"}, {"Orange", "Severe"}, {"Yellow", "Moderate"}, {"Blue", "Minor"}}};

/// Mandatory fields and, where there is one, the list of words.
struct Field {
    std::string_view name, words;
};
constexpr std::array<Field, 6> kOfAlert{
    {{"senderCode", ""},
     {"status", "Actual Exercise Test Draft"},
     {"msgType", "Alert Update Cancel Ack Error"},
     {"scope", "Public Restricted Private"},
     {"code", ""},
     {"info", ""}}};
constexpr std::array<Field, 9> kOfInfo{
    {{"eventType", ""},
     {"urgency", "Immediate Expected Future Past Unknown"},
     {"severity", "Red Orange Yellow Blue Unknown"},
     {"certainty", "Observed VeryLikely Likely Unlikely Unknown"},
     {"effective", ""},
     {"senderName", ""},
     {"headline", ""},
     {"description", ""},
     {"area", ""}}};

void judge_fields(const Element& element, std::span<const Field> fields, Findings& findings) {
    for (const auto& field : fields) {
        const auto found = element.child(field.name);
        const auto text = found ? found->text() : std::string();
        if (!text.empty() && (field.words.empty() || is_one_of(text, field.words))) continue;
        const auto line = found ? found->line() : element.line();
        if (text.empty())
            findings.push_back(
                {line,
                 "field_missing",
                 fmt::format("国标预警信息缺少必填项 {}", field.name),
                 fmt::format("the national dialect asks for {}", field.name)}
            );
        else
            findings.push_back(
                {line,
                 "word_unknown",
                 fmt::format("{} 的取值应为 {} 之一", field.name, field.words),
                 fmt::format("{} is one of {}", field.name, field.words)}
            );
    }
}

/// The dialect writes a blank where CAP wants a T, and that is right here.
std::optional<Instant> national_time_of(const Element& element, std::string_view name, Findings& notes) {
    const auto found = element.child(name);
    if (!found) return std::nullopt;
    auto text = found->text();
    if (text.size() > 10 && text[10] == ' ') text[10] = 'T';
    return read_time(text, name, found->line(), notes);
}

AlertArea read_area(const Element& element, Findings& notes) {
    AlertArea area;
    area.description = element.text_of("areaDesc");
    for (const auto& each : element.children("polygon"))
        if (!each.text().empty())
            if (auto ring = read_polygon(each.text(), each.line(), notes)) area.polygons.push_back(std::move(*ring));
    for (const auto& each : element.children("circle"))
        if (!each.text().empty())
            if (const auto circle = read_circle(each.text(), kMetre_km, each.line(), notes))
                area.circles.push_back(*circle);
    for (const auto& each : element.children("geocode"))
        for (auto& code : read_codes(each.text())) area.codes.push_back(std::move(code));
    return area;
}

std::string severity_of(std::string_view colour) {
    for (const auto& [name, severity] : kNationalSeverities)
        if (name == colour) return std::string(severity);
    return known_or_unknown(colour, "Extreme Severe Moderate Minor");
}

AlertInfo read_info(const Element& element, std::string_view authority, Findings& notes) {
    AlertInfo info;
    info.language = element.text_of("language");
    if (info.language.empty()) info.language = "zh-CN";
    info.event_code = element.text_of("eventType");
    info.headline = element.text_of("headline");
    info.urgency = known_or_unknown(element.text_of("urgency"), "Immediate Expected Future Past");
    info.certainty = known_or_unknown(element.text_of("certainty"), "Observed Likely Possible Unlikely");
    if (element.text_of("certainty") == "VeryLikely") info.certainty = "Likely";
    const auto colour = element.text_of("severity");
    info.severity = severity_of(colour);
    info.effective = national_time_of(element, "effective", notes);
    info.onset = national_time_of(element, "onset", notes);
    info.expires = national_time_of(element, "expires", notes);
    info.sender_name = authority;
    info.description = element.text_of("description");
    info.instruction = element.text_of("instruction");
    info.web = element.text_of("web");
    const std::vector<std::string> codes{info.event_code};
    const Parameters parameters{{"cn:color", colour}};
    // Vendors disagree about the codes, so the headline is asked before the code's own word.
    const Signs signs{{}, info.headline, colour, codes, parameters};
    info.hazard = hazard_of(signs);
    info.event = event_of(info.event_code, info.headline);
    info.colour = colour_of(signs);
    for (const auto& each : element.children("area")) info.areas.push_back(read_area(each, notes));
    return info;
}

Alert read_alert(const Element& element, Findings& notes) {
    Alert alert;
    alert.standard = standard_of(Dialect::national);
    alert.identifier = element.text_of("identifier");
    const auto authority = element.text_of("sender");
    const auto code = element.text_of("senderCode");
    alert.sender = code.empty() ? authority : code;
    if (const auto sent = national_time_of(element, "sendTime", notes)) alert.sent = *sent;
    alert.status = element.text_of("status");
    alert.msg_type = element.text_of("msgType");
    alert.scope = element.text_of("scope");
    if (alert.scope.empty()) alert.scope = "Restricted";
    alert.note = element.text_of("note");
    const auto references = element.text_of("references");
    for (const auto word : words_of(references)) alert.references.push_back({{}, std::string(word), std::nullopt});
    for (const auto& each : element.children("info")) alert.infos.push_back(read_info(each, authority, notes));
    return alert;
}

}  // namespace

Judged judge_national(const Element& element) {
    Judged judged;
    judge_fields(element, kOfAlert, judged.findings);
    for (const auto& info : element.children("info")) judge_fields(info, kOfInfo, judged.findings);
    judged.schema_holds = judged.findings.empty();
    judged.alert = read_alert(element, judged.findings);
    judged.refusal = find_refusal(judged, element, "sendTime");
    return judged;
}

}  // namespace anlan::cap

#include "cap/writer.hpp"

#include <fmt/format.h>

#include "base/reflect.hpp"
#include "cap/dialect.hpp"
#include "cap/fields.hpp"
#include "cap/hazards.hpp"
#include "cap/markup.hpp"
#include "cap/reader.hpp"

namespace anlan::cap {

namespace {

using warning::Alert;
using warning::AlertArea;
using warning::AlertInfo;
using warning::Colour;

constexpr std::string_view kDivisions = "行政区划代码";

Result<void> check_name(const std::string& text, const char* field) {
    if (!text.empty() && clean(text) == text && text.find_first_of(" ,<&\t\r\n") == std::string::npos) return done();
    return refuse(
        std::string(field) + "_invalid",
        field,
        fmt::format("{} 不能为空，也不能含空格、逗号、< 或 &", field),
        fmt::format("{} may not be empty nor hold a blank, a comma, < or &", field)
    );
}

Result<void> check_word(const std::string& text, const char* field, std::string_view allowed) {
    if (is_one_of(text, allowed)) return done();
    return refuse(
        std::string(field) + "_invalid",
        field,
        fmt::format("{} 应为 {} 之一", field, allowed),
        fmt::format("{} is one of {}", field, allowed)
    );
}

Result<void> check(const Alert& alert) {
    BOOST_OUTCOME_TRYV(check_name(alert.identifier, "identifier"));
    BOOST_OUTCOME_TRYV(check_name(alert.sender, "sender"));
    BOOST_OUTCOME_TRYV(check_word(alert.status, "status", "Actual Exercise System Test Draft"));
    BOOST_OUTCOME_TRYV(check_word(alert.msg_type, "msg_type", "Alert Update Cancel Ack Error"));
    BOOST_OUTCOME_TRYV(check_word(alert.scope, "scope", "Public Restricted Private"));
    return done();
}

std::string reference(const warning::AlertReference& each) {
    if (each.sender.empty()) return each.identifier;
    if (!each.sent) return each.sender + "," + each.identifier;
    return each.sender + "," + each.identifier + "," + to_local(*each.sent);
}

std::string references(const Alert& alert) {
    std::string all;
    for (const auto& each : alert.references) all += (all.empty() ? "" : " ") + reference(each);
    return all;
}

std::string point(const warning::LonLat& at) {
    return fmt::format("{},{}", at.lat, at.lon);
}

std::string polygon(const std::vector<warning::LonLat>& ring) {
    std::string all;
    for (const auto& at : ring) all += (all.empty() ? "" : " ") + point(at);
    return all;
}

void write_area(const AlertArea& area, Markup& out) {
    out.open("area");
    out.leaf("areaDesc", area.description);
    for (const auto& ring : area.polygons) out.leaf("polygon", polygon(ring));
    for (const auto& each : area.circles) out.leaf("circle", fmt::format("{} {}", point(each.centre), each.radius_km));
    for (const auto& code : area.codes) out.pair("geocode", kDivisions, code.text);
    out.close("area");
}

std::string_view colour_word(Colour colour) {
    switch (colour) {
        case Colour::red:
            return "Red";
        case Colour::orange:
            return "Orange";
        case Colour::yellow:
            return "Yellow";
        case Colour::blue:
            return "Blue";
        case Colour::none:
            break;
    }
    return "None";  // so that no reader guesses one from the severity
}

void write_time(std::string_view name, const std::optional<Instant>& at, Markup& out) {
    if (at) out.leaf(name, to_local(*at));
}

void write_info(const AlertInfo& info, Markup& out) {
    out.open("info");
    out.leaf_unless_empty("language", info.language);
    out.leaf("category", category_of(info.hazard));
    out.leaf("event", info.event);
    out.leaf("urgency", known_or_unknown(info.urgency, "Immediate Expected Future Past"));
    out.leaf("severity", known_or_unknown(info.severity, "Extreme Severe Moderate Minor"));
    out.leaf("certainty", known_or_unknown(info.certainty, "Observed Likely Possible Unlikely"));
    if (!info.event_code.empty()) out.pair("eventCode", "突发事件类型编码", info.event_code);
    write_time("effective", info.effective, out);
    write_time("onset", info.onset, out);
    write_time("expires", info.expires, out);
    out.leaf_unless_empty("senderName", info.sender_name);
    out.leaf_unless_empty("headline", info.headline);
    out.leaf_unless_empty("description", info.description);
    out.leaf_unless_empty("instruction", info.instruction);
    out.leaf_unless_empty("web", info.web);
    out.leaf_unless_empty("contact", info.contact);
    out.pair("parameter", "cn:color", colour_word(info.colour));
    if (is_hazard(info.hazard)) out.pair("parameter", "anlan:hazard", info.hazard);
    for (const auto& area : info.areas) write_area(area, out);
    out.close("info");
}

std::string written(const Alert& alert) {
    Markup out;
    out.open("alert", fmt::format("xmlns=\"{}\"", kCap12));
    out.leaf("identifier", alert.identifier);
    out.leaf("sender", alert.sender);
    out.leaf("sent", to_local(alert.sent));
    out.leaf("status", alert.status);
    out.leaf("msgType", alert.msg_type);
    out.leaf("scope", alert.scope);
    out.leaf_unless_empty("note", alert.note);
    out.leaf_unless_empty("references", references(alert));
    for (const auto& info : alert.infos) write_info(info, out);
    out.close("alert");
    return out.take();
}

}  // namespace

Result<std::string> CapWriter::write(const Alert& alert) const {
    BOOST_OUTCOME_TRYV(check(alert));
    auto text = written(alert);
    const auto reading = CapReader().read(text);
    if (reading.verdict == warning::Verdict::valid) return text;
    if (reading.faults.empty())
        return refuse("schema_fails", "", "预警无法写成 CAP 1.2", "it cannot be written as CAP 1.2");
    const auto& fault = reading.faults.front();
    const auto cut = fault.message.find(" / ");
    return refuse(
        fault.code == "xsd" ? "schema_fails" : fault.code,
        "",
        fault.message.substr(0, cut),
        fault.message.substr(cut + 3)
    );
}

}  // namespace anlan::cap

#include <fmt/format.h>

#include "organisation/queries.hpp"
#include "warning/commands.hpp"
#include "warning/hazards.hpp"
#include "warning/intake.hpp"

namespace anlan::warning {

namespace {

struct Referred {
    std::string sender, identifier;
    Instant sent{};
};
BOOST_DESCRIBE_STRUCT(Referred, (), (sender, identifier, sent))

/// Article 64 of the emergency response law: a warning says its kind, level, start, reach, what to heed and what to do.
Result<void> check_words(const IssueWarning& wish) {
    if (wish.hazard.empty()) return refuse("hazard_missing", "hazard", "请选灾种", "choose the hazard");
    if (wish.colour == Colour::none) return refuse("colour_missing", "colour", "请选预警级别", "choose the level");
    if (wish.headline.empty()) return refuse("headline_missing", "headline", "请写标题", "write a headline");
    if (wish.description.empty())
        return refuse(
            "description_missing", "description", "请写明情况和警示事项", "say what is coming and what to heed"
        );
    if (wish.instruction.empty())
        return refuse("instruction_missing", "instruction", "请写明应采取的措施", "say what people should do");
    if (wish.codes.empty())
        return refuse("codes_missing", "codes", "请选可能影响的范围", "choose the area that may be hit");
    if (!wish.expires) return refuse("expires_missing", "expires", "请写明结束时间", "say when it ends");
    return done();
}

Result<void> check_facts(const IssueWarning& wish, const Desk& desk) {
    if (desk.node.level() == Level::town || desk.node.level() == Level::village)
        return refuse(
            "not_at_this_level",
            "",
            "镇、村不能发布预警；请报县级发布，本站可以转发、叫应和组织转移",
            "a town may not issue warnings; ask the county, and relay, call and organise here"
        );
    BOOST_OUTCOME_TRYV(check_words(wish));
    for (const auto& code : wish.codes)
        if (!desk.node.area.contains(code))
            return refuse("area_outside", "codes", "范围超出本级辖区：" + code.text, "outside our area: " + code.text);
    if (*wish.expires <= wish.effective.value_or(desk.now) || *wish.expires <= desk.now)
        return refuse(
            "expires_past", "expires", "结束时间应晚于开始时间和现在", "it must end after it begins and after now"
        );
    if (wish.action != "issue" && !wish.action.empty() && wish.references.empty())
        return refuse("references_missing", "references", "请选它针对的那条预警", "choose the warning it is about");
    return done();
}

/// CAP's severity words follow the colours one to one (POLICY §5.3).
std::string severity_of(Colour colour) {
    switch (colour) {
        case Colour::red:
            return "Extreme";
        case Colour::orange:
            return "Severe";
        case Colour::yellow:
            return "Moderate";
        case Colour::blue:
            return "Minor";
        case Colour::none:
            break;
    }
    return "Unknown";
}

Result<std::vector<AlertReference>> references_of(const IssueWarning& wish, const Desk& desk) {
    std::vector<AlertReference> all;
    for (const auto& id : wish.references) {
        const auto known = desk.views.first<Referred>(
            "SELECT sender, identifier, sent FROM warning WHERE id = :i AND drill = :d", id, desk.world.text()
        );
        if (!known) return refuse("warning_unknown", "references", "没有这条预警", "there is no such warning");
        all.push_back({known->sender, known->identifier, known->sent});
    }
    return all;
}

AlertArea area_of(const IssueWarning& wish, const Desk& desk) {
    AlertArea area;
    area.codes = wish.codes;
    for (const auto& code : wish.codes)
        area.description += (area.description.empty() ? "" : "、") + organisation::area_name(desk.views, code);
    return area;
}

AlertInfo info_of(const IssueWarning& wish, const Desk& desk) {
    AlertInfo info;
    info.language = "zh-CN";
    info.hazard = wish.hazard;
    info.event = hazard_name(wish.hazard);
    info.colour = wish.colour;
    info.urgency = wish.colour >= Colour::orange ? "Immediate" : "Expected";
    info.severity = severity_of(wish.colour);
    info.certainty = "Likely";
    info.effective = wish.effective.value_or(desk.now);
    info.expires = wish.expires;
    info.sender_name = desk.node.name;
    info.headline = Announcement(desk.world, wish.headline).text();
    info.description = Announcement(desk.world, wish.description).text();
    info.instruction = wish.instruction;
    info.areas.push_back(area_of(wish, desk));
    return info;
}

Alert alert_of(const IssueWarning& wish, const Desk& desk, std::vector<AlertReference> references) {
    Alert alert;
    alert.standard = "CAP 1.2";
    alert.identifier = fmt::format("{}-{}", desk.node.area.text, desk.new_id());
    alert.sender = desk.node.area.text + ".anlan";
    // CAP carries whole seconds; the reference of a later message must find this one again.
    alert.sent = std::chrono::floor<std::chrono::seconds>(desk.now);
    alert.status = desk.world.is_drill() ? "Exercise" : "Actual";
    alert.msg_type = wish.action == "lift" ? "Cancel" : references.empty() ? "Alert" : "Update";
    alert.scope = "Public";
    alert.references = std::move(references);
    alert.infos.push_back(info_of(wish, desk));
    return alert;
}

}  // namespace

Result<Decision> decide(
    const IssueWarning& wish, const Desk& desk, const AreaMatcher& matcher, const AlertWriter& writer
) {
    BOOST_OUTCOME_TRYV(check_facts(wish, desk));
    BOOST_OUTCOME_TRY(auto references, references_of(wish, desk));
    auto alert = alert_of(wish, desk, std::move(references));
    BOOST_OUTCOME_TRY(auto xml, writer.write(alert));
    alert.original = std::move(xml);
    Intake intake(desk, matcher);
    const auto id = intake.take(std::move(alert), "issued", "");
    return journal::decided(intake.take_events(), id.text);
}

journal::Wish issue(
    const AreaMatcher& matcher, const AlertWriter& writer, World world, std::string actor, IssueWarning wish
) {
    const auto shared = std::make_shared<const IssueWarning>(std::move(wish));
    journal::Wish made{std::move(world), std::move(actor), {}, {}};
    made.decide = [shared, &matcher, &writer](const Desk& desk) { return decide(*shared, desk, matcher, writer); };
    return made;
}

}  // namespace anlan::warning

#include "warning/answers.hpp"

#include "warning/hazards.hpp"

namespace anlan::warning {

namespace {

AreaAnswer area_answer(const AlertArea& area) {
    AreaAnswer made{area.description, area.codes, {}, {}};
    for (const auto& polygon : area.polygons) {
        auto& ring = made.polygons.emplace_back();
        for (const auto& point : polygon) ring.push_back({point.lon, point.lat});
    }
    for (const auto& circle : area.circles)
        made.circles.push_back({circle.centre.lon, circle.centre.lat, circle.radius_km});
    return made;
}

}  // namespace

WarningAnswer answer_of(store::Rows& rows, const WarningFacts& facts, const ResponsesOf& responses_of, bool english) {
    const auto led_to = responses_of ? responses_of(rows, facts.id) : LedTo{};
    WarningAnswer made;
    made.id = facts.id;
    made.identifier = facts.identifier;
    made.sender = facts.sender;
    made.sender_name = facts.sender_name;
    made.standard = facts.standard;
    made.source = facts.source;
    made.via = facts.via;
    made.status = facts.status;
    made.msg_type = facts.msg_type;
    made.action = facts.action;
    made.hazard = facts.hazard;
    made.hazard_name = hazard_name(facts.hazard, english);
    made.colour = facts.colour;
    made.event = facts.event;
    made.headline = facts.headline;
    made.description = facts.description;
    made.instruction = facts.instruction;
    made.sent = facts.sent;
    made.received_at = facts.received_at;
    made.effective = facts.effective;
    made.onset = facts.onset;
    made.expires = facts.expires;
    made.state = facts.state;
    made.replaced_by = facts.replaced_by;
    made.replaces = facts.replaces;
    for (const auto& area : facts.areas) made.areas.push_back(area_answer(area));
    made.covers_us = facts.covers_us;
    made.notes = facts.notes;
    made.drill = facts.drill;
    made.responses = led_to.responses;
    made.first_response_at = led_to.first_at;
    return made;
}

WarningDetail detail_of(store::Rows& rows, const WarningFacts& facts, const ResponsesOf& responses_of, bool english) {
    WarningDetail made;
    static_cast<WarningAnswer&>(made) = answer_of(rows, facts, responses_of, english);
    made.original = original_of(rows, facts.id);
    made.infos = infos_of(rows, facts.id);
    for (const auto& each : history_of(rows, facts))
        made.history.push_back({each.id, each.action, each.colour, each.sent, each.headline, each.state});
    return made;
}

}  // namespace anlan::warning

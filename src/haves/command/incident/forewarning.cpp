#include "incident/forewarning.hpp"

namespace anlan::incident {

namespace {

/// Only what a village says goes past the town; a county decides itself what it tells a prefecture.
bool tells_ahead(const Desk& desk) {
    return desk.node.level() == Level::town;
}

bool reported(const IncidentFacts& incident) {
    return incident.reports > 0 || incident.phoned_at.has_value();
}

}  // namespace

std::optional<journal::Event> forewarning_of(
    const TakeFromBelow& wish, const std::optional<IncidentFacts>& known, const Desk& desk
) {
    if (!tells_ahead(desk) || (known && (reported(*known) || !known->open()))) return std::nullopt;
    return journal::event(
        wish.incident.text,
        IncidentForewarned{
            wish.from,
            wish.number,
            wish.kind,
            wish.account.title,
            wish.account.course,
            wish.account.figures,
            wish.place,
            wish.happened_at,
            wish.grade,
            wish.sensitive,
            {}}
    );
}

std::optional<journal::Event> forewarning_over(
    const IncidentFacts& incident, const std::string& why, const Desk& desk
) {
    if (!tells_ahead(desk) || incident.source != Source::below || reported(incident)) return std::nullopt;
    return journal::event(
        incident.id.text,
        IncidentForewarned{
            AreaCode{incident.from},
            0,
            incident.kind,
            incident.account.title,
            incident.account.course,
            incident.account.figures,
            incident.where(),
            incident.happened_at,
            incident.grade,
            incident.sensitive,
            why}
    );
}

Result<Decision> decide(const NoteForewarning& wish, const Desk& desk) {
    if (find_incident(desk.views, wish.incident)) return Decision{{}, wish.incident.text, {}};
    return journal::decided(journal::event(wish.incident.text, ForewarningNoted{wish.node, wish.told}));
}

std::vector<Forewarning> forewarnings(store::Rows& rows, const World& world, std::int64_t limit) {
    return rows.select<Forewarning>(
        "SELECT f.incident, f.node, f.at, f.body FROM incident_forewarning f WHERE f.drill = :d AND f.over = 0 AND NOT "
        "EXISTS (SELECT 1 FROM incident i WHERE i.id = f.incident) ORDER BY f.at DESC, f.incident LIMIT :l",
        world.text(),
        limit
    );
}

}  // namespace anlan::incident

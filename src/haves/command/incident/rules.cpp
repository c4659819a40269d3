#include "incident/rules.hpp"

#include <algorithm>
#include <cmath>

#include "organisation/queries.hpp"
#include "policy/queries.hpp"

namespace anlan::incident {

namespace {

constexpr double kNearEnough_degrees = 0.1;  ///< about 10 km: farther from every village it is not ours

std::string limit_key(Level level, bool grave, const std::string& way) {
    if (level != Level::town && level != Level::village) return "report.county." + way;
    return "report.town." + way + (grave ? ".major" : ".ordinary");
}

Result<void> check_point(const std::optional<double>& lon, const std::optional<double>& lat) {
    if (!lon && !lat) return done();
    const bool good =
        lon && lat && std::isfinite(*lon) && std::isfinite(*lat) && std::abs(*lon) <= 180 && std::abs(*lat) <= 90;
    const bool nowhere = good && std::abs(*lon) < 0.01 && std::abs(*lat) < 0.01;  // 0°N 0°E: a phone without a fix
    if (good && !nowhere) return done();
    return refuse("place_invalid", "lon", "坐标不对，请在图上重新点选", "the coordinates are wrong; choose on the map");
}

/// The area whose name stands in the words, the longest name first: 祥芝村 before 祥芝镇's.
std::optional<AreaCode> named_in(const std::vector<organisation::AreaFacts>& areas, const std::string& words) {
    const organisation::AreaFacts* best = nullptr;
    for (const auto& area : areas)
        if (!area.name.empty() && words.find(area.name) != std::string::npos)
            if (best == nullptr || area.name.size() > best->name.size()) best = &area;
    if (best == nullptr) return std::nullopt;
    return best->code;
}

std::optional<AreaCode> nearest(const std::vector<organisation::AreaFacts>& areas, double lon, double lat) {
    std::optional<AreaCode> found;
    double least = kNearEnough_degrees;
    for (const auto& area : areas) {
        if (!area.lon || !area.lat) continue;
        const auto apart = std::hypot((*area.lon - lon) * std::cos(lat * 3.14159265358979 / 180), *area.lat - lat);
        if (apart >= least) continue;
        least = apart;
        found = area.code;
    }
    return found;
}

}  // namespace

Refusal incident_unknown() {
    return refuse("incident_unknown", "incident", "没有这件突发事件", "no such incident");
}

Result<IncidentFacts> open_incident(const journal::Desk& desk, const IncidentId& id) {
    auto found = find_incident(desk.views, id);
    if (!found) return incident_unknown();
    if (!found->open()) return refuse("already_ended", "incident", "这件事已经办结", "this incident has ended");
    return std::move(*found);
}

Limits limits_for(const journal::Desk& desk, Grade grade, bool sensitive, Instant known_at) {
    const bool grave = sensitive || grade >= Grade::larger;
    const auto level = desk.node.level();
    const auto most = policy::seconds(desk.views, "report.level_up.max");
    const auto limit = [&](const char* way) {
        return known_at + std::min(most, policy::seconds(desk.views, limit_key(level, grave, way)));
    };
    return {limit("phone"), limit("written")};
}

Instant followup_after(const journal::Desk& desk, Grade grade, Instant now) {
    const bool grave = grade >= Grade::larger;
    return now + policy::seconds(desk.views, grave ? "report.followup.active.major" : "report.followup.active");
}

std::vector<std::string> usual_recipients(store::Rows& rows, Level level) {
    const bool town = level == Level::town || level == Level::village;
    const auto text = policy::text(rows, town ? "report.to.town" : "report.to.county");
    static const std::string kBetween = "、";
    std::vector<std::string> all;
    for (std::size_t from = 0; from <= text.size();) {
        const auto to = std::min(text.find(kBetween, from), text.size());
        if (to > from) all.push_back(text.substr(from, to - from));
        from = to + kBetween.size();
    }
    return all;
}

bool names_an_area(store::Rows& rows, const AreaCode& node, const std::string& words) {
    return named_in(organisation::areas_below(rows, node), words).has_value() ||
           named_in(organisation::areas_below(rows, node.parent()), words).has_value();
}

Result<Place> place_of(
    const journal::Desk& desk,
    const AreaCode& area,
    const std::string& words,
    std::optional<double> lon,
    std::optional<double> lat
) {
    const auto& node = desk.node.area;
    BOOST_OUTCOME_TRYV(check_point(lon, lat));
    if (area.text.empty() && words.empty() && !lon)
        return refuse(
            "place_missing", "place", "请写地点，或在图上点选", "say where it is, or choose a place on the map"
        );
    if (words.size() > kLongestTitle)
        return refuse("too_long", "place", "地点请不超过 100 字", "keep the place under 100 characters");
    Place place{node, words, lon, lat, false};
    const auto own = organisation::areas_below(desk.views, node);
    const auto around = organisation::areas_below(desk.views, node.parent());
    if (!area.text.empty()) {
        if (!organisation::area_facts(desk.views, area))
            return refuse("area_unknown", "area", "没有这个村（社区）", "no such area");
        place.area = area;
    } else if (const auto named = named_in(own, words)) {
        place.area = *named;
    } else if (const auto named_near = named_in(around, words); named_near && !lon) {
        place.area = *named_near;
    } else if (lon) {
        const auto here = nearest(own, *lon, *lat);
        const auto near = here ? here : nearest(around, *lon, *lat);
        place.area = near.value_or(node);
        place.outside = !near;
    }
    place.outside = place.outside || !node.contains(place.area);
    if (place.words.empty()) place.words = organisation::area_name(desk.views, place.area);
    return place;
}

Result<void> check_account(const Account& account) {
    if (account.title.empty()) return refuse("title_missing", "account.title", "请写标题", "give it a title");
    if (account.title.size() > kLongestTitle)
        return refuse("too_long", "account.title", "标题请不超过 100 字", "keep the title under 100 characters");
    if (account.course.empty())
        return refuse("course_missing", "account.course", "请写事发经过", "write what happened");
    for (const auto* text :
         {&account.course,
          &account.cause,
          &account.measures,
          &account.leaders,
          &account.trend,
          &account.next,
          &account.request})
        if (text->size() > kLongestText)
            return refuse(
                "too_long", "account.course", "每一项请不超过 2000 字", "keep each part under 2000 characters"
            );
    return check_figures(account.figures);
}

std::string title_of(const journal::Desk& desk) {
    for (const auto& post : organisation::posts_held_by(desk.views, desk.person()))
        if (desk.node.area.contains(post.area)) return post.title;
    return "值班室";
}

}  // namespace anlan::incident

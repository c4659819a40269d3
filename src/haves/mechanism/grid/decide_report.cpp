#include "grid/commands.hpp"
#include "grid/rules.hpp"
#include "organisation/queries.hpp"

namespace anlan::grid {

namespace {

bool is_digest(const std::string& text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// Where it is: on whose ground, and in which village.
struct Ground {
    GridId grid;
    AreaCode area;
    bool outside = false;
};

Ground ground_of_fix(const Desk& desk, double lon, double lat) {
    if (const auto grid = grid_at(desk.views, lon, lat)) return {grid->id, grid->area, false};
    const auto near = nearest_area(desk, lon, lat);
    return {{}, near.value_or(desk.node.area), !near};
}

/// A fix says most; then the village that was named; then the ground the reporter looks after.
Result<Ground> ground_of(const TellReport& wish, const Desk& desk) {
    BOOST_OUTCOME_TRYV(check_place(wish.lon, wish.lat));
    if (wish.place.size() > kLongestTitle)
        return refuse("too_long", "place", "地点请不超过 100 字", "keep the place under 100 characters");
    if (wish.lon) return ground_of_fix(desk, *wish.lon, *wish.lat);
    if (!wish.area.text.empty()) {
        if (!organisation::area_facts(desk.views, wish.area))
            return refuse("place_invalid", "area", "没有这个村（社区）", "no such village");
        return Ground{{}, wish.area, !desk.node.area.contains(wish.area)};
    }
    const auto own = grids_of(desk.views, desk.person());
    if (!own.empty()) return Ground{own.front().id, own.front().area, false};
    if (wish.place.empty())
        return refuse("place_missing", "place", "请写地点，或给出当前位置", "say where it is, or give your position");
    return Ground{{}, desk.node.area, false};
}

}  // namespace

Result<Decision> decide(const TellReport& wish, const Desk& desk) {
    // The first sending stands: a telephone that got no answer sends again.
    if (const auto known = report_of_key(desk.views, wish.key, desk.person())) return Decision{{}, known->text, {}};
    BOOST_OUTCOME_TRYV(
        check_text(wish.words, "words_missing", "words", "请写看到了什么", "say what you have seen", kLongestText)
    );
    if (find_kind(wish.kind) == nullptr) return refuse("kind_unknown", "kind", "请选择类别", "choose what kind it is");
    BOOST_OUTCOME_TRY(const auto ground, ground_of(wish, desk));
    if (!wish.photo.empty() && !is_digest(wish.photo))
        return refuse("photo_invalid", "photo", "照片请先上传", "upload the photo first");
    BOOST_OUTCOME_TRY(const auto found_at, moment_of(desk, wish.seconds_ago));
    return journal::decided(journal::event(
        desk.new_id(),
        GridReported{
            wish.key,
            ground.grid,
            ground.area,
            wish.kind,
            wish.severity,
            wish.words,
            wish.place,
            wish.lon,
            wish.lat,
            ground.outside,
            wish.photo,
            found_at,
            {}}
    ));
}

}  // namespace anlan::grid

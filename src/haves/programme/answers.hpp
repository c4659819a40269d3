#pragma once

#include "programme/means.hpp"
#include "programme/queries.hpp"
#include "programme/ten_haves.hpp"

namespace anlan::programme {

struct HaveAnswer {
    std::string id, title_zh, title_en;
    double points = 0, out_of = 0, on_site = 0;
    Light light = Light::grey;
};
BOOST_DESCRIBE_STRUCT(HaveAnswer, (), (id, title_zh, title_en, points, out_of, on_site, light))

/// A knock-out rule (一票否决) that holds now.
struct Gate {
    std::string id, zh, en;
};
BOOST_DESCRIBE_STRUCT(Gate, (), (id, zh, en))

/// One station on the board of eight haves.
struct StationAnswer {
    AreaCode node;
    std::string name;
    std::optional<Instant> told_at;  ///< none: nothing has come from there yet
    double points = 0, out_of = 0, on_site = 0;
    std::optional<double> week_change;  ///< points against a week ago
    std::vector<HaveAnswer> haves;
    std::vector<Gate> gates;
    std::int64_t to_do = 0;  ///< items with something missing
};
BOOST_DESCRIBE_STRUCT(
    StationAnswer, (), (node, name, told_at, points, out_of, on_site, week_change, haves, gates, to_do)
)

/// What a station below has, as it told last, for the page of the level above.
struct TownMeans {
    AreaCode node;
    std::string name;
    std::optional<Instant> told_at;  ///< none: nothing has come from there yet
    Means means;
};
BOOST_DESCRIBE_STRUCT(TownMeans, (), (node, name, told_at, means))

/// An item of the sheet with what the records say of it.
struct ItemAnswer {
    std::string id, have, title_zh, title_en, deduction, on_site, mode;
    double out_of = 0;
    std::optional<double> points;
    Standing standing = Standing::on_site;
    std::string zh, en, fix_zh, fix_en;
};
BOOST_DESCRIBE_STRUCT(
    ItemAnswer,
    (),
    (id, have, title_zh, title_en, deduction, on_site, mode, out_of, points, standing, zh, en, fix_zh, fix_en)
)

struct ReadinessAnswer {
    StationAnswer station;
    std::string sheet, source;
    double pass = 0;  ///< points that pass
    std::vector<ItemAnswer> items;
    std::vector<DayScore> trend;
    std::string ten_source;
    std::vector<TenAnswer> ten;  ///< the same records by the province's list
};
BOOST_DESCRIBE_STRUCT(ReadinessAnswer, (), (station, sheet, source, pass, items, trend, ten_source, ten))

/// This station now, or a station below as it was told last.
std::optional<ReadinessAnswer> readiness_seen(
    store::Rows& rows, const journal::NodeFacts& here, const AreaCode& node, Instant now
);
/// Every station below; of a station, itself.
std::vector<StationAnswer> board(store::Rows& rows, const journal::NodeFacts& here, Instant now);

}  // namespace anlan::programme

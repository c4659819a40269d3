#pragma once

#include "programme/acceptance_queries.hpp"

namespace anlan::programme {

/// One acceptance in a list.
struct AcceptanceAnswer {
    AcceptanceId id;
    AreaCode station;
    std::string name;
    AcceptanceState state = AcceptanceState::applied;
    Instant applied_at{};
    std::string applied_by;
    double records = 0, self = 0;  ///< points the records gave, points the station gave itself
    std::int64_t items = 0, reviewed = 0, fixes_open = 0;
    std::optional<Instant> concluded_at, filed_at;
    std::optional<AcceptanceResult> result;
    std::optional<double> total, dynamic;
    bool excellent = false;  ///< within the quota of its cohort, as far as this node knows it
    std::string opinion, filing;
    std::optional<Instant> submitted_at;
    std::string submitted, submitted_by;  ///< digest of the package the county told of (报备); who told, by post
    std::string receipt;                  ///< digest the prefecture's receipt names (备案回执)
};
BOOST_DESCRIBE_STRUCT(
    AcceptanceAnswer,
    (),
    (id,
     station,
     name,
     state,
     applied_at,
     applied_by,
     records,
     self,
     items,
     reviewed,
     fixes_open,
     concluded_at,
     filed_at,
     result,
     total,
     dynamic,
     excellent,
     opinion,
     filing,
     submitted_at,
     submitted,
     submitted_by,
     receipt)
)

/// One item on the reviewer's sheet: what the records say, what the station says, what the reviewer says.
struct SheetLine {
    std::string id, have, title_zh, title_en, deduction, on_site, mode;
    double out_of = 0;
    std::optional<double> records;
    std::string zh, en;
    std::optional<double> self;
    std::string self_note;
    std::optional<double> points;
    bool not_applicable = false;
    std::string opinion, photo, reviewer;
    std::optional<Instant> reviewed_at;
    std::optional<double> lon, lat;  ///< where the photo was taken
    std::optional<FixFacts> fix;
};
BOOST_DESCRIBE_STRUCT(
    SheetLine,
    (),
    (id,
     have,
     title_zh,
     title_en,
     deduction,
     on_site,
     mode,
     out_of,
     records,
     zh,
     en,
     self,
     self_note,
     points,
     not_applicable,
     opinion,
     photo,
     reviewer,
     reviewed_at,
     lon,
     lat,
     fix)
)

struct AcceptanceDetail {
    AcceptanceAnswer acceptance;
    double total = 0;  ///< as it stands now, of 100
    std::vector<std::string> unreviewed;
    std::vector<SheetLine> lines;
};
BOOST_DESCRIBE_STRUCT(AcceptanceDetail, (), (acceptance, total, unreviewed, lines))

std::vector<AcceptanceAnswer> acceptances_seen(store::Rows& rows);
std::optional<AcceptanceDetail> acceptance_detail(store::Rows& rows, const AcceptanceId& id);

}  // namespace anlan::programme

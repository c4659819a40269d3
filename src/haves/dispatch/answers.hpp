#pragma once

#include "dispatch/propose.hpp"
#include "dispatch/records.hpp"
#include "documents/official.hpp"
#include "http/endpoint.hpp"

namespace anlan::dispatch {

BOOST_DEFINE_ENUM_CLASS(Stage, asked, decided, on_the_way, arrived, closed)

struct NeedAnswer {
    std::string item, unit;
    std::int64_t grain = 1, needed = 0, sent = 0, arrived = 0, returned = 0;
};
BOOST_DESCRIBE_STRUCT(NeedAnswer, (), (item, unit, grain, needed, sent, arrived, returned))

struct LegItem {
    std::string item, unit;
    std::int64_t grain = 1, quantity = 0;
    std::optional<std::int64_t> arrived;
};
BOOST_DESCRIBE_STRUCT(LegItem, (), (item, unit, grain, quantity, arrived))

struct LegAnswer {
    std::string store, store_name, node_name, team, slip;
    bool own = false;
    double km = 0;
    std::int64_t minutes = 0;
    std::vector<LegItem> items;
    std::optional<Instant> handed_at, receipted_at;
    std::string receipted_by, note;
};
BOOST_DESCRIBE_STRUCT(
    LegAnswer,
    (),
    (store, store_name, node_name, team, slip, own, km, minutes, items, handed_at, receipted_at, receipted_by, note)
)

struct DispatchAnswer {
    std::string id, drill, title, site;
    AreaCode area;
    std::string area_name, asker_name;
    bool asked_here = false, decided_here = false;
    double lon = 0, lat = 0;
    std::string origin;
    Stage stage = Stage::asked;
    bool late = false;
    Instant needed_by{}, asked_at{};
    std::string asked_by;
    std::optional<Instant> decided_at, out_by, closed_at;
    std::string decided_by, reason, lessons;
    bool below_minimum = false;
    std::int64_t cost_fen = 0;
    std::vector<NeedAnswer> needs;
    std::vector<LegAnswer> legs;
};
BOOST_DESCRIBE_STRUCT(
    DispatchAnswer,
    (),
    (id,
     drill,
     title,
     site,
     area,
     area_name,
     asker_name,
     asked_here,
     decided_here,
     lon,
     lat,
     origin,
     stage,
     late,
     needed_by,
     asked_at,
     asked_by,
     decided_at,
     out_by,
     closed_at,
     decided_by,
     reason,
     lessons,
     below_minimum,
     cost_fen,
     needs,
     legs)
)

DispatchAnswer answer_of(const http::Call& call, store::Rows& rows, const DispatchRow& row);

/// What must be bought again: used up here, and what is below its minimum now.
struct RefillAnswer {
    std::string item, unit, node_name;
    std::int64_t grain = 1, used = 0, short_of = 0;
};
BOOST_DESCRIBE_STRUCT(RefillAnswer, (), (item, unit, node_name, grain, used, short_of))
std::vector<RefillAnswer> refills(const http::Call& call, store::Rows& rows, const DispatchRow& row);

/// 拣货单: what each store takes from where.
documents::Official pick_list(const DispatchAnswer& dispatch, store::Rows& rows);

}  // namespace anlan::dispatch

#pragma once

#include <optional>

#include "journal/desk.hpp"
#include "store/rows.hpp"

namespace anlan::programme {

/// 达标, 不足, 没有 (what is asked for is not there at all: a knock-out may hang on it), 须现场评审.
BOOST_DEFINE_ENUM_CLASS(Standing, met, partly, missing, on_site)

/// What the records say of one item. Sentences hold counts, never names of people.
struct Finding {
    std::string item;
    Standing standing = Standing::on_site;
    std::optional<double> points;  ///< none: no record can answer this
    double out_of = 0;
    std::string zh, en;          ///< what was found
    std::string fix_zh, fix_en;  ///< what would earn the rest; empty when nothing is missing
};
BOOST_DESCRIBE_STRUCT(Finding, (), (item, standing, points, out_of, zh, en, fix_zh, fix_en))

/// What measures look at.
struct Ground {
    store::Rows& rows;
    const journal::NodeFacts& node;
    Instant now{};

    std::string today() const { return to_local(now).substr(0, 10); }
    std::string days_ago(int days) const { return to_local(now - std::chrono::hours{24 * days}).substr(0, 10); }
    std::string this_year() const { return today().substr(0, 4); }
};

/// A measure's answer before it is held against the item: points lost of the item's, or the item is not met at all.
struct Measured {
    double lost = 0;  ///< points; never more than the item has
    std::string zh, en, fix_zh, fix_en;
};

/// Answers none where the station has no record that could tell.
using Measure = std::optional<Measured> (*)(const Ground&);

constexpr double kAll = 100;  ///< lost altogether

}  // namespace anlan::programme

#pragma once

#include <boost/describe.hpp>
#include <compare>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace anlan {

/// Level of administration; a node stands at one of them.
BOOST_DEFINE_ENUM_CLASS(Level, province, prefecture, county, town, village)

/// 12-digit statistical code (统计用区划代码): 2 province, 2 prefecture, 2 county, 3 town, 3 village, zero-filled
/// above. A parent's significant digits are a prefix of its children's; authority and routing follow that prefix.
struct AreaCode {
    std::string text;
    auto operator<=>(const AreaCode&) const = default;

    Level level() const;
    std::string_view prefix() const;       ///< the significant digits: "350581106" of 350581106000
    bool contains(const AreaCode&) const;  ///< true for itself and everything below
    bool overlaps(const AreaCode&) const;  ///< one contains the other
    AreaCode parent() const;               ///< of a province: itself
};

/// Reads 2, 4, 6, 9 or 12 digits, filling with zeros. Refuses `area_invalid`.
Result<AreaCode> parse_area(std::string_view text);

}  // namespace anlan

#pragma once

#include "programme/finding.hpp"
#include "programme/sheet.hpp"

/// How far the station is, computed from its own records at a moment.
namespace anlan::programme {

BOOST_DEFINE_ENUM_CLASS(Light, green, amber, red, grey)

/// One of the eight haves. `points` of `out_of` are answered by records; `on_site` points only people can give.
struct HaveScore {
    std::string id;
    double points = 0, out_of = 0, on_site = 0;
    Light light = Light::grey;
};
BOOST_DESCRIBE_STRUCT(HaveScore, (), (id, points, out_of, on_site, light))

struct Readiness {
    std::string sheet;  ///< version
    double points = 0, out_of = 0, on_site = 0;
    std::vector<HaveScore> haves;
    std::vector<std::string> gates;  ///< which knock-out rules hold now: "V2", "V3"
    std::vector<Finding> findings;   ///< of items that records answer
};
BOOST_DESCRIBE_STRUCT(Readiness, (), (sheet, points, out_of, on_site, haves, gates, findings))

/// Green from nine tenths of what records can answer, amber from six; grey when no record can answer anything.
Light light_of(double points, double out_of);

/// A measure's answer held against the item.
Finding finding_of(const Item& item, const std::optional<Measured>& measured);

Readiness readiness_of(const Ground& ground);
/// How many items have something missing.
std::int64_t to_do_of(const Readiness& readiness);

}  // namespace anlan::programme

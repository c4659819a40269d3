#include "app/outside.hpp"

#include <spdlog/spdlog.h>

#include <fstream>
#include <sstream>

#include "app/node_key.hpp"
#include "osm/extract.hpp"

namespace anlan::app {

namespace {

namespace fs = std::filesystem;

geo::Ring ring_of(const json::value& list) {
    geo::Ring ring;
    for (const auto& point : list.as_array())
        ring.push_back({point.at(0).to_number<double>(), point.at(1).to_number<double>()});
    return ring;
}

geo::Polygon polygon_of(const json::value& rings) {
    geo::Polygon polygon;
    for (const auto& ring : rings.as_array()) polygon.push_back(ring_of(ring));
    return polygon;
}

/// One feature of data/map: the outline of a town, or the point of a village.
cap::PlaceShape shape_of(const json::object& feature) {
    auto code = std::string(feature.at("properties").at("code").as_string());
    code.resize(12, '0');
    cap::PlaceShape shape{AreaCode{code}, {}, {}, 0};
    const auto& geometry = feature.at("geometry");
    const std::string_view type = geometry.at("type").as_string();
    const auto& coordinates = geometry.at("coordinates");
    if (type == "Polygon") {
        shape.outline.push_back(polygon_of(coordinates));
    } else if (type == "MultiPolygon") {
        for (const auto& polygon : coordinates.as_array()) shape.outline.push_back(polygon_of(polygon));
    } else {
        shape.point = {coordinates.at(0).to_number<double>(), coordinates.at(1).to_number<double>()};
        shape.radius_km = 1;
    }
    return shape;
}

/// The towns and villages of the sketch, and the county as the sum of its towns.
std::vector<cap::PlaceShape> shapes_of(const fs::path& shared) {
    std::vector<cap::PlaceShape> shapes;
    cap::PlaceShape county{AreaCode{"350581000000"}, {}, {}, 0};
    for (const auto* name : {"towns.geojson", "villages.geojson"}) {
        const auto parsed = parse_json(read_text(shared / "map" / name));
        if (!parsed) continue;
        for (const auto& feature : parsed.value().at("features").as_array()) {
            shapes.push_back(shape_of(feature.as_object()));
            const auto& outline = shapes.back().outline;
            county.outline.insert(county.outline.end(), outline.begin(), outline.end());
        }
    }
    shapes.push_back(std::move(county));
    return shapes;
}

/// Of the extract the operator has put into the station's folder, if there is one. A damaged one is said and left out:
/// a station without it still measures straight lines.
std::optional<geo::Roads> roads_of(const fs::path& folder) {
    for (const auto* name : {"roads.osm.pbf", "roads.osm"}) {
        if (!fs::exists(folder / name)) continue;
        auto read = osm::read_roads(folder / name);
        if (read) {
            spdlog::info(
                "{}: {} crossings and bends, {} pieces of road", name, read.value().nodes(), read.value().ways()
            );
            return std::move(read.value());
        }
        spdlog::error("{} / {}", read.error().zh, read.error().en);
    }
    return std::nullopt;
}

}  // namespace

Outside::Outside(
    const NodeSettings& settings, const seal::KeyPair& key, std::function<std::vector<federation::LinkState>()> links
)
    : matcher_(shapes_of(settings.shared_data)),
      archive_(settings.facts.area, key),
      roads_(roads_of(settings.folder)),
      ports_{
          .alert_reader = reader_,
          .alert_writer = writer_,
          .area_matcher = matcher_,
          .plan_text = plans_,
          .archive_writer = archive_,
          .link_up = {}} {
    if (roads_) ports_.roads = &*roads_;
    ports_.link_up = [links = std::move(links)](const AreaCode& area) -> std::optional<bool> {
        for (const auto& link : links())
            if (link.area == area) return link.up;
        return std::nullopt;
    };
}

}  // namespace anlan::app

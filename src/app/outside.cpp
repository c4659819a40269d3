#include "app/outside.hpp"

#include <fstream>
#include <sstream>

namespace anlan::app {

namespace {

namespace fs = std::filesystem;

std::string read_text(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

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

}  // namespace

Outside::Outside(const NodeSettings& settings, const seal::KeyPair& key, std::function<std::vector<federation::LinkState>()> links)
    : matcher_(shapes_of(settings.shared_data)),
      archive_(settings.facts.area, key),
      ports_{
          .alert_reader = reader_,
          .alert_writer = writer_,
          .area_matcher = matcher_,
          .plan_text = plans_,
          .archive_writer = archive_,
          .link_up = {}} {
    ports_.link_up = [links = std::move(links)](const AreaCode& area) -> std::optional<bool> {
        for (const auto& link : links())
            if (link.area == area) return link.up;
        return std::nullopt;
    };
}

}  // namespace anlan::app

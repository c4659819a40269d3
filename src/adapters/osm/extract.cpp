#include "osm/extract.hpp"

#include <fmt/format.h>

#include "osm/readers.hpp"

namespace anlan::osm {

namespace {

Refusal unreadable(const std::filesystem::path& file, const std::string& zh, const std::string& en) {
    return refuse(
        "roads_unreadable",
        "roads",
        fmt::format("路网文件 {} 读不出：{}", file.string(), zh),
        fmt::format("the roads in {} cannot be read: {}", file.string(), en)
    );
}

}  // namespace

Result<geo::Roads> read_roads(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return unreadable(file, "没有这个文件", "there is no such file");
    Gathered gathered;
    try {
        if (file.extension() == ".pbf")
            read_pbf(in, gathered);
        else
            read_xml(in, gathered);
    } catch (const std::exception& fault) {
        return unreadable(file, std::string("文件损坏（") + fault.what() + "）", fault.what());
    }
    if (gathered.empty()) return unreadable(file, "里面没有道路", "it holds no road");
    return std::move(gathered).roads();
}

}  // namespace anlan::osm

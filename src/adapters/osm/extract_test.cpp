#include "osm/extract.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <fstream>
#include <protozero/pbf_writer.hpp>

#include "geo/distance.hpp"

namespace anlan::osm {
namespace {

namespace fs = std::filesystem;
using geo::Roads;

constexpr geo::Point kWest{118.60, 24.60}, kMiddle{118.61, 24.60}, kEast{118.62, 24.60}, kNorth{118.61, 24.61};

/// Four corners: a one-way street from west to east, a footpath to the north, a private drive, and a way cut off by the
/// edge of the extract.
constexpr const char* kXml = R"(<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6">
 <node id="1" lat="24.60" lon="118.60"/><node id="2" lat="24.60" lon="118.61"/>
 <node id="3" lat="24.60" lon="118.62"/><node id="4" lat="24.61" lon="118.61"/>
 <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/><tag k="oneway" v="yes"/></way>
 <way id="11"><nd ref="2"/><nd ref="4"/><tag k="highway" v="footway"/></way>
 <way id="12"><nd ref="1"/><nd ref="4"/><tag k="highway" v="service"/><tag k="access" v="private"/></way>
 <way id="13"><nd ref="4"/><nd ref="99"/><tag k="highway" v="primary"/></way>
 <way id="14"><nd ref="1"/><nd ref="4"/><tag k="building" v="yes"/></way>
</osm>)";

struct an_extract : testing::Test {
    an_extract() : folder(fs::temp_directory_path() / ("anlan-osm-" + std::to_string(::getpid()))) {
        fs::create_directories(folder);
    }
    ~an_extract() override { fs::remove_all(folder); }
    fs::path write(const std::string& name, const std::string& text) const {
        std::ofstream(folder / name, std::ios::binary) << text;
        return folder / name;
    }
    const fs::path folder;
};

void expect_the_four_corners(const Roads& roads) {
    EXPECT_EQ(roads.nodes(), 4u);
    const auto km = [&](geo::Point to, geo::Point from, Roads::By by) {
        return roads.km_to(to, {from}, by, 1.4).front();
    };
    const double street = (metres_between(kWest, kMiddle) + metres_between(kMiddle, kEast)) / 1000;
    ASSERT_TRUE(km(kEast, kWest, Roads::By::car));
    EXPECT_NEAR(*km(kEast, kWest, Roads::By::car), street, 1e-3);
    EXPECT_FALSE(km(kWest, kEast, Roads::By::car)) << "one way";
    EXPECT_NEAR(km(kWest, kEast, Roads::By::foot).value_or(0), street, 1e-3);
    const auto round = (metres_between(kWest, kMiddle) + metres_between(kMiddle, kNorth)) / 1000;
    EXPECT_NEAR(km(kNorth, kWest, Roads::By::foot).value_or(0), round, 1e-3) << "not over the private drive";
}

TEST_F(an_extract, in_xml_becomes_roads_for_lorries_and_for_people_on_foot) {
    auto read = read_roads(write("four.osm", kXml));
    ASSERT_TRUE(read) << read.error().en;
    expect_the_four_corners(read.value());
}

std::string block_of(const std::string& kind, const std::string& content, bool packed) {
    std::string blob, header, out;
    protozero::pbf_writer writer(blob);
    if (packed) {
        std::string squeezed(compressBound(content.size()), '\0');
        auto bytes = static_cast<uLongf>(squeezed.size());
        compress(
            reinterpret_cast<Bytef*>(squeezed.data()),
            &bytes,
            reinterpret_cast<const Bytef*>(content.data()),
            content.size()
        );
        squeezed.resize(bytes);
        writer.add_int32(2, static_cast<std::int32_t>(content.size()));
        writer.add_bytes(3, squeezed);
    } else {
        writer.add_bytes(1, content);
    }
    protozero::pbf_writer head(header);
    head.add_string(1, kind);
    head.add_int32(3, static_cast<std::int32_t>(blob.size()));
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(header.size() >> shift & 0xff);
    return out + header + blob;
}

void add_way(
    protozero::pbf_writer& group,
    std::initializer_list<std::uint32_t> keys,
    std::initializer_list<std::uint32_t> values,
    std::initializer_list<std::int64_t> steps
) {
    protozero::pbf_writer way(group, 3);
    way.add_int64(1, 10);
    way.add_packed_uint32(2, keys.begin(), keys.end());
    way.add_packed_uint32(3, values.begin(), values.end());
    way.add_packed_sint64(8, steps.begin(), steps.end());
}

/// The same four corners: three nodes dense, the fourth plain; numbers are differences, in units of 100 nanodegrees.
std::string pbf() {
    std::string block;
    {
        protozero::pbf_writer data(block);
        {
            protozero::pbf_writer words(data, 1);
            for (const auto* word :
                 {"", "highway", "residential", "oneway", "yes", "footway", "service", "access", "private", "primary"})
                words.add_string(1, word);
        }
        protozero::pbf_writer group(data, 2);
        {
            protozero::pbf_writer dense(group, 2);
            const std::array<std::int64_t, 3> ids{1, 1, 1}, lats{246'000'000, 0, 0},
                lons{1'186'000'000, 100'000, 100'000};
            dense.add_packed_sint64(1, ids.begin(), ids.end());
            dense.add_packed_sint64(8, lats.begin(), lats.end());
            dense.add_packed_sint64(9, lons.begin(), lons.end());
        }
        {
            protozero::pbf_writer node(group, 1);
            node.add_sint64(1, 4);
            node.add_sint64(8, 246'100'000);
            node.add_sint64(9, 1'186'100'000);
        }
        add_way(group, {1, 3}, {2, 4}, {1, 1, 1});
        add_way(group, {1}, {5}, {2, 2});
        add_way(group, {1, 7}, {6, 8}, {1, 3});
        add_way(group, {1}, {9}, {4, 95});
    }
    return block_of("OSMHeader", "x", false) + block_of("OSMData", block, true);
}

TEST_F(an_extract, in_pbf_says_the_same) {
    auto read = read_roads(write("four.osm.pbf", pbf()));
    ASSERT_TRUE(read) << read.error().en;
    expect_the_four_corners(read.value());
}

TEST_F(an_extract, that_is_damaged_empty_or_not_there_is_refused_with_words) {
    const auto whole = pbf();
    for (const auto& file :
         {write("torn.osm.pbf", whole.substr(0, whole.size() - 9)),
          write("other.osm.pbf", "not a map at all"),
          write("torn.osm", std::string(kXml).substr(0, 400)),
          write("odd.osm", R"(<osm><node id="a" lat="1" lon="2"/></osm>)"),
          write("empty.osm", "<osm/>"),
          folder / "none.osm"}) {
        const auto read = read_roads(file);
        ASSERT_FALSE(read) << file;
        EXPECT_EQ(read.error().code, "roads_unreadable");
        EXPECT_NE(read.error().en.find(file.string()), std::string::npos);
    }
}

}  // namespace
}  // namespace anlan::osm

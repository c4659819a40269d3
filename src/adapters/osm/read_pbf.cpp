#include <zlib.h>

#include <protozero/pbf_reader.hpp>
#include <stdexcept>
#include <string>

#include "osm/readers.hpp"

namespace anlan::osm {

namespace {

using protozero::data_view;
using protozero::pbf_reader;

// The numbers are the fields of fileformat.proto and osmformat.proto (OpenStreetMap wiki, "PBF Format").
constexpr std::uint32_t kMostHeader_bytes = 64 * 1024, kMostBlob_bytes = 32 * 1024 * 1024;

std::string take(std::istream& in, std::size_t bytes) {
    std::string text(bytes, '\0');
    in.read(text.data(), static_cast<std::streamsize>(bytes));
    if (static_cast<std::size_t>(in.gcount()) != bytes) throw std::runtime_error("it ends in the middle of a block");
    return text;
}

std::string unpacked(const std::string& blob) {
    std::string raw;
    data_view packed{};
    std::int64_t size = 0;
    pbf_reader message(blob);
    while (message.next()) {
        const auto field = message.tag();
        if (field == 1)
            raw = message.get_string();
        else if (field == 2)
            size = message.get_int32();
        else if (field == 3)
            packed = message.get_view();
        else
            message.skip();
    }
    if (packed.empty()) {
        if (raw.empty()) throw std::runtime_error("a block is packed otherwise than with zlib");
        return raw;
    }
    if (size <= 0 || size > kMostBlob_bytes) throw std::runtime_error("a block says a wrong size");
    std::string out(static_cast<std::size_t>(size), '\0');
    auto bytes = static_cast<uLongf>(size);
    const auto* from = reinterpret_cast<const Bytef*>(packed.data());
    if (uncompress(reinterpret_cast<Bytef*>(out.data()), &bytes, from, static_cast<uLong>(packed.size())) != Z_OK ||
        bytes != static_cast<uLongf>(size))
        throw std::runtime_error("a block does not unpack");
    return out;
}

/// Of one block: its words, and how its numbers become degrees.
struct Block {
    std::vector<std::string_view> words;
    std::int64_t granularity = 100, lat_offset = 0, lon_offset = 0;
    geo::Point point(std::int64_t lon, std::int64_t lat) const {
        return {
            1e-9 * static_cast<double>(lon_offset + granularity * lon),
            1e-9 * static_cast<double>(lat_offset + granularity * lat)};
    }
    std::string_view word(std::uint32_t place) const {
        if (place >= words.size()) throw std::runtime_error("a tag names a word that is not there");
        return words[place];
    }
};

void read_node(pbf_reader message, const Block& block, Gathered& gathered) {
    std::int64_t id = 0, lat = 0, lon = 0;
    while (message.next()) {
        const auto field = message.tag();
        if (field == 1)
            id = message.get_sint64();
        else if (field == 8)
            lat = message.get_sint64();
        else if (field == 9)
            lon = message.get_sint64();
        else
            message.skip();
    }
    gathered.node(id, block.point(lon, lat));
}

/// Each number is the difference to the one before.
void read_dense(pbf_reader message, const Block& block, Gathered& gathered) {
    protozero::iterator_range<pbf_reader::const_sint64_iterator> ids, lats, lons;
    while (message.next()) {
        const auto field = message.tag();
        if (field == 1)
            ids = message.get_packed_sint64();
        else if (field == 8)
            lats = message.get_packed_sint64();
        else if (field == 9)
            lons = message.get_packed_sint64();
        else
            message.skip();
    }
    std::int64_t id = 0, lat = 0, lon = 0;
    for (; !ids.empty(); ids.drop_front(), lats.drop_front(), lons.drop_front()) {
        if (lats.empty() || lons.empty()) throw std::runtime_error("a node has no place");
        id += ids.front();
        lat += lats.front();
        lon += lons.front();
        gathered.node(id, block.point(lon, lat));
    }
}

void read_way(pbf_reader message, const Block& block, Gathered& gathered) {
    protozero::iterator_range<pbf_reader::const_uint32_iterator> keys, values;
    protozero::iterator_range<pbf_reader::const_sint64_iterator> refs;
    while (message.next()) {
        const auto field = message.tag();
        if (field == 2)
            keys = message.get_packed_uint32();
        else if (field == 3)
            values = message.get_packed_uint32();
        else if (field == 8)
            refs = message.get_packed_sint64();
        else
            message.skip();
    }
    WayTags tags;
    for (; !keys.empty() && !values.empty(); keys.drop_front(), values.drop_front())
        tags.note(block.word(keys.front()), block.word(values.front()));
    std::vector<std::int64_t> nodes;
    std::int64_t node = 0;
    for (; !refs.empty(); refs.drop_front()) nodes.push_back(node += refs.front());
    gathered.way(tags, nodes);
}

void read_group(pbf_reader message, const Block& block, Gathered& gathered) {
    while (message.next()) {
        const auto field = message.tag();
        if (field == 1)
            read_node(message.get_message(), block, gathered);
        else if (field == 2)
            read_dense(message.get_message(), block, gathered);
        else if (field == 3)
            read_way(message.get_message(), block, gathered);
        else
            message.skip();
    }
}

void read_block(const std::string& data, Gathered& gathered) {
    Block block;
    std::vector<data_view> groups;
    pbf_reader message(data);
    while (message.next()) {
        const auto field = message.tag();
        if (field == 1) {
            auto table = message.get_message();
            while (table.next(1)) {
                const auto word = table.get_view();
                block.words.emplace_back(word.data(), word.size());
            }
        } else if (field == 2)
            groups.push_back(message.get_view());
        else if (field == 17)
            block.granularity = message.get_int32();
        else if (field == 19)
            block.lat_offset = message.get_int64();
        else if (field == 20)
            block.lon_offset = message.get_int64();
        else
            message.skip();
    }
    for (const auto& group : groups) read_group(pbf_reader(group), block, gathered);
}

}  // namespace

void read_pbf(std::istream& in, Gathered& gathered) {
    while (in.peek() != std::istream::traits_type::eof()) {
        const auto four = take(in, 4);
        std::uint32_t length = 0;
        for (const char c : four) length = length << 8 | static_cast<unsigned char>(c);
        if (length > kMostHeader_bytes) throw std::runtime_error("it does not begin as a PBF extract does");
        const auto header = take(in, length);
        std::string kind;
        std::int64_t size = 0;
        pbf_reader message(header);
        while (message.next()) {
            const auto field = message.tag();
            if (field == 1)
                kind = message.get_string();
            else if (field == 3)
                size = message.get_int32();
            else
                message.skip();
        }
        if (size < 0 || size > kMostBlob_bytes) throw std::runtime_error("a block says a wrong size");
        const auto blob = take(in, static_cast<std::size_t>(size));
        if (kind == "OSMData") read_block(unpacked(blob), gathered);
    }
}

}  // namespace anlan::osm

#include <expat.h>

#include <array>
#include <charconv>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>

#include "osm/readers.hpp"

namespace anlan::osm {

namespace {

/// The attribute of this name; empty when it is missing.
std::string_view attribute(const XML_Char** all, const char* name) {
    for (; *all; all += 2)
        if (std::strcmp(all[0], name) == 0) return all[1];
    return {};
}

template <class T>
T number(const XML_Char** all, const char* name) {
    const auto text = attribute(all, name);
    T value{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc{}) throw std::runtime_error(std::string("no ") + name + " where one is wanted");
    return value;
}

struct Reading {
    Gathered& gathered;
    bool in_way = false;
    WayTags tags{};
    std::vector<std::int64_t> nodes{};
    std::exception_ptr fault{};

    void start(std::string_view name, const XML_Char** all) {
        if (name == "node") {
            gathered.node(number<std::int64_t>(all, "id"), {number<double>(all, "lon"), number<double>(all, "lat")});
        } else if (name == "way") {
            in_way = true;
            tags = {};
            nodes.clear();
        } else if (in_way && name == "nd") {
            nodes.push_back(number<std::int64_t>(all, "ref"));
        } else if (in_way && name == "tag") {
            tags.note(attribute(all, "k"), attribute(all, "v"));
        }
    }
    void end(std::string_view name) {
        if (name != "way") return;
        in_way = false;
        gathered.way(tags, nodes);
    }
};

/// What throws may not pass through Expat's own frames.
void on_start(void* user, const XML_Char* name, const XML_Char** all) {
    auto& reading = *static_cast<Reading*>(user);
    if (reading.fault) return;
    try {
        reading.start(name, all);
    } catch (...) {
        reading.fault = std::current_exception();
    }
}

void on_end(void* user, const XML_Char* name) {
    static_cast<Reading*>(user)->end(name);
}

}  // namespace

void read_xml(std::istream& in, Gathered& gathered) {
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
        XML_ParserCreate(nullptr), &XML_ParserFree
    );
    Reading reading{gathered};
    XML_SetUserData(parser.get(), &reading);
    XML_SetElementHandler(parser.get(), &on_start, &on_end);
    std::array<char, 65'536> piece{};
    for (bool last = false; !last;) {
        in.read(piece.data(), piece.size());
        last = !in;
        if (XML_Parse(parser.get(), piece.data(), static_cast<int>(in.gcount()), last ? 1 : 0) != XML_STATUS_OK)
            throw std::runtime_error(
                std::string(XML_ErrorString(XML_GetErrorCode(parser.get()))) + ", line " +
                std::to_string(XML_GetCurrentLineNumber(parser.get()))
            );
        if (reading.fault) std::rethrow_exception(reading.fault);
    }
}

}  // namespace anlan::osm

// P4, first half: reading alerts against bare libxml2 doing the same work (parse, then validate by a cached schema).
//   build/release/bench/cap_bench
#include <benchmark/benchmark.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "cap/reader.hpp"
#include "cap/writer.hpp"

namespace anlan::cap {

std::string_view cap_1_1_xsd();
std::string_view cap_1_2_xsd();

}  // namespace anlan::cap

namespace {

/// The file a town receives most: one Chinese warning, as the writer makes it.
std::string typical() {
    anlan::warning::AlertInfo info;
    info.event = "台风";
    info.event_code = "11B01";
    info.hazard = "typhoon";
    info.colour = anlan::warning::Colour::red;
    info.urgency = "Immediate";
    info.severity = "Extreme";
    info.certainty = "Observed";
    info.language = "zh-CN";
    info.effective = anlan::parse_time("2026-05-01T08:00:00+08:00").value();
    info.expires = anlan::parse_time("2026-05-02T08:00:00+08:00").value();
    info.sender_name = "测试气象台";
    info.headline = "测试气象台发布台风红色预警信号";
    for (int i = 0; i < 6; ++i) {
        info.description += "预计未来六小时沿海阵风十二级以上，并伴有强降雨，请有关单位和人员做好防范。";
        info.instruction += "停止室内外大型集会和高空等户外危险作业；危房人员及时转移。";
    }
    info.areas = {
        {"测试市",
         {{{118.3, 24.5}, {118.95, 24.5}, {119.1, 25.2}, {118.4, 25.2}, {118.3, 24.5}}},
         {},
         {anlan::AreaCode{"350500000000"}}}};
    anlan::warning::Alert alert;
    alert.identifier = "35058199900000_20260501080000";
    alert.sender = "35058199900000";
    alert.sent = *info.effective;
    alert.status = "Actual";
    alert.msg_type = "Alert";
    alert.scope = "Public";
    alert.infos = {info};
    return anlan::cap::CapWriter().write(alert).value();
}

/// Files named in ANLAN_CAP_FILES (a folder), else the typical one alone.
std::vector<std::string> samples() {
    std::vector<std::string> all;
    if (const auto* folder = std::getenv("ANLAN_CAP_FILES"))
        for (const auto& file : std::filesystem::directory_iterator(folder)) {
            std::stringstream bytes;
            bytes << std::ifstream(file.path(), std::ios::binary).rdbuf();
            all.push_back(bytes.str());
        }
    if (all.empty()) all.push_back(typical());
    return all;
}

void count(benchmark::State& state, const std::vector<std::string>& files) {
    std::size_t bytes = 0;
    for (const auto& each : files) bytes += each.size();
    state.counters["files/s"] = benchmark::Counter(
        static_cast<double>(state.iterations()) * static_cast<double>(files.size()), benchmark::Counter::kIsRate
    );
    state.counters["bytes/file"] = static_cast<double>(bytes) / static_cast<double>(files.size());
}

/// A schema compiled once, and the context that validates with it.
struct Schema {
    explicit Schema(std::string_view text)
        : parser(xmlSchemaNewMemParserCtxt(text.data(), static_cast<int>(text.size()))),
          schema(xmlSchemaParse(parser)),
          context(xmlSchemaNewValidCtxt(schema)) {
        xmlSchemaSetValidStructuredErrors(
            context, [](void*, xmlErrorPtr) {}, nullptr
        );
    }
    ~Schema() {
        xmlSchemaFreeValidCtxt(context);
        xmlSchemaFree(schema);
        xmlSchemaFreeParserCtxt(parser);
    }
    xmlSchemaParserCtxtPtr parser;
    xmlSchemaPtr schema;
    xmlSchemaValidCtxtPtr context;
};

void bare_libxml2(benchmark::State& state) {
    const auto files = samples();
    const Schema cap_1_1(anlan::cap::cap_1_1_xsd());
    const Schema cap_1_2(anlan::cap::cap_1_2_xsd());
    constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    for (auto _ : state)
        for (const auto& file : files) {
            auto* document = xmlReadMemory(file.data(), static_cast<int>(file.size()), nullptr, nullptr, kOptions);
            if (document == nullptr) continue;
            const auto* root = xmlDocGetRootElement(document);
            const bool older = root->ns != nullptr && xmlStrstr(root->ns->href, BAD_CAST "cap:1.1") != nullptr;
            benchmark::DoNotOptimize(xmlSchemaValidateDoc((older ? cap_1_1 : cap_1_2).context, document));
            xmlFreeDoc(document);
        }
    count(state, files);
}

void reading(benchmark::State& state) {
    const auto files = samples();
    const anlan::cap::CapReader reader;
    for (auto _ : state)
        for (const auto& file : files) benchmark::DoNotOptimize(reader.read(file));
    count(state, files);
}

BENCHMARK(bare_libxml2);
BENCHMARK(reading);

}  // namespace

BENCHMARK_MAIN();

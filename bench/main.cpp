#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>

#include "bench/report.hpp"

namespace anlan::bench {

void print(const Figures& figures) {
    for (const auto& figure : figures)
        fmt::print(
            "| {} | {} | {} | {} | {} | {} |\n",
            figure.name,
            figure.anlan,
            figure.limit,
            figure.ratio,
            figure.goal,
            figure.reached ? "yes" : "**no**"
        );
    std::fflush(stdout);
}

double percentile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

double median(std::vector<double> values) {
    return percentile(std::move(values), 0.5);
}

long long resident_bytes(int pid) {
    long long size = 0, resident = 0;
    std::ifstream(fmt::format("/proc/{}/statm", pid)) >> size >> resident;
    return resident * 4096;
}

}  // namespace anlan::bench

int main(int argc, char** argv) {
    using namespace anlan::bench;
    spdlog::set_level(spdlog::level::warn);
    const std::map<std::string, Figures (*)()> all{
        {"durable", &durable_commands},
        {"phones", &warning_to_phones},
        {"listeners", &idle_listeners},
        {"federation", &federation_slow},
        {"federation-catch-up", &catch_up},
        {"federation-towns", &many_towns},
        {"allocation", &allocation},
        {"board", &transfer_board},
        {"dispatch", &dispatching},
        {"media", &media_between_stations},
        {"stock", &stock_ledger},
        {"rota", &rota},
        {"search", &search_pages},
        {"lists", &pages},
        {"sensor-messages", &sensor_messages},
        {"sensor-year", &sensor_year},
        {"readiness", &readiness_board},
        {"archive", &archive_of_evidence},
        {"start", &start_up},
        {"page", &first_page},
        {"alerts", &alerts}};
    fmt::print("| metric | Anlan | limit or peer, same run | ratio | goal | reached |\n|---|---|---|---|---|---|\n");
    for (const auto& [name, run] : all)
        if (argc < 2 || name.starts_with(argv[1])) print(run());
}

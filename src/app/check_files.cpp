#include "app/check_files.hpp"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "archive/signed_zip.hpp"
#include "cap/check.hpp"
#include "cap/reader.hpp"
#include "plan/roster.hpp"
#include "plan_yaml/plan_yaml.hpp"
#include "store/database.hpp"

namespace anlan::app {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kBytesMax = 64 * 1024 * 1024;
constexpr std::uintmax_t kArchiveBytesMax =
    4LL * 1024 * 1024 * 1024;  ///< an acceptance with five thousand photos has 0.2 GB

std::optional<std::string> bytes_of(const std::string& file, std::uintmax_t most = kBytesMax) {
    std::error_code fault;
    if (!fs::is_regular_file(file, fault) || fs::file_size(file, fault) > most) {
        fmt::print(stderr, "{}: 读不出或过大 / cannot be read, or too large\n", file);
        return std::nullopt;
    }
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

/// The rosters of all nodes in a data folder.
std::vector<std::pair<std::string, plan::Roster>> rosters_of(const fs::path& data) {
    std::vector<std::pair<std::string, plan::Roster>> rosters;
    if (data.empty() || !fs::is_directory(data)) return rosters;
    for (const auto& entry : fs::directory_iterator(data)) {
        if (!fs::exists(entry.path() / "node.db")) continue;
        const auto rows = store::connect({(entry.path() / "node.db").string(), {}}, store::Use::reading);
        const auto area = entry.path().filename().string();
        if (AreaCode{area}.level() != Level::town) continue;
        rosters.emplace_back(area, plan::roster_of(*rows, AreaCode{area}, SystemClock{}.now()));
    }
    return rosters;
}

}  // namespace

int check_alert_files(const std::vector<std::string>& files) {
    const cap::CapReader reader;
    bool refused = false;
    for (const auto& file : files) {
        const auto bytes = bytes_of(file);
        if (!bytes) return 2;
        const auto reading = reader.read(*bytes);
        refused = refused || reading.verdict == warning::Verdict::refused;
        fmt::print("{}\n", cap::check_line(file, reading));
    }
    return cap::exit_code(refused);
}

int check_plan_files(const std::vector<std::string>& files, const fs::path& data) {
    const plan_yaml::PlanYaml reader;
    const auto rosters = rosters_of(data);
    bool refused = false;
    for (const auto& file : files) {
        const auto bytes = bytes_of(file);
        if (!bytes) return 2;
        const auto reading = reader.read(*bytes);
        refused = refused || !reading.plan;
        fmt::print("{}\n", plan_yaml::check_line(file, reading));
        for (const auto& [area, roster] : rosters) {
            if (!reading.plan) continue;
            for (const auto& finding : plan::check(*reading.plan, roster))
                fmt::print(
                    "{}\n", json::serialize(json::object{{"file", file}, {"node", area}, {"finding", to_json(finding)}})
                );
        }
    }
    return refused ? 1 : 0;
}

int verify_archives(const std::vector<std::string>& files) {
    bool all = true;
    for (const auto& file : files) {
        const auto bytes = bytes_of(file, kArchiveBytesMax);
        if (!bytes) return 2;
        const auto proof = archive::prove(*bytes);
        if (proof.ok)
            fmt::print("ok {} node={} files={} sm3={}\n", file, proof.node, proof.files, proof.sm3);
        else
            fmt::print("bad {} {} / {}\n", file, proof.fault_zh, proof.fault_en);
        all = all && proof.ok;
    }
    return all ? 0 : 1;
}

}  // namespace anlan::app

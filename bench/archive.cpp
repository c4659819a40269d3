#include <fmt/format.h>
#include <sys/wait.h>
#include <zlib.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <random>
#include <thread>

#include "attach/cabinet.hpp"
#include "bench/desk_client.hpp"
#include "bench/report.hpp"
#include "bench/station.hpp"
#include "policy/commands.hpp"
#include "programme/acceptance_events.hpp"

/// An acceptance with 20,000 things of evidence: photos and entries of both journals, exported over HTTP and checked by
/// the program alone, which has nothing of the county that made it.
namespace anlan::bench {

namespace {

using Clock = std::chrono::steady_clock;
using namespace programme;

constexpr int kRounds = 5'000;      ///< ordered, reported with a photo, accepted: four things of evidence each
constexpr std::size_t kSide = 116;  ///< a picture of 40 kB
constexpr double kGoal_seconds = 30;
const AreaCode kCounty{"350581000000"}, kTown{"350581106000"};
const AcceptanceId kAcceptance{"bench-acceptance"};

void chunk(std::string& png, const std::string& type, const std::string& content) {
    const auto number = [&](std::uint32_t value) {
        for (int shift = 24; shift >= 0; shift -= 8) png += static_cast<char>(value >> shift & 0xFF);
    };
    number(static_cast<std::uint32_t>(content.size()));
    const auto named = type + content;
    png += named;
    const auto* bytes = reinterpret_cast<const Bytef*>(named.data());
    number(static_cast<std::uint32_t>(crc32(0, bytes, static_cast<uInt>(named.size()))));
}

/// Noise, so that no two are alike and nothing can be squeezed.
std::string picture(std::mt19937_64& random) {
    std::string raw;
    for (std::size_t row = 0; row < kSide; ++row) {
        raw += '\0';
        for (std::size_t i = 0; i < 3 * kSide; ++i) raw += static_cast<char>(random());
    }
    auto length = compressBound(raw.size());
    std::string packed(length, '\0');
    compress2(
        reinterpret_cast<Bytef*>(packed.data()), &length, reinterpret_cast<const Bytef*>(raw.data()), raw.size(), 1
    );
    packed.resize(length);
    const auto side = static_cast<char>(kSide);
    const std::string head{0, 0, 0, side, 0, 0, 0, side, 8, 2, 0, 0, 0};
    std::string png("\x89PNG\r\n\x1a\n", 8);
    chunk(png, "IHDR", head);
    chunk(png, "IDAT", packed);
    chunk(png, "IEND", {});
    return png;
}

app::Config county_and_town(const std::filesystem::path& folder) {
    app::Config config{folder, std::filesystem::current_path() / "data", {}, {}};
    for (const auto& [area, name] : {std::pair{kCounty, "石狮市"}, {kTown, "永宁镇"}}) {
        app::ConfiguredNode node;
        node.settings.facts = {area, name};
        node.settings.folder = folder / area.text;
        node.settings.shared_data = config.shared;
        config.nodes.push_back(std::move(node));
    }
    return config;
}

void write(app::Node& node, journal::Events events) {
    const auto shared = std::make_shared<journal::Events>(std::move(events));
    journal::Wish wish{World::real(), "p-bench", {}, {}};
    wish.decide = [shared](const journal::Desk&) -> Result<journal::Decision> {
        return journal::decided(std::move(*shared), "bench");
    };
    grant(node, std::move(wish));
}

template <class E>
journal::Event to_the_town(E body) {
    auto event = journal::event(kAcceptance.text, std::move(body));
    event.to = {kTown};
    return event;
}

void wait_for(app::Node& node, const std::string& sql, std::int64_t wanted) {
    const auto until = Clock::now() + std::chrono::seconds{120};
    for (std::int64_t found = 0; found < wanted;) {
        if (Clock::now() > until) throw std::runtime_error(fmt::format("{} of {}: {}", found, wanted, sql));
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
        node.read([&](store::Rows& rows) { found = rows.value<std::int64_t>(sql).value_or(0); });
    }
}

struct Round {
    std::string item;
    std::int64_t number = 0;
};

std::vector<Round> all_rounds() {
    std::vector<Round> rounds;
    const auto& items = shipped_sheet().items;
    for (int i = 0; i < kRounds; ++i)
        rounds.push_back({items[static_cast<std::size_t>(i) % items.size()].id, 1 + i / static_cast<int>(items.size())}
        );
    return rounds;
}

AcceptanceApplied application() {
    AcceptanceApplied applied{kTown, "站长", {}, {}};
    applied.readiness.sheet = shipped_sheet().version;
    for (const auto& item : shipped_sheet().items)
        applied.readiness.findings.push_back(finding_of(item, Measured{0, "记录齐全", "complete", "", ""}));
    return applied;
}

AcceptanceConcluded opinion() {
    AcceptanceConcluded told;
    told.station = kTown, told.sheet = shipped_sheet().version, told.total = 100;
    told.result = AcceptanceResult::pass;
    for (const auto& item : shipped_sheet().items) told.scores.push_back({item.id, item.points, item.points, false});
    told.opinion = "测速：同意通过验收", told.by_title = "局长";
    return told;
}

/// The whole acceptance, told between the two as ever. The photos lie at the county, as if it had fetched them.
void live_through(app::County& county) {
    auto& bureau = county.node(kCounty);
    auto& town = county.node(kTown);
    const attach::Cabinet cabinet(bureau.settings().folder / "attachments");
    const auto rounds = all_rounds();
    write(town, {journal::event(kAcceptance.text, application())});
    wait_for(bureau, "SELECT COUNT(*) FROM acceptance_application", 1);
    journal::Events orders, reports, accepted;
    for (const auto& round : rounds)
        orders.push_back(to_the_town(RectificationOrdered{kTown, round.item, "测速：整改", "2099-01-01", round.number})
        );
    write(bureau, std::move(orders));
    wait_for(town, "SELECT COUNT(*) FROM acceptance_fix", kRounds);
    std::mt19937_64 random{2026};
    for (const auto& round : rounds) {
        const auto photo = cabinet.keep(picture(random)).value();
        reports.push_back(
            journal::event(kAcceptance.text, RectificationReported{round.item, "已整改", photo, round.number})
        );
    }
    write(town, std::move(reports));
    wait_for(bureau, "SELECT COUNT(*) FROM acceptance_fix_report", kRounds);
    for (const auto& round : rounds)
        accepted.push_back(to_the_town(RectificationAccepted{kTown, round.item, round.number}));
    write(bureau, std::move(accepted));
    write(bureau, {to_the_town(opinion())});
}

void serve_acceptance(Wire& wire, const std::filesystem::path& folder) {
    SystemClock clock;
    seal::SystemDice dice;
    app::County county(county_and_town(folder), clock, dice);
    county.open();
    for (const auto& node : county.nodes()) run(*node, policy::AdoptPack{});
    const auto token = log_in(county.node(kCounty), "bench_bureau", PersonId{"p-bureau"}, "zhiban");
    live_through(county);
    wire.tell(std::to_string(county.node(kCounty).port()));
    wire.tell(token);
    wire.hear();
    county.close();
}

double most_megabytes(int pid) {
    std::ifstream status(fmt::format("/proc/{}/status", pid));
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
    return 0;
}

}  // namespace

Figures archive_of_evidence() {
    const auto folder = fresh_folder("archive");
    Child child([&](Wire& wire) { serve_acceptance(wire, folder); });
    const auto port = std::stoi(child.hear());
    DeskClient desk(port, child.hear());
    const auto passed = [](Clock::time_point from) {
        return std::chrono::duration<double>(Clock::now() - from).count();
    };
    auto from = Clock::now();
    const auto bytes = desk.download("/api/v1/acceptances/" + kAcceptance.text + "/package.zip");
    const auto built = passed(from);
    const auto memory = most_megabytes(child.pid());
    const auto seen = desk.get("/api/v1/acceptances/" + kAcceptance.text + "/package");
    const auto evidence = seen.at("evidence").as_array().size();
    const auto broken = seen.at("broken").as_int64();
    const auto file = folder / "package.zip";
    std::ofstream(file, std::ios::binary) << bytes;
    from = Clock::now();
    const auto status =
        std::system(fmt::format("build/release/anlan archive verify {} > /dev/null", file.string()).c_str());
    const auto checked = passed(from);
    const bool whole = WIFEXITED(status) && WEXITSTATUS(status) == 0 && broken == 0;
    const auto megabytes = static_cast<double>(bytes.size()) / 1e6;
    std::filesystem::remove_all(folder);
    return {
        {fmt::format(
             "an acceptance's archive of {} things of evidence, {} of them photos, over HTTP", evidence, kRounds
         ),
         fmt::format("{:.1f} s", built),
         fmt::format("{:.0f} MB; the county's program at most {:.0f} MB", megabytes, memory),
         "–",
         "< 30 s",
         built < kGoal_seconds && evidence >= 20'000},
        {"the same checked by `anlan archive verify`, from the file alone",
         fmt::format("{:.1f} s", checked),
         whole ? "every file holds" : "**it does not hold**",
         "–",
         "holds",
         whole}};
}

}  // namespace anlan::bench

#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

#include "app/rooms.hpp"
#include "bench/report.hpp"
#include "bench/station.hpp"
#include "bench/ws_clients.hpp"
#include "journal/ledger.hpp"
#include "organisation/events.hpp"
#include "store/database.hpp"

namespace anlan::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kEntries = 1'000'000;
constexpr int kBatch = 5'000;
constexpr int kRounds = 5;

/// Thousands of telephone checks at once: entries as a real station has them, written by the program's own writer.
journal::Wish fill(int count) {
    journal::Wish wish{World::real(), "system:bench", {}, {}};
    wish.decide = [count](const journal::Desk& desk) -> Result<journal::Decision> {
        const auto people = desk.views.list<std::string>("SELECT id FROM person ORDER BY id");
        journal::Events events;
        for (int i = 0; i < count; ++i)
            events.push_back(journal::event(
                people[static_cast<std::size_t>(i) % people.size()],
                organisation::PhoneTested{organisation::PhoneResult::answered, "测速"}
            ));
        return journal::decided(std::move(events), people.front());
    };
    return wish;
}

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

void write_history(Wire& wire, const std::filesystem::path& folder) {
    Station station(folder);
    station.open();
    station.lay_ground();
    station.settle_people(100);
    for (int written = 0; written < kEntries; written += kBatch) {
        auto outcome = station.node().writer().execute(fill(kBatch));
        if (!outcome) throw std::runtime_error(outcome.error().en);
    }
    wire.tell("written");
}

bool answers(int port) {
    const int fd = connect_to(port);
    const std::string request = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
    std::array<char, 64> piece{};
    const bool asked = ::send(fd, request.data(), request.size(), MSG_NOSIGNAL) > 0;
    const bool ok =
        asked && ::recv(fd, piece.data(), piece.size(), 0) > 12 && std::string(piece.data(), 12) == "HTTP/1.1 200";
    ::close(fd);
    return ok;
}

struct Start {
    double seconds = 0, megabytes = 0;
};

/// From nothing to the first answer over HTTP.
Start start_once(const std::filesystem::path& folder) {
    const auto start = Clock::now();
    Child child([&](Wire& wire) {
        Station station(folder);
        station.open();
        wire.tell(std::to_string(station.node().port()));
        wire.hear();
    });
    const auto port = std::stoi(child.hear());
    if (!answers(port)) throw std::runtime_error("the station does not answer");
    const auto seconds = seconds_since(start);
    return {seconds, static_cast<double>(resident_bytes(child.pid())) / 1e6};
}

/// Entries a second when every view is computed anew.
double replay_rate(const std::filesystem::path& file) {
    const auto source = store::connect({file.string(), {}}, store::Use::reading);
    const auto target = store::connect({":memory:", {}}, store::Use::writing);
    const auto rooms = app::all_rooms_for_replay();
    journal::create_views(*target, rooms);
    const auto start = Clock::now();
    const auto entries = journal::replay(*source, *target, rooms);
    if (entries < kEntries) throw std::runtime_error("the history is shorter than promised");
    return static_cast<double>(entries) / seconds_since(start);
}

}  // namespace

Figures start_up() {
    const auto folder = fresh_folder("start");
    {
        Child child([&](Wire& wire) { write_history(wire, folder); });
        child.hear();
    }
    std::vector<double> seconds, megabytes;
    for (int i = 0; i < kRounds; ++i) {
        const auto start = start_once(folder);
        seconds.push_back(start.seconds);
        megabytes.push_back(start.megabytes);
    }
    const auto rate = replay_rate(folder / "350581106000" / "node.db");
    std::filesystem::remove_all(folder);
    return {
        {"start to first answer, 1,000,000 entries, warm disk",
         fmt::format("{:.2f} s", median(seconds)),
         "–",
         "–",
         "< 1 s",
         median(seconds) < 1},
        {"idle memory after it",
         fmt::format("{:.0f} MB", median(megabytes)),
         "–",
         "–",
         "< 60 MB",
         median(megabytes) < 60},
        {"views rebuilt from the journal",
         fmt::format("{:.0f} entries/s", rate),
         "–",
         "–",
         "≥ 100,000/s",
         rate >= 100'000}};
}

}  // namespace anlan::bench

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <future>

#include "bench/report.hpp"
#include "journal/deadline_events.hpp"
#include "journal/writer.hpp"

namespace anlan::bench {

struct NoteKept {
    static constexpr journal::EventKind kKind{"note.kept", 1};
    std::string text;
};
BOOST_DESCRIBE_STRUCT(NoteKept, (), (text))

struct KeepNote {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(KeepNote, (), (text))

Result<journal::Decision> decide(const KeepNote& wish, const journal::Desk& desk) {
    return journal::decided(journal::event(desk.new_id(), NoteKept{wish.text}));
}

void project(store::Rows& rows, const journal::Entry& entry, const NoteKept& kept) {
    rows.run("INSERT INTO note(id, at, text) VALUES(:i, :a, :t)", entry.subject, entry.at, kept.text);
}

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// 300 bytes appended to a growing file and synced, as often as asked; milliseconds each.
std::vector<double> bare_fdatasync(const std::filesystem::path& file, int count) {
    const int fd = ::open(file.c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600);
    const std::string line(300, 'x');
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        const auto start = Clock::now();
        if (::write(fd, line.data(), line.size()) != 300 || ::fdatasync(fd) != 0) break;
        times.push_back(milliseconds_since(start));
    }
    ::close(fd);
    return times;
}

struct Bench {
    explicit Bench(const std::filesystem::path& folder) {
        journal::Room notes(
            "notes",
            "CREATE TABLE IF NOT EXISTS note (\n id TEXT PRIMARY KEY,\n at BIGINT NOT NULL,\n text TEXT NOT NULL\n);\n"
        );
        notes.projects<NoteKept>();
        writer = std::make_unique<journal::Writer>(
            journal::WriterSettings{
                .place = {(folder / "node.db").string(), {}},
                .node = {AreaCode{"350581106000"}, "b"},
                .clock = &clock,
                .dice = &dice},
            std::vector<journal::Room>{journal::make_room(), notes}
        );
        writer->start();
    }
    bool keep() {
        return writer->execute(journal::wish(World::real(), "p1", KeepNote{std::string(200, 'n')})).has_value();
    }
    SystemClock clock;
    seal::SystemDice dice;
    std::unique_ptr<journal::Writer> writer;
};

/// Clients that each send the next command when the last one was answered, as browsers do: no thread waits.
double rate_of_clients(Bench& bench, int clients, std::chrono::milliseconds span) {
    struct Load {
        std::atomic<long> count{0};
        std::atomic<int> running{0};
        std::promise<void> over;
    };
    auto load = std::make_shared<Load>();
    load->running = clients;
    auto over = load->over.get_future();
    const auto start = Clock::now();
    std::function<void()> next = [&, load] {
        bench.writer->submit(
            journal::wish(World::real(), "p1", KeepNote{std::string(200, 'n')}),
            [&, load](const Result<journal::Outcome>& outcome) {
                load->count += outcome.has_value();
                if (Clock::now() - start < span)
                    next();
                else if (--load->running == 0)
                    load->over.set_value();
            }
        );
    };
    for (int i = 0; i < clients; ++i) next();
    over.wait();
    return static_cast<double>(load->count) / (milliseconds_since(start) / 1000);
}

}  // namespace

Figures durable_commands() {
    const auto folder = std::filesystem::current_path() / "bench-data";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    Bench bench(folder);
    std::vector<double> own, bare, rates;
    for (int round = 0; round < 5; ++round) {
        auto times = bare_fdatasync(folder / "bare", 1'000);
        bare.insert(bare.end(), times.begin(), times.end());
        for (int i = 0; i < 1'000; ++i) {
            const auto start = Clock::now();
            bench.keep();
            own.push_back(milliseconds_since(start));
        }
        rates.push_back(rate_of_clients(bench, 64, std::chrono::milliseconds{1'500}));
    }
    bench.writer->stop();
    std::filesystem::remove_all(folder);
    const auto ratio = median(own) / median(bare);
    const auto bare_rate = 1'000 / median(bare);
    const auto group = median(rates) / bare_rate;
    return {
        {"one durable command, p50",
         fmt::format("{:.3f} ms", median(own)),
         fmt::format("{:.3f} ms bare fdatasync", median(bare)),
         fmt::format("{:.2f}×", ratio),
         "≤ 2×",
         ratio <= 2},
        {"64 clients, durable commands a second",
         fmt::format("{:.0f}/s", median(rates)),
         fmt::format("{:.0f}/s bare fdatasync", bare_rate),
         fmt::format("{:.1f}×", group),
         "≥ 20×",
         group >= 20}};
}

}  // namespace anlan::bench

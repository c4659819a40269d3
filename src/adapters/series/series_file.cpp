#include "series/series_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace anlan::series {

namespace {

// series.db:
//   sensor(number, id)            the sensors' ids, as small numbers
//   raw(sensor, at, value)        every reading; milliseconds since 1970
//   minute, ten_minutes, hour(sensor, at, count, low, high, sum)   by the start of the stretch
constexpr const char* kTables = R"(
CREATE TABLE IF NOT EXISTS sensor (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS raw (sensor INTEGER NOT NULL, at INTEGER NOT NULL, value REAL NOT NULL,
    PRIMARY KEY (sensor, at)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS minute (sensor INTEGER NOT NULL, at INTEGER NOT NULL, count INTEGER NOT NULL,
    low REAL NOT NULL, high REAL NOT NULL, sum REAL NOT NULL, PRIMARY KEY (sensor, at)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ten_minutes (sensor INTEGER NOT NULL, at INTEGER NOT NULL, count INTEGER NOT NULL,
    low REAL NOT NULL, high REAL NOT NULL, sum REAL NOT NULL, PRIMARY KEY (sensor, at)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS hour (sensor INTEGER NOT NULL, at INTEGER NOT NULL, count INTEGER NOT NULL,
    low REAL NOT NULL, high REAL NOT NULL, sum REAL NOT NULL, PRIMARY KEY (sensor, at)) WITHOUT ROWID;
)";

struct Level {
    const char* table;
    std::int64_t width_ms;
};
constexpr std::array<Level, 3> kMeans{{{"minute", 60'000}, {"ten_minutes", 600'000}, {"hour", 3'600'000}}};
constexpr std::int64_t kThinnedAtOnce = 20;

std::int64_t millis(Instant at) {
    return at.time_since_epoch().count();
}

std::int64_t floor_to(std::int64_t at, std::int64_t width) {
    return at - ((at % width) + width) % width;
}

struct Sum {
    std::int64_t count = 0;
    double low = 0, high = 0, sum = 0;
    void add(double value) {
        low = count == 0 ? value : std::min(low, value);
        high = count == 0 ? value : std::max(high, value);
        sum += value;
        ++count;
    }
};
using Sums = std::map<std::pair<std::int64_t, std::int64_t>, Sum>;

void add_up(store::Rows& rows, const Level& level, const Sums& sums) {
    const auto sql = fmt::format(
        "INSERT INTO {}(sensor, at, count, low, high, sum) VALUES(:s, :t, :n, :l, :h, :m) ON CONFLICT(sensor, at) DO "
        "UPDATE SET count = count + excluded.count, low = min(low, excluded.low), high = max(high, excluded.high), "
        "sum = sum + excluded.sum",
        level.table
    );
    for (const auto& [key, sum] : sums) rows.run(sql, key.first, key.second, sum.count, sum.low, sum.high, sum.sum);
}

/// All of it or nothing: a disk that is full or held by another for too long leaves no transaction behind.
template <class F>
void at_once(store::Rows& rows, F&& work) {
    rows.begin();
    try {
        work();
        rows.commit();
    } catch (...) {
        rows.rollback();
        throw;
    }
}

/// In the order of the columns asked for.
struct PointRow {
    std::int64_t at = 0, count = 0;
    double low = 0, high = 0, sum = 0;
};
BOOST_DESCRIBE_STRUCT(PointRow, (), (at, count, low, high, sum))

/// Index into kMeans of the table to ask, or -1: raw. Not finer than the points wanted, unless only a coarser one still
/// holds the beginning.
int level_for(std::int64_t width_ms, std::chrono::milliseconds age, const Keeping& keeping) {
    int level = -1;
    for (std::size_t i = 0; i < kMeans.size(); ++i)
        if (kMeans[i].width_ms <= width_ms) level = static_cast<int>(i);
    if (age > keeping.ten_minutes) return 2;
    if (age > keeping.minute) return std::max(level, 1);
    if (age > keeping.raw) return std::max(level, 0);
    return level;
}

}  // namespace

SeriesFile::SeriesFile(const std::filesystem::path& file)
    : rows_(store::connect({file.string(), {}}, store::Use::writing)), readers_({file.string(), {}}) {
    rows_->begin();
    rows_->script(kTables);
    rows_->commit();
}

std::int64_t SeriesFile::number_of(const sensors::SensorId& sensor) {
    const auto known = numbers_.find(sensor);
    if (known != numbers_.end()) return known->second;
    rows_->run("INSERT INTO sensor(id) VALUES(:i) ON CONFLICT(id) DO NOTHING", sensor);
    const auto number = rows_->value<std::int64_t>("SELECT number FROM sensor WHERE id = :i", sensor).value();
    return numbers_[sensor] = number;
}

void SeriesFile::write(const std::vector<sensors::Sample>& samples) {
    if (samples.empty()) return;
    std::array<Sums, kMeans.size()> sums;
    try {
        at_once(*rows_, [&] {
            for (const auto& sample : samples) {
                const auto number = number_of(sample.sensor);
                const auto at = millis(sample.at);
                const auto added = rows_->run(
                    "INSERT INTO raw(sensor, at, value) VALUES(:s, :t, :v) ON CONFLICT(sensor, at) DO NOTHING",
                    number,
                    at,
                    sample.value
                );
                if (added == 0) continue;
                for (std::size_t i = 0; i < kMeans.size(); ++i)
                    sums[i][{number, floor_to(at, kMeans[i].width_ms)}].add(sample.value);
            }
            for (std::size_t i = 0; i < kMeans.size(); ++i) add_up(*rows_, kMeans[i], sums[i]);
        });
    } catch (...) {
        numbers_.clear();
        throw;
    }
}

void SeriesFile::thin(const Keeping& keeping, Instant now) {
    const auto numbers = rows_->list<std::int64_t>(
        "SELECT number FROM sensor WHERE number > :n ORDER BY number LIMIT :l", next_thinned_, kThinnedAtOnce
    );
    next_thinned_ = numbers.empty() ? 0 : numbers.back();
    const std::array<std::pair<const char*, std::chrono::seconds>, 4> tables{
        {{"raw", keeping.raw},
         {"minute", keeping.minute},
         {"ten_minutes", keeping.ten_minutes},
         {"hour", keeping.hour}}};
    at_once(*rows_, [&] {
        for (const auto number : numbers)
            for (const auto& [table, kept] : tables)
                rows_->run(
                    fmt::format("DELETE FROM {} WHERE sensor = :s AND at < :t", table), number, millis(now - kept)
                );
    });
}

std::map<sensors::SensorId, sensors::LastReading> SeriesFile::last() {
    std::map<sensors::SensorId, sensors::LastReading> all;
    for (const auto number : rows_->list<std::int64_t>("SELECT number FROM sensor ORDER BY number")) {
        const auto id = rows_->value<std::string>("SELECT id FROM sensor WHERE number = :n", number).value();
        const auto newest = rows_->first<PointRow>(
            "SELECT at, 1, value, value, value FROM raw WHERE sensor = :s ORDER BY at DESC LIMIT 1", number
        );
        if (newest) all[{id}] = {Instant{Milliseconds{newest->at}}, newest->sum};
    }
    return all;
}

std::vector<sensors::SeriesPoint> SeriesFile::points(
    const sensors::SensorId& sensor, Instant from, Instant until, std::int64_t most, const Keeping& keeping, Instant now
) {
    std::vector<sensors::SeriesPoint> made;
    const auto rows = readers_.take();
    const auto number = (*rows).value<std::int64_t>("SELECT number FROM sensor WHERE id = :i", sensor);
    if (!number || until <= from || most < 1) return made;
    const auto span = millis(until) - millis(from);
    auto width = std::max<std::int64_t>(1, (span + most - 1) / most);
    const auto level = level_for(width, now - from, keeping);
    const auto start =
        level < 0 ? millis(from) : floor_to(millis(from), kMeans[static_cast<std::size_t>(level)].width_ms);
    if (level >= 0) width = std::max(width, kMeans[static_cast<std::size_t>(level)].width_ms);
    const auto columns = level < 0 ? std::string("COUNT(*), MIN(value), MAX(value), SUM(value) FROM raw")
                                   : fmt::format(
                                         "SUM(count), MIN(low), MAX(high), SUM(sum) FROM {}",
                                         kMeans[static_cast<std::size_t>(level)].table
                                     );
    const auto sql = "SELECT (at - :a) / :w * :x + :b, " + columns +
                     " WHERE sensor = :s AND at >= :f AND at < :u GROUP BY 1 ORDER BY 1";
    for (const auto& row : (*rows).select<PointRow>(sql, start, width, width, start, *number, start, millis(until)))
        made.push_back(
            {Instant{Milliseconds{row.at}}, row.sum / static_cast<double>(row.count), row.low, row.high, row.count}
        );
    return made;
}

}  // namespace anlan::series

#include "series/series_file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <random>

#include "store/database.hpp"

namespace anlan::series {
namespace {

namespace fs = std::filesystem;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr Instant kStart{seconds{1'690'502'400}};  // 2023-07-28T00:00Z
const sensors::SensorId kRain{"rain"};

struct a_series : ::testing::Test {
    a_series() : folder(fs::temp_directory_path() / ("anlan-series-" + std::to_string(getpid()))) {
        fs::remove_all(folder);
        fs::create_directories(folder);
        file = std::make_unique<SeriesFile>(folder / "series.db");
    }
    ~a_series() override {
        file.reset();
        fs::remove_all(folder);
    }
    void write(Instant from, int count, std::chrono::seconds every, double first = 0) {
        std::vector<sensors::Sample> samples;
        for (int i = 0; i < count; ++i) samples.push_back({kRain, from + every * i, first + i});
        file->write(samples);
    }
    std::vector<sensors::SeriesPoint> points(Instant from, Instant until, std::int64_t most, Instant now = kStart) {
        return file->points(kRain, from, until, most, {}, now);
    }
    fs::path folder;
    std::unique_ptr<SeriesFile> file;
};

TEST_F(a_series, of_nobody_is_empty) {
    EXPECT_TRUE(file->points({"nobody"}, kStart, kStart + hours{1}, 10, {}, kStart).empty());
}

TEST_F(a_series, gives_every_reading_back_while_there_are_few) {
    write(kStart, 10, seconds{60});
    const auto all = points(kStart, kStart + minutes{10}, 600, kStart + minutes{10});
    ASSERT_EQ(all.size(), 10U);
    EXPECT_EQ(all[3].mean, 3);
    EXPECT_EQ(all[3].at, kStart + minutes{3});
}

TEST_F(a_series, keeps_mean_lowest_and_highest_of_each_stretch_whatever_is_asked) {
    write(kStart, 600, seconds{10});
    for (const auto most : {10, 25, 100}) {
        double sum = 0, low = 1e9, high = -1e9;
        std::int64_t count = 0;
        for (const auto& point : points(kStart, kStart + minutes{100}, most, kStart + minutes{100})) {
            sum += point.mean * static_cast<double>(point.count);
            count += point.count;
            low = std::min(low, point.low);
            high = std::max(high, point.high);
        }
        EXPECT_EQ(count, 600) << most;
        EXPECT_NEAR(sum, 599.0 * 600 / 2, 1e-6) << most;
        EXPECT_EQ(low, 0);
        EXPECT_EQ(high, 599);
    }
}

TEST_F(a_series, counts_a_message_sent_twice_once_and_late_ones_where_they_belong) {
    write(kStart, 10, seconds{60});
    write(kStart, 10, seconds{60});
    write(kStart + seconds{30}, 1, seconds{1}, 100);
    const auto hour = points(kStart, kStart + hours{1}, 1, kStart + hours{1});
    ASSERT_EQ(hour.size(), 1U);
    EXPECT_EQ(hour[0].count, 11);
    EXPECT_EQ(hour[0].high, 100);
}

TEST_F(a_series, is_thinned_by_age_but_a_year_is_still_there_by_the_hour) {
    write(kStart, 400 * 24, std::chrono::seconds{3'600});
    const auto now = kStart + days{400};
    const auto before = fs::file_size(folder / "series.db");
    file->thin({}, now);
    const auto year = points(now - days{366}, now, 800, now);
    EXPECT_GT(year.size(), 700U);
    EXPECT_LE(year.size(), 801U);
    EXPECT_EQ(points(now - hours{30}, now, 1'000, now).size(), 30U);
    EXPECT_EQ(file->last().at(kRain).at, kStart + days{399} + hours{23});
    EXPECT_GE(before, fs::file_size(folder / "series.db"));
}

TEST_F(a_series, takes_readings_again_after_its_disk_refused_to_thin) {
    write(kStart, 10, seconds{60});
    const auto other = store::connect({(folder / "series.db").string(), {}}, store::Use::writing);
    other->script("CREATE TRIGGER full BEFORE DELETE ON raw BEGIN SELECT RAISE(ABORT, 'disk full'); END;");
    EXPECT_ANY_THROW(file->thin({}, kStart + days{400}));
    write(kStart + hours{1}, 1, seconds{1}, 42);
    EXPECT_EQ(file->last().at(kRain).value, 42);
}

TEST_F(a_series, goes_on_after_a_restart) {
    write(kStart, 10, seconds{60});
    file.reset();
    file = std::make_unique<SeriesFile>(folder / "series.db");
    EXPECT_EQ(file->last().at(kRain).value, 9);
    write(kStart + minutes{10}, 1, seconds{1}, 42);
    EXPECT_EQ(points(kStart, kStart + hours{1}, 1, kStart + hours{1}).at(0).count, 11);
}

}  // namespace
}  // namespace anlan::series

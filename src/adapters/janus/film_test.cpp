#include "janus/film.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace anlan::janus {
namespace {

using std::chrono::microseconds;
using std::chrono::seconds;

struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("anlan-film-" + std::to_string(getpid()));
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
    std::filesystem::path write(const std::string& name, const std::string& header, const std::string& rest) const {
        std::ofstream out(path / name, std::ios::binary);
        out << "MJR00002" << static_cast<char>(header.size() / 256) << static_cast<char>(header.size() % 256) << header
            << rest;
        return path / name;
    }
};

const std::function<bool()> kNever = [] { return false; };

Piece from_to(int begun, int ended) {
    return {"x.mjr", true, microseconds(seconds(begun)), microseconds(seconds(ended))};
}

TEST(a_recorded_piece, is_known_by_its_header_and_one_without_packets_is_none) {
    const Folder folder;
    const std::string header = R"({"t":"v","c":"vp8","s":1000000,"u":2000000})";
    const auto piece = read_piece(folder.write("a.mjr", header, "packets"));
    ASSERT_TRUE(piece);
    EXPECT_TRUE(piece->video);
    EXPECT_EQ(piece->begun, microseconds(2'000'000));
    EXPECT_FALSE(read_piece(folder.write("empty.mjr", header, "")));
    EXPECT_FALSE(read_piece(folder.write("broken.mjr", "{", "packets")));
    EXPECT_FALSE(read_piece(folder.path / "none.mjr"));
    std::int64_t unread = 0;
    EXPECT_EQ(pieces_of(folder.path, unread).size(), 1U);
    EXPECT_EQ(unread, 2);
}

TEST(pictures, share_a_place_when_one_comes_after_another) {
    const std::vector<Piece> three{from_to(0, 10), from_to(5, 30), from_to(12, 20)};
    EXPECT_EQ(places_of(three), (std::vector<std::size_t>{0, 1, 0}));
}

TEST(pictures, keep_their_place_when_recording_begins_anew) {
    auto all = std::vector<Piece>{from_to(0, 10), from_to(0, 10), from_to(10, 20), from_to(10, 20)};
    all[0].who = all[3].who = "7";
    all[1].who = all[2].who = "8";
    all[1].ended += std::chrono::milliseconds{40};
    EXPECT_EQ(places_of(all), (std::vector<std::size_t>{0, 1, 1, 0}));
}

/// Packets as Janus writes them down, 20 ms each.
std::string packets(int count, std::uint8_t type, int ticks, const std::string& payload) {
    std::string all;
    const auto put = [&](std::uint32_t number, int bytes) {
        while (bytes-- > 0) all += static_cast<char>(number >> bytes * 8);
    };
    for (int i = 0; i < count; ++i) {
        all += "MEET";
        put(static_cast<std::uint32_t>(i * 20), 4);
        put(static_cast<std::uint32_t>(12 + payload.size()), 2);
        put(0x80, 1), put(type, 1), put(static_cast<std::uint32_t>(i), 2);
        put(static_cast<std::uint32_t>(i * ticks), 4), put(7, 4);
        all += payload;
    }
    return all;
}

TEST(a_film, does_without_a_picture_that_never_began) {
    const Folder folder;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto begun = std::to_string(std::chrono::duration_cast<microseconds>(now - seconds(15)).count());
    const auto times = R"("s":)" + begun + R"(,"u":)" + begun + "}";
    const auto write = [&](const std::string& name, const std::string& header, const std::string& rest) {
        const auto file = folder.write(name, header, rest);
        std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() - seconds(10));
    };
    write("a-audio.mjr", R"({"t":"a","c":"pcma",)" + times, packets(100, 8, 160, std::string(160, '\xD5')));
    write(
        "b-video.mjr",
        R"({"t":"v","c":"h264",)" + times,
        packets(50, 107, 3'600, std::string("\x41\x9A\x01\x02\x03", 5))
    );
    const auto made = make_film(folder.path, kNever);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->fault, "");
    EXPECT_EQ(made->lost, 1);
}

TEST(a_film, of_nothing_or_of_rubbish_says_why_there_is_none) {
    const Folder folder;
    EXPECT_EQ(make_film(folder.path, kNever)->fault, "nothing_recorded");
    const auto bad = folder.write("a.mjr", "{", "packets");
    EXPECT_EQ(make_film(folder.path, kNever)->fault, "unreadable");
    std::filesystem::remove(bad);
    const auto old = folder.write("b.mjr", R"({"t":"v","c":"vp8","s":1000000,"u":2000000})", "no packets of Janus");
    std::filesystem::last_write_time(old, std::filesystem::file_time_type::clock::now() - seconds(10));
    EXPECT_EQ(make_film(folder.path, kNever)->fault, "unreadable");
    EXPECT_FALSE(make_film(folder.path, [] { return true; })) << "stopped: nothing is told";
}

}  // namespace
}  // namespace anlan::janus

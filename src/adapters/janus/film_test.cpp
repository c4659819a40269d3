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

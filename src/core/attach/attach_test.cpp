#include <gtest/gtest.h>

#include <fstream>

#include "attach/cabinet.hpp"
#include "attach/picture.hpp"
#include "attach/voice.hpp"

namespace anlan::attach {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

const std::string kUpload(32, 'a');

std::string segment(char marker, const std::string& words) {
    const auto length = words.size() + 2;
    return "\xFF"s + marker + static_cast<char>(length >> 8) + static_cast<char>(length & 0xFF) + words;
}

std::string jpeg(const std::string& exif = {}, const std::string& drawn = "drawn") {
    return "\xFF\xD8"s + (exif.empty() ? "" : segment('\xE1', "Exif\0\0"s + exif)) + segment('\xC0', "frame") +
           segment('\xDA', "scan") + drawn + "\xFF\xD9";
}

std::string png_chunk(const std::string& kind, const std::string& words) {
    return "\0\0"s + static_cast<char>(words.size() >> 8) + static_cast<char>(words.size() & 0xFF) + kind + words +
           "sum4";
}

class a_file_in_parts : public testing::Test {
  protected:
    fs::path folder = fs::temp_directory_path() / ("anlan-attach-" + std::to_string(::getpid()));
    Cabinet cabinet{folder};
    void TearDown() override { fs::remove_all(folder); }
    Result<Progress> send(std::int64_t from, const std::string& part, std::int64_t total) {
        return cabinet.add_part("p1", kUpload, from, total, part);
    }
};

TEST(a_picture, that_is_none_or_breaks_off_is_refused) {
    EXPECT_EQ(cleaned("<script>alert(1)</script>").error().code, "attachment_type");
    EXPECT_EQ(cleaned("").error().code, "attachment_type");
    EXPECT_EQ(cleaned("\xFF\xD8\xFFno picture at all").error().code, "attachment_broken");
    const auto whole = jpeg("place");
    EXPECT_EQ(cleaned(whole.substr(0, whole.size() - 4)).error().code, "attachment_broken");
    EXPECT_EQ(cleaned("RIFF\x04\0\0\0WEBPVP8X\xFF\xFF\xFF\xFF"s).error().code, "attachment_broken");
}

TEST(a_picture, is_kept_without_where_it_was_taken) {
    const auto kept = cleaned(jpeg("GPS 24.7N 118.7E")).value();
    EXPECT_EQ(kept, jpeg());
    EXPECT_EQ(kept.find("GPS"), std::string::npos);
    const auto png =
        "\x89PNG\r\n\x1A\n"s + png_chunk("IHDR", "size") + png_chunk("eXIf", "GPS") + png_chunk("IEND", "");
    EXPECT_EQ(cleaned(png).value().find("GPS"), std::string::npos);
}

TEST(a_picture, brings_nothing_behind_its_end) {
    EXPECT_EQ(cleaned(jpeg() + "<script>").value(), jpeg());
}

TEST(a_spoken_note, that_is_a_film_says_where_it_was_or_is_too_long_is_refused) {
    const auto webm = "\x1A\x45\xDF\xA3 webm A_OPUS"s;
    EXPECT_EQ(cleaned("\x1A\x45\xDF\xA3 webm A_OPUS V_VP9"s).error().code, "attachment_type");
    EXPECT_EQ(cleaned("\x1A\x45\xDF\xA3 matroska"s).error().code, "attachment_type");
    EXPECT_EQ(cleaned("\0\0\0\x18"s + "ftypisom soun vide").error().code, "attachment_type");
    EXPECT_EQ(cleaned("\0\0\0\x18"s + "ftypM4A  soun \xA9xyz+24.7+118.7").error().code, "attachment_type");
    EXPECT_EQ(cleaned(webm + std::string(kVoiceBytesMax, 'x')).error().code, "voice_too_long");
}

TEST(a_spoken_note, is_kept_as_the_sound_it_is) {
    for (const auto& [bytes, type] :
         {std::pair{"\x1A\x45\xDF\xA3 webm A_OPUS"s, "audio/webm"},
          std::pair{"OggS and OpusHead"s, "audio/ogg"},
          std::pair{"RIFF\x24\0\0\0WAVEfmt "s, "audio/wav"},
          std::pair{"\0\0\0\x18"s + "ftypisom moov soun", "audio/mp4"}}) {
        EXPECT_EQ(cleaned(bytes).value(), bytes);
        EXPECT_EQ(type_of(bytes), type);
    }
}

TEST_F(a_file_in_parts, goes_on_where_it_was_cut) {
    const auto photo = jpeg({}, std::string(5'000, 'x'));
    const auto total = static_cast<std::int64_t>(photo.size());
    EXPECT_EQ(send(0, photo.substr(0, 2'000), total).value().held, 2'000);
    EXPECT_EQ(cabinet.progress("p1", kUpload).value().held, 2'000);
    const auto last = send(2'000, photo.substr(2'000), total).value();
    EXPECT_EQ(cabinet.read(last.attachment), photo);
}

TEST_F(a_file_in_parts, takes_a_part_twice_as_one) {
    const auto photo = jpeg({}, std::string(5'000, 'x'));
    const auto total = static_cast<std::int64_t>(photo.size());
    ASSERT_TRUE(send(0, photo.substr(0, 2'000), total));
    ASSERT_TRUE(send(0, photo.substr(0, 3'000), total));
    const auto last = send(1'000, photo.substr(1'000), total).value();
    EXPECT_EQ(cabinet.read(last.attachment), photo);
    EXPECT_EQ(send(0, photo, total).value().attachment, last.attachment);
}

TEST_F(a_file_in_parts, refuses_a_gap_a_giant_and_a_foreign_name) {
    EXPECT_EQ(send(10, "x", 100).error().code, "upload_gap");
    EXPECT_EQ(send(0, "x", 200 * 1024 * 1024).error().code, "attachment_too_large");
    EXPECT_EQ(send(0, std::string(200, 'x'), 100).error().code, "attachment_too_large");
    EXPECT_EQ(cabinet.add_part("p1", "../../etc/passwd", 0, 9, "x").error().code, "upload_invalid");
    EXPECT_FALSE(cabinet.read("../node.key"));
}

TEST_F(a_file_in_parts, that_is_no_photo_is_refused_when_it_is_whole_and_leaves_nothing) {
    ASSERT_TRUE(send(0, "not a ph", 10));
    EXPECT_EQ(send(8, "oo", 10).error().code, "attachment_type");
    EXPECT_EQ(cabinet.progress("p1", kUpload).value().held, 0);
}

TEST_F(a_file_in_parts, is_anothers_own_under_the_same_name) {
    ASSERT_TRUE(send(0, "abc", 10));
    EXPECT_EQ(cabinet.progress("p2", kUpload).value().held, 0);
}

}  // namespace
}  // namespace anlan::attach

#include "meetings/picture_choice.hpp"

#include <gtest/gtest.h>

namespace anlan::meetings {
namespace {

using namespace std::chrono_literals;

struct the_picture_of_a_set : ::testing::Test {
    std::int64_t shown() {
        choice = choose_picture(choice, faces, now);
        return choice.shown;
    }
    void talks(std::size_t nth) { faces[nth].talks_since = now; }
    void stops(std::size_t nth) { faces[nth].talks_since.reset(); }
    Face::Time now = Face::Time{} + 1h;
    std::vector<Face> faces{{.feed = 1}, {.feed = 2}, {.feed = 3}};
    PictureChoice choice;
};

TEST_F(the_picture_of_a_set, is_of_the_first_until_somebody_speaks) {
    EXPECT_EQ(shown(), 1);
    now += 3s;
    talks(1);
    EXPECT_EQ(shown(), 2);
    stops(1);
    now += 1min;
    EXPECT_EQ(shown(), 2) << "the last one stays";
}

TEST_F(the_picture_of_a_set, does_not_jump) {
    talks(0);
    EXPECT_EQ(shown(), 1);
    stops(0), talks(1);
    now += 1s;
    EXPECT_EQ(shown(), 1) << "shown for a second only";
    now += 1s;
    EXPECT_EQ(shown(), 2);
}

TEST_F(the_picture_of_a_set, goes_to_one_who_talks_into_anothers_words_only_when_that_lasts) {
    talks(0);
    EXPECT_EQ(shown(), 1);
    now += 10s;
    talks(2);
    EXPECT_EQ(shown(), 1) << "a cough";
    now += 2s;
    EXPECT_EQ(shown(), 3);
    now += 10s;
    EXPECT_EQ(shown(), 3) << "the first has gone on all the time; nobody began anew";
    stops(2);
    EXPECT_EQ(shown(), 1) << "and is seen again";
}

TEST_F(the_picture_of_a_set, is_a_shared_screen_before_any_face) {
    talks(0);
    EXPECT_EQ(shown(), 1);
    faces[2].screen = true;
    EXPECT_EQ(shown(), 3) << "at once";
    faces[1].screen = true;
    now += 1min;
    EXPECT_EQ(shown(), 3) << "the first of two";
    faces[2].screen = faces[1].screen = false;
    now += 1s;
    EXPECT_EQ(shown(), 1) << "who speaks";
}

TEST_F(the_picture_of_a_set, goes_on_when_who_was_seen_is_gone) {
    talks(1);
    EXPECT_EQ(shown(), 2);
    faces.erase(faces.begin() + 1);
    EXPECT_EQ(shown(), 1);
    faces.clear();
    EXPECT_EQ(shown(), 0);
    EXPECT_EQ(choice, PictureChoice{});
}

TEST_F(the_picture_of_a_set, stays_when_the_speaker_is_coded_otherwise_and_that_is_known) {
    faces[1].fits = false;
    EXPECT_EQ(shown(), 1);
    now += 3s;
    talks(1);
    EXPECT_EQ(shown(), 1);
    EXPECT_EQ(choice.wanted, 2);
    faces.erase(faces.begin());
    EXPECT_EQ(shown(), 3) << "better than nobody";
    faces.pop_back();
    EXPECT_EQ(shown(), 0);
    EXPECT_EQ(choice.wanted, 2);
}

}  // namespace
}  // namespace anlan::meetings

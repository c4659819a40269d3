#include "janus/seats.hpp"

#include <gtest/gtest.h>

#include "janus/room_words.hpp"

namespace anlan::janus {
namespace {

using meetings::MeetingId;
using std::chrono::seconds;

const MeetingId kMeeting{"m1"}, kOther{"m2"};
const PersonId kOne{"测试甲"}, kTwo{"测试乙"};
const SteadyTime kNow{seconds(1000)};

Seat seat_of(const PersonId& person, SteadyTime heard = kNow) {
    Seat seat;
    seat.meeting = kMeeting;
    seat.person = person;
    seat.heard = heard;
    return seat;
}

TEST(a_seat, belongs_to_its_person_and_its_meeting) {
    Seats seats;
    seats.take("s", seat_of(kOne)).value();
    EXPECT_EQ(seats.find("s", kMeeting, kTwo, kNow).error().code, "seat_unknown");
    EXPECT_EQ(seats.find("s", kOther, kOne, kNow).error().code, "seat_unknown");
    EXPECT_EQ(seats.find("guessed", kMeeting, kOne, kNow).error().code, "seat_unknown");
    EXPECT_TRUE(seats.find("s", kMeeting, kOne, kNow));
}

TEST(a_second_device_of_one_person, takes_the_seat_over) {
    Seats seats;
    auto first = seat_of(kOne);
    first.handle = 7;
    first.subscriptions[70] = 8;
    seats.take("s1", std::move(first)).value();
    const auto taken = seats.take("s2", seat_of(kOne)).value();
    EXPECT_FALSE(taken.arrived);
    EXPECT_EQ(taken.handles, (std::vector<std::int64_t>{7, 8}));
    EXPECT_TRUE(seats.find("s1", kMeeting, kOne, kNow).value()->moved);
    EXPECT_EQ(seats.speakers(kMeeting).size(), 1U);
}

TEST(a_silent_device, is_given_up_and_one_that_speaks_is_not) {
    Seats seats;
    seats.take("silent", seat_of(kOne)).value();
    seats.take("speaks", seat_of(kTwo)).value();
    seats.find("speaks", kMeeting, kTwo, kNow + Seats::kSilence).value();
    const auto gone = seats.expire(kNow + Seats::kSilence);
    ASSERT_EQ(gone.size(), 1U);
    EXPECT_EQ(gone[0].person, kOne);
    EXPECT_EQ(seats.find("silent", kMeeting, kOne, kNow).error().code, "seat_unknown");
}

TEST(a_device_left_behind, is_no_departure_of_its_person) {
    Seats seats;
    seats.take("s1", seat_of(kOne)).value();
    seats.take("s2", seat_of(kOne, kNow + Seats::kRemembered)).value();
    EXPECT_TRUE(seats.expire(kNow + Seats::kRemembered).empty());
    EXPECT_EQ(seats.people(kMeeting).size(), 1U);
}

TEST(a_flood, is_stopped_for_a_minute) {
    Seats seats;
    seats.take("s", seat_of(kOne)).value();
    for (int i = 0; i < Seats::kMostSignals; ++i) seats.find("s", kMeeting, kOne, kNow).value();
    EXPECT_EQ(seats.find("s", kMeeting, kOne, kNow).error().code, "too_many_signals");
    EXPECT_TRUE(seats.find("s", kMeeting, kOne, kNow + seconds(61)));
}

TEST(a_meeting, holds_sixty_and_a_second_device_counts_once) {
    Seats seats;
    for (std::size_t i = 0; i < Seats::kMostInMeeting; ++i)
        seats.take("s" + std::to_string(i), seat_of(PersonId{"p" + std::to_string(i)})).value();
    EXPECT_EQ(seats.take("one", seat_of(kOne)).error().code, "too_many_seats");
    EXPECT_TRUE(seats.take("again", seat_of(PersonId{"p5"})));
}

TEST(when_janus_begins_anew, everybody_stays_and_nobody_is_connected) {
    Seats seats;
    auto seat = seat_of(kOne);
    seat.handle = 7;
    seat.feed = 70;
    seat.published = true;
    seats.take("s", std::move(seat)).value();
    EXPECT_FALSE(seats.has_feed(kMeeting, 70)) << "its connection does not stand yet";
    EXPECT_FALSE(seats.connect(8));
    EXPECT_EQ(seats.connect(7), kMeeting);
    EXPECT_TRUE(seats.has_feed(kMeeting, 70));
    EXPECT_EQ(seats.speakers(kMeeting).at(0).feed, 70);
    EXPECT_FALSE(seats.has_feed(kOther, 70));
    seats.disconnect_all();
    EXPECT_FALSE(seats.has_feed(kMeeting, 70));
    EXPECT_EQ(seats.speakers(kMeeting).at(0).feed, 0);
}

TEST(the_secrets_of_a_room, differ_by_meeting_and_by_station) {
    const auto keys = keys_of(kMeeting, "station");
    EXPECT_EQ(keys_of(kMeeting, "station").room, keys.room);
    EXPECT_NE(keys_of(kOther, "station").room, keys.room);
    EXPECT_NE(keys_of(kMeeting, "another").pin, keys.pin);
    EXPECT_NE(keys.pin, keys.secret);
    EXPECT_GT(keys.room, 0);
    EXPECT_LT(keys.room, std::int64_t{1} << 50);
}

}  // namespace
}  // namespace anlan::janus

#include "meetings/queries.hpp"
#include "meetings/town_for_tests.hpp"

namespace anlan::meetings {
namespace {

using std::chrono::minutes;

TEST(opening_a_meeting, wants_a_title_and_people_of_the_roster) {
    Town town;
    EXPECT_EQ(town.refused(OpenMeeting{{}, "", "", town.people, true}), "title_missing");
    EXPECT_EQ(town.refused(OpenMeeting{{}, std::string(301, 'a'), "", town.people, true}), "too_long");
    EXPECT_EQ(town.refused(OpenMeeting{{}, "会", "", {}, true}), "guests_missing");
    EXPECT_EQ(town.refused(OpenMeeting{{}, "会", "", {PersonId{"nobody"}}, true}), "person_unknown");
}

TEST(opening_a_meeting, rings_everybody_but_who_opened_it) {
    Town town;
    town.when(OpenMeeting{{}, "防台风调度会", "", town.people, true}, town.people[0].text).value();
    const auto opened = find_meetings(town.rows(), World::real(), 1).at(0);
    EXPECT_EQ(calls::calls_of(town.rows(), "meeting:" + opened.id.text).size(), 2U);
}

TEST(opening_a_meeting, lets_nobody_but_the_program_name_it) {
    Town town;
    const auto made = town.when(OpenMeeting{{"chosen"}, "会", "", town.people, true}).value().subject;
    EXPECT_NE(made, "chosen");
    const OpenMeeting named{{"given"}, "会", "consultation:c", town.people, false};
    EXPECT_EQ(town.when(named, "system:consultation").value().subject, "given");
    EXPECT_TRUE(calls::calls_of(town.rows(), "meeting:given").empty());
}

TEST(attendance, adds_up_over_coming_and_going) {
    Town town;
    const auto id = town.open();
    town.join(id, town.people[0]);
    town.advance(minutes(10));
    town.leave(id, town.people[0]);
    town.advance(minutes(5));
    town.join(id, town.people[0]);
    town.join(id, town.people[0]);  // twice is once
    town.advance(minutes(2));
    const auto closed = town.when(CloseMeeting{id});
    ASSERT_TRUE(closed);
    const auto guest = guest_of(town.rows(), id, town.people[0]);
    EXPECT_EQ(guest->millis, minutes(12) / Milliseconds(1));
    EXPECT_FALSE(guest->joined_at);
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_hand, is_raised_only_inside_and_falls_with_leaving) {
    Town town;
    const auto id = town.open();
    const auto& who = town.people[1];
    EXPECT_EQ(town.refused(MoveHand{id, true}, who.text), "not_in_meeting");
    town.join(id, who);
    town.when(MoveHand{id, true}, who.text).value();
    EXPECT_TRUE(hand_raised(town.rows(), id, who));
    town.leave(id, who);
    EXPECT_FALSE(hand_raised(town.rows(), id, who));
}

TEST(a_view_of_the_map, is_a_place_on_earth) {
    Town town;
    const auto id = town.open();
    town.join(id, town.people[0]);
    EXPECT_EQ(town.refused(ShareView{id, 200, 24, 12, ""}, town.people[0].text), "view_invalid");
    EXPECT_EQ(town.refused(ShareView{id, 118, 24, 12, ""}, town.people[1].text), "not_in_meeting");
    town.when(ShareView{id, 118.7, 24.7, 12, "决口"}, town.people[0].text).value();
    const auto view = shared_view(*find_meeting(town.rows(), id));
    ASSERT_TRUE(view);
    EXPECT_EQ(view->words, "决口");
    EXPECT_EQ(view->person, town.people[0]);
    EXPECT_GT(view->at, Instant{}) << "to be compared with what other stations show";
}

TEST(a_closed_meeting, takes_nothing_more) {
    Town town;
    const auto id = town.open();
    town.when(CloseMeeting{id}).value();
    EXPECT_EQ(town.refused(CloseMeeting{id}), "already_closed");
    EXPECT_EQ(town.refused(SwitchRecording{id, true}), "already_closed");
    EXPECT_EQ(town.refused(NoteJoined{id, town.people[0]}), "already_closed");
    EXPECT_EQ(town.refused(InviteGuests{id, town.people, true}), "already_closed");
    EXPECT_EQ(town.refused(CloseMeeting{{"none"}}), "meeting_unknown");
}

}  // namespace
}  // namespace anlan::meetings

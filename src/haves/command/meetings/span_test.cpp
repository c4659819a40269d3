#include "meetings/town_for_tests.hpp"

namespace anlan::meetings {
namespace {

const AreaCode kVillage{"350581106002"}, kElsewhere{"350581107001"};

TEST(a_meeting_of_levels, joins_own_children_once_and_ends_with_theirs) {
    Town town;
    town.when(organisation::AdoptAreas{{{kVillage, "永宁第一社区", kTown, {}, {}}}}).value();
    const auto id = town.open();
    EXPECT_EQ(town.refused(SpanMeeting{id, {}}), "to_missing");
    EXPECT_EQ(town.refused(SpanMeeting{id, {kElsewhere}}), "not_below");
    EXPECT_EQ(town.refused(SpanMeeting{id, {kTown}}), "not_below");
    EXPECT_EQ(town.refused(SpanMeeting{id, {AreaCode{"350581106099"}}}), "area_unknown");
    EXPECT_NE(town.when(SpanMeeting{id, {kVillage, kVillage}}).value().first_seq, 0);
    EXPECT_EQ(town.when(SpanMeeting{id, {kVillage}}).value().first_seq, 0) << "joined already";
    ASSERT_EQ(open_spans(town.rows()).size(), 1U);
    EXPECT_EQ(open_spans(town.rows())[0].area, kVillage.text);
    town.when(CloseMeeting{id}).value();
    EXPECT_TRUE(open_spans(town.rows()).empty());
    EXPECT_EQ(town.refused(SpanMeeting{id, {kVillage}}), "already_closed");
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_meeting_joined_from_above, is_called_by_the_upper_ones_name) {
    Town town;
    OpenMeeting wish;
    wish.title = "防台风视频调度";
    wish.origin = "above:m-of-the-county";
    wish.guests = town.people;
    const MeetingId id{town.when(std::move(wish), "system:meetings").value().subject};
    const auto spans = open_spans(town.rows());
    ASSERT_EQ(spans.size(), 1U);
    EXPECT_EQ(spans[0].meeting, id);
    EXPECT_EQ(spans[0].root, "m-of-the-county");
    EXPECT_EQ(spans[0].area, "") << "the neighbour above";
}

TEST(a_meeting_joined_from_above, joins_own_children_in_turn_and_ends_with_them) {
    Town town;
    town.when(organisation::AdoptAreas{{{kVillage, "永宁第一社区", kTown, {}, {}}}}).value();
    OpenMeeting wish;
    wish.title = "防台风视频调度";
    wish.origin = "above:m-of-the-county";
    wish.guests = town.people;
    const MeetingId id{town.when(std::move(wish), "system:meetings").value().subject};
    town.when(SpanMeeting{id, {kVillage}}).value();
    const auto spans = open_spans(town.rows());
    ASSERT_EQ(spans.size(), 2U) << "the neighbour above, and the one below";
    EXPECT_EQ(spans[0].area, kVillage.text);
    EXPECT_EQ(spans[0].root, id.text) << "to those below it is this station's own";
    EXPECT_EQ(spans[1].root, "m-of-the-county");
    town.when(CloseMeeting{id}, "system:meetings").value();
    EXPECT_TRUE(open_spans(town.rows()).empty());
    EXPECT_TRUE(town.prove().ok);
}

}  // namespace
}  // namespace anlan::meetings

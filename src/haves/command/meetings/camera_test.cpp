#include "http/asking_for_tests.hpp"
#include "meetings/api.hpp"
#include "meetings/queries.hpp"
#include "meetings/town_for_tests.hpp"

namespace anlan::meetings {
namespace {

using std::chrono::minutes;

TEST(a_camera_in_a_meeting, is_shown_by_somebody_inside_and_by_nobody_else) {
    Town town;
    const auto id = town.open();
    const auto& who = town.people[0];
    EXPECT_EQ(town.refused(ShareCamera{{"none"}, "gate", "南门"}, who.text), "meeting_unknown");
    EXPECT_EQ(town.refused(ShareCamera{id, "gate", "南门"}, who.text), "not_in_meeting");
    town.join(id, who);
    EXPECT_EQ(town.refused(ShareCamera{id, "gate", "南门"}, who.text), "");
    EXPECT_EQ(shower_of(town.rows(), id, "gate"), who);
    EXPECT_TRUE(sees_camera(town.rows(), id, who, "gate"));
    EXPECT_FALSE(sees_camera(town.rows(), id, town.people[1], "gate")) << "invited, but not inside";
    EXPECT_FALSE(sees_camera(town.rows(), id, who, "yard"));
}

TEST(a_camera_in_a_meeting, stands_in_the_record_with_who_and_when) {
    Town town;
    const auto id = town.open();
    const auto& who = town.people[0];
    town.join(id, who);
    town.when(ShareCamera{id, "gate", "南门"}, who.text).value();
    town.when(ShareCamera{id, "gate", "南门"}, who.text).value();  // twice is once
    town.advance(minutes(3));
    town.when(StopCamera{id, "gate"}, who.text).value();
    town.when(StopCamera{id, "gate"}, who.text).value();
    town.when(ShareCamera{id, "gate", "南门"}, who.text).value();
    const auto shown = cameras_of(town.rows(), id);
    ASSERT_EQ(shown.size(), 2U);
    EXPECT_EQ(shown[0].person, who);
    EXPECT_EQ(*shown[0].until_at - shown[0].since_at, minutes(3));
    EXPECT_FALSE(shown[1].until_at);
    town.when(CloseMeeting{id}).value();
    EXPECT_TRUE(cameras_of(town.rows(), id)[1].until_at) << "ends with the meeting";
    EXPECT_EQ(town.refused(ShareCamera{id, "gate", "南门"}, who.text), "already_closed");
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_meeting, shows_four_cameras_at_most) {
    Town town;
    const auto id = town.open();
    const auto& who = town.people[0];
    town.join(id, who);
    for (const auto* camera : {"a", "b", "c", "d"}) town.when(ShareCamera{id, camera, camera}, who.text).value();
    EXPECT_EQ(town.refused(ShareCamera{id, "e", "e"}, who.text), "too_many_shared");
    town.when(StopCamera{id, "a"}, who.text).value();
    EXPECT_EQ(town.refused(ShareCamera{id, "e", "e"}, who.text), "");
}

TEST(a_camera_in_a_meeting, is_stopped_by_who_shows_it_or_holds_the_meeting) {
    Town town;
    http::Endpoints table;
    add_endpoints(table, nullptr);
    http::Asking<trial::Trial> asking(town, table);
    const auto id = town.open();
    for (const auto& each : town.people) town.join(id, each);
    const auto as = [&](std::size_t which, std::set<std::string> may = {}) {
        auto caller = http::caller_with(std::move(may), kTown);
        caller.person = town.people.at(which);
        return caller;
    };
    const auto stop = [&](const http::Caller& caller) {
        return asking.said(caller, http::Method::post, "/api/v1/meetings/" + id.text + "/cameras/gate/stop", "{}");
    };
    const auto share = [&] { town.when(ShareCamera{id, "gate", "南门"}, town.people[0].text).value(); };
    share();
    EXPECT_EQ(stop(as(1)), "403 camera");
    EXPECT_TRUE(shower_of(town.rows(), id, "gate"));
    EXPECT_EQ(stop(as(0)), "200");
    EXPECT_FALSE(shower_of(town.rows(), id, "gate"));
    share();
    EXPECT_EQ(stop(as(1, {"consultation.hold"})), "200");
}

}  // namespace
}  // namespace anlan::meetings

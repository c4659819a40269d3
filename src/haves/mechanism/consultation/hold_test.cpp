#include "consultation/trial_town.inc"

namespace anlan::consultation {
namespace {

using std::chrono::hours;

TEST(calling_a_consultation, says_what_is_missing) {
    Station town;
    const auto refused = [&](auto change) {
        auto wish = town.calling();
        change(wish);
        return town.refused(wish);
    };
    EXPECT_EQ(refused([](auto& wish) { wish.title.clear(); }), "title_missing");
    EXPECT_EQ(refused([](auto& wish) { wish.title = std::string(301, 'x'); }), "too_long");
    EXPECT_EQ(refused([](auto& wish) { wish.invited.clear(); }), "invited_missing");
    EXPECT_EQ(refused([](auto& wish) { wish.invited.push_back({"nobody"}); }), "person_unknown");
    EXPECT_EQ(refused([](auto& wish) { wish.chair = {"nobody"}; }), "person_unknown");
    EXPECT_EQ(refused([](auto& wish) { wish.origin = "x"; }), "origin_unknown");
    EXPECT_EQ(refused([&](auto& wish) { wish.starts_at = town.now() - hours(25); }), "time_past");
    EXPECT_EQ(refused([](auto& wish) { wish.agenda.resize(50, {Topic::other, "", "议题"}); }), "too_long");
    EXPECT_EQ(
        refused([](auto& wish) {
            wish.occasion = ConsultationOccasion::incident;
            wish.origin = "none";
        }),
        "origin_unknown"
    );
    EXPECT_TRUE(find_consultations(town.rows(), World::real(), "", 10).empty());
}

TEST(a_consultation_about_a_real_incident, is_not_held_in_a_drill) {
    Station town;
    incident::TakeIncident taking;
    taking.words = "渔船起火";
    taking.place = "永宁镇测试码头";
    taking.kind = "fire";
    auto wish = town.calling();
    wish.occasion = ConsultationOccasion::incident;
    wish.origin = town.when(taking).value().subject;
    const auto mixed = town.when(wish, "p-officer", World::drill({"d1"}));
    ASSERT_FALSE(mixed);
    EXPECT_EQ(mixed.error().code, "world_mixed");
    EXPECT_TRUE(town.when(wish));
}

TEST(everybody_invited, is_rung_once_and_nobody_any_more_when_it_is_over) {
    Station town;
    auto wish = town.calling();
    wish.invited.push_back(town.people[0]);
    const ConsultationId id{town.when(wish).value().subject};
    const auto calls = [&] { return calls::calls_of(town.rows(), "consultation:" + id.text); };
    ASSERT_EQ(calls().size(), 4U);
    town.when(calls::AnswerCall{{calls()[0].id}, ""}, calls()[0].person.text).value();
    town.when(InvitePeople{id, town.people}).value();
    EXPECT_EQ(calls().size(), 4U) << "invited already";
    town.when(RecordAttendance{id, town.people[0], Presence::present, "", {}}).value();
    town.when(ConcludeConsultation{id, "继续加强值守"}).value();
    for (const auto& call : calls()) EXPECT_TRUE(call.state == "closed" || call.answered_at) << call.state;
    EXPECT_TRUE(town.prove().ok);
}

TEST(attendance, wants_a_reason_for_an_absence_and_a_name_for_a_deputy) {
    Station town;
    const auto id = town.called();
    const auto note = [&](PersonId person, Presence presence, std::string reason = {}, PersonId deputy = {}) {
        return town.refused(RecordAttendance{id, std::move(person), presence, std::move(reason), std::move(deputy)});
    };
    EXPECT_EQ(note({"nobody"}, Presence::present), "not_invited");
    EXPECT_EQ(note(town.people[2], Presence::absent), "reason_missing");
    EXPECT_EQ(note(town.people[2], Presence::deputy), "deputy_missing");
    EXPECT_EQ(note(town.people[2], Presence::deputy, "", town.people[2]), "deputy_missing");
    EXPECT_EQ(note(town.people[2], Presence::absent, "在县里开会"), "");
    EXPECT_EQ(note(town.people[3], Presence::deputy, "", town.people[1]), "");
    EXPECT_EQ(note(town.people[3], Presence::deputy, "", town.people[1]), "");
    EXPECT_TRUE(town.written().empty()) << "it was already so";
    const auto people = people_of(town.rows(), id);
    EXPECT_EQ(people[2].reason, "在县里开会");
    EXPECT_EQ(people[3].deputy, town.people[1]);
}

TEST(a_consultation, is_not_over_before_somebody_came_and_stands_once_it_is) {
    Station town;
    const auto id = town.called();
    EXPECT_EQ(town.refused(ConcludeConsultation{id, ""}), "conclusion_missing");
    EXPECT_EQ(town.refused(ConcludeConsultation{id, "加强值守"}), "nobody_present");
    town.when(RecordAttendance{id, town.people[0], Presence::present, "", {}}).value();
    EXPECT_EQ(town.refused(NoteWord{id, {}, "", "请注意"}), "speaker_missing");
    EXPECT_EQ(town.refused(NoteWord{id, town.people[0], "", ""}), "text_missing");
    EXPECT_EQ(town.refused(NoteWord{id, {}, "市气象台值班员", "今夜风力 12 级"}), "");
    EXPECT_EQ(town.refused(ConcludeConsultation{id, "加强值守"}), "");
    EXPECT_EQ(town.refused(NoteWord{id, town.people[0], "", "补充"}), "already_concluded");
    EXPECT_EQ(town.refused(town.resolving(id)), "already_concluded");
    EXPECT_EQ(town.refused(SetAgenda{id, {}}), "already_concluded");
    EXPECT_EQ(town.refused(SetAgenda{{"none"}, {}}), "consultation_unknown");
    EXPECT_TRUE(town.prove().ok);
}

TEST(the_situation, is_proposed_as_an_agenda_with_what_it_is_about_first) {
    Station town;
    incident::TakeIncident taking;
    taking.words = "渔船起火，一人失联";
    taking.place = "永宁镇测试码头";
    taking.kind = "fire";
    taking.figures.missing = 1;
    taking.title = "测试码头渔船火灾";
    const auto origin = town.when(taking).value().subject;
    const auto id = town.in_progress();
    town.resolved(id);
    town.advance(hours(7));
    const auto seen = situation_of(
        town.rows(), town.writer().node(), World::real(), ConsultationOccasion::incident, origin, town.now()
    );
    EXPECT_EQ(seen.title, "测试码头渔船火灾处置会商");
    ASSERT_EQ(seen.items.size(), 3U);
    EXPECT_EQ(seen.items[0].topic, Topic::incident);
    EXPECT_EQ(seen.items[0].text, "测试码头渔船火灾：失联 1 人");
    EXPECT_EQ(seen.items[1].topic, Topic::task) << "the task of the resolution is late";
    EXPECT_EQ(seen.items[2].topic, Topic::resolution);
    EXPECT_NE(seen.items[2].text.find("已逾期"), std::string::npos);
    EXPECT_EQ(seen.invited, std::vector<PersonId>{town.people[1]}) << "who holds a post";
}

TEST(a_consultation_by_video, opens_its_meeting_without_ringing_twice_and_notes_who_enters) {
    Station town;
    auto wish = town.calling();
    wish.by_video = true;
    const ConsultationId id{town.when(wish).value().subject};
    const auto meeting = meetings::open_meeting_of(town.rows(), "consultation:" + id.text);
    ASSERT_TRUE(meeting);
    EXPECT_EQ(find_consultation(town.rows(), id)->meeting, meeting->id.text);
    EXPECT_TRUE(calls::calls_of(town.rows(), "meeting:" + meeting->id.text).empty());
    town.when(meetings::NoteJoined{meeting->id, town.people[2]}, "system:meetings").value();
    EXPECT_EQ(people_of(town.rows(), id).at(2).presence, Presence::present);
    EXPECT_FALSE(people_of(town.rows(), id).at(0).presence);
    town.when(ConcludeConsultation{id, "照此办理"}).value();
    EXPECT_FALSE(meetings::open_meeting_of(town.rows(), "consultation:" + id.text));
}

TEST(a_consultation, can_be_continued_by_video_and_takes_its_later_guests_along) {
    Station town;
    auto wish = town.calling();
    wish.invited = {town.people[0]};
    const ConsultationId id{town.when(wish).value().subject};
    town.when(JoinMeeting{id}).value();
    town.when(JoinMeeting{id}).value();  // held by video already
    const auto meeting = meetings::open_meeting_of(town.rows(), "consultation:" + id.text);
    ASSERT_TRUE(meeting);
    town.when(InvitePeople{id, {town.people[1]}}).value();
    EXPECT_EQ(meetings::guests_of(town.rows(), meeting->id).size(), 2U);
}

}  // namespace
}  // namespace anlan::consultation

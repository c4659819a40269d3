#include "devices/commands.hpp"
#include "devices/room.hpp"
#include "meetings/terminal_answers.hpp"
#include "meetings/terminal_commands.hpp"
#include "meetings/town_for_tests.hpp"

namespace anlan::meetings {
namespace {

struct Hardware : Town {
    DeviceId set(const std::string& number, devices::DeviceKind kind = devices::DeviceKind::conference_set) {
        devices::DeviceSheet sheet{kind, "会议室终端" + number, number, kTown, "镇政府三楼", false};
        return {when(devices::RegisterDevice{sheet, people[0]}).value().subject};
    }
    void note(const DeviceId& terminal, TerminalNews news, TerminalEnd how = TerminalEnd::hung_up) {
        when(NoteTerminal{meeting, terminal, news, how}, "system:meetings").value();
    }
    TerminalRow row() { return terminal_rows(rows(), *find_meeting(rows(), meeting), now()).at(0); }
    MeetingId meeting = open();
};

TEST(a_conference_set, is_called_rings_joins_and_leaves) {
    Hardware town;
    const auto set = town.set("801");
    town.when(CallTerminal{town.meeting, set}).value();
    EXPECT_EQ(town.row().state, TerminalState::calling);
    town.note(set, TerminalNews::rang);
    EXPECT_EQ(town.row().state, TerminalState::ringing);
    town.note(set, TerminalNews::joined);
    town.advance(std::chrono::minutes{3});
    EXPECT_EQ(town.row().state, TerminalState::joined);
    EXPECT_EQ(town.row().seconds, 180);
    town.when(MuteTerminal{town.meeting, set, true}).value();
    EXPECT_TRUE(town.row().muted);
    town.note(set, TerminalNews::left);
    EXPECT_EQ(town.row().state, TerminalState::left);
    EXPECT_EQ(town.row().seconds, 180);
    EXPECT_FALSE(town.row().muted);
    EXPECT_EQ(town.row().zh, "终端已挂断");
    EXPECT_EQ(town.refused(RemoveTerminal{town.meeting, set}), "terminal_absent");
}

TEST(a_conference_set, that_never_came_says_why_and_can_be_called_again) {
    Hardware town;
    const auto set = town.set("801@10.1.2.3:5070");
    town.when(CallTerminal{town.meeting, set}).value();
    EXPECT_EQ(town.refused(CallTerminal{town.meeting, set}), "terminal_busy");
    town.note(set, TerminalNews::left, TerminalEnd::busy);
    EXPECT_NE(town.row().zh.find("正忙"), std::string::npos);
    EXPECT_FALSE(town.row().first_joined);
    town.when(CallTerminal{town.meeting, set}).value();
    EXPECT_EQ(town.row().zh, "") << "what was is no word about what is";
}

TEST(a_conference_set, is_one_of_the_register_with_an_address_of_sip) {
    Hardware town;
    EXPECT_EQ(town.refused(CallTerminal{town.meeting, {"none"}}), "terminal_unknown");
    EXPECT_EQ(
        town.refused(CallTerminal{town.meeting, town.set("802", devices::DeviceKind::radio)}), "terminal_unknown"
    );
    EXPECT_EQ(town.refused(CallTerminal{town.meeting, town.set("YN-SP-01")}), "address_invalid");
    for (const auto* good : {"801", "801@10.1.2.3", "room-3@mcu.local:5070", "10.1.2.3", "10.1.2.3:5062"})
        EXPECT_TRUE(is_dialled(good)) << good;
    for (const auto* wrong :
         {"", "@10.1.2.3", "801@", "801@10.1.2.3:0", "801@a@b", "sip:801", "801;x=1", "10.1.2.3:", "801 "})
        EXPECT_FALSE(is_dialled(wrong)) << wrong;
}

TEST(a_meeting_that_ends, lets_its_sets_go) {
    Hardware town;
    const auto set = town.set("801");
    town.when(CallTerminal{town.meeting, set}).value();
    town.note(set, TerminalNews::joined);
    town.when(CloseMeeting{town.meeting}).value();
    EXPECT_EQ(town.row().state, TerminalState::left);
    EXPECT_TRUE(terminals_on_the_line(town.rows()).empty());
    EXPECT_EQ(town.refused(CallTerminal{town.meeting, set}), "already_closed");
    EXPECT_EQ(
        town.refused(NoteTerminal{town.meeting, set, TerminalNews::joined, {}}, "system:meetings"), "already_closed"
    );
}

TEST(a_set_that_dials_in, is_in_without_having_been_called_and_in_one_meeting_only) {
    Hardware town;
    const auto set = town.set("801");
    town.note(set, TerminalNews::joined);
    EXPECT_EQ(town.row().state, TerminalState::joined);
    EXPECT_EQ(
        town.refused(NoteTerminal{town.open(), set, TerminalNews::joined, {}}, "system:meetings"), "terminal_busy"
    );
}

TEST(the_number_of_a_meeting, is_six_figures_and_its_own) {
    EXPECT_EQ(dial_number({"m1"}), dial_number({"m1"}));
    EXPECT_NE(dial_number({"m1"}), dial_number({"m2"}));
    EXPECT_EQ(dial_number({"m1"}).size(), 6U);
}

}  // namespace
}  // namespace anlan::meetings

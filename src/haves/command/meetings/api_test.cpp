#include "meetings/api.hpp"

#include "http/asking_for_tests.hpp"
#include "meetings/terminal_queries.hpp"
#include "meetings/town_for_tests.hpp"

namespace anlan::meetings {
namespace {

using http::Method;

/// Remembers what it was told: what the room lets through to the media service.
struct OpenHall final : Hall {
    Media media() const override { return Media::up; }
    Result<std::string> take_seat(const MeetingId&, const PersonId&) override { return std::string("seat"); }
    Result<SignalAnswer> signal(const MeetingId&, const PersonId&, const std::string&, const Signal& signal) override {
        heard.push_back(signal.act);
        return SignalAnswer{};
    }
    std::vector<std::string> recordings(const MeetingId&) const override { return {}; }
    std::string film(const MeetingId&, const std::string& digest) const override { return "/films/" + digest; }
    TerminalLine terminal_line() const override { return line; }
    std::string terminal_address() const override { return line == TerminalLine::up ? "10.1.2.2:5070" : ""; }
    std::vector<Act> heard;
    TerminalLine line = TerminalLine::missing;
};

struct AskingDesk {
    Town town;
    OpenHall hall;
    http::Endpoints table;
    http::Asking<trial::Trial> asking;

    explicit AskingDesk(bool with_hall = true) : asking(town, with_endpoints(with_hall)) {}
    const http::Endpoints& with_endpoints(bool with_hall) {
        add_endpoints(table, with_hall ? &hall : nullptr);
        return table;
    }
    http::Caller guest(std::size_t which) const {
        auto caller = http::caller_with({}, kTown);
        caller.person = town.people.at(which);
        return caller;
    }
    std::string say(const http::Caller& caller, const MeetingId& id, const std::string& body) {
        return asking.said(caller, Method::post, "/api/v1/meetings/" + id.text + "/seats/seat/signals", body);
    }
};

TEST(taking_a_seat, is_for_those_invited_and_for_who_holds_meetings_here) {
    AskingDesk desk;
    const auto id = desk.town.open({desk.town.people[0]});
    const auto seats = "/api/v1/meetings/" + id.text + "/seats";
    const auto take = [&](const http::Caller& caller) { return desk.asking.said(caller, Method::post, seats, ""); };
    EXPECT_EQ(take(http::stranger()), "401 login_wanted");
    EXPECT_EQ(take(desk.guest(1)), "403 meeting");
    EXPECT_EQ(take(http::caller_with({"consultation.hold"}, AreaCode{"350581107000"})), "403 meeting");
    EXPECT_EQ(take(desk.guest(0)).substr(0, 3), "200");
    EXPECT_EQ(take(http::caller_with({"consultation.hold"}, kTown)).substr(0, 3), "200");
    desk.town.when(CloseMeeting{id}).value();
    EXPECT_EQ(take(desk.guest(0)), "409 meeting");
}

struct SomeRelay final : Relay {
    RelayAnswer servers(const PersonId& person, Instant) const override {
        return {{{{"turn:relay.example:3478"}, "until:" + person.text, "secret"}}, 60};
    }
};

TEST(the_relay, is_told_to_those_who_may_sit_down_and_to_nobody_else) {
    AskingDesk desk;
    const SomeRelay relay;
    http::Endpoints table;
    add_endpoints(table, &desk.hall, &relay);
    http::Asking<trial::Trial> asking(desk.town, table);
    const auto id = desk.town.open({desk.town.people[0]});
    const auto path = "/api/v1/meetings/" + id.text + "/relays";
    EXPECT_EQ(asking.said(http::stranger(), Method::get, path, ""), "401 login_wanted");
    EXPECT_EQ(asking.said(desk.guest(1), Method::get, path, ""), "403 meeting");
    const auto told = asking.ask(desk.guest(0), Method::get, path).body;
    EXPECT_NE(told.find("until:" + desk.town.people[0].text), std::string::npos) << told;
    const auto none = desk.asking.ask(desk.guest(0), Method::get, path).body;
    EXPECT_NE(none.find("\"servers\":[]"), std::string::npos) << none;
    desk.town.when(CloseMeeting{id}).value();
    EXPECT_EQ(asking.said(desk.guest(0), Method::get, path, ""), "409 meeting");
}

TEST(the_media_service, hears_a_participants_words_and_no_others) {
    AskingDesk desk;
    const auto id = desk.town.open();
    EXPECT_EQ(desk.say(desk.guest(0), id, R"({"act":"join"})").substr(0, 3), "200");
    for (const auto* body :
         {R"({"act":"destroy"})", R"({"act":"kick"})", R"({"act":"join","room":1})", R"({"request":"create"})"})
        EXPECT_EQ(desk.say(desk.guest(0), id, body).substr(0, 3), "422") << body;
    EXPECT_EQ(desk.say(desk.guest(0), id, "no").substr(0, 3), "400");
    EXPECT_EQ(desk.hall.heard, std::vector<Act>{Act::join});
}

TEST(without_a_media_service, it_is_said_what_sleeps_and_how_to_wake_it) {
    AskingDesk desk(false);
    const auto id = desk.town.open();
    const auto answer = desk.asking.ask(desk.guest(0), Method::post, "/api/v1/meetings/" + id.text + "/seats");
    EXPECT_NE(answer.body.find("apt install janus"), std::string::npos);
    const auto media = http::body_of(desk.asking.ask(desk.guest(0), Method::get, "/api/v1/meetings/media"));
    EXPECT_EQ(media.at("media").as_string(), "missing");
}

TEST(the_line_of_conference_sets, says_what_it_lacks_and_where_sets_dial) {
    AskingDesk desk;
    const auto id = desk.town.open();
    const auto holder = http::caller_with({"consultation.hold"}, kTown);
    const auto line = [&] { return desk.asking.ask(holder, Method::get, "/api/v1/meetings/terminals").body; };
    const auto number = [&] {
        return std::string(http::body_of(desk.asking.ask(holder, Method::get, "/api/v1/meetings/" + id.text))
                               .at("dial_number")
                               .as_string());
    };
    EXPECT_EQ(desk.asking.said(desk.guest(0), Method::get, "/api/v1/meetings/terminals", "").substr(0, 3), "403");
    EXPECT_NE(line().find("[node.sip]"), std::string::npos);
    EXPECT_EQ(number(), "");
    desk.hall.line = TerminalLine::up;
    EXPECT_NE(line().find("10.1.2.2:5070"), std::string::npos);
    EXPECT_EQ(number(), dial_number(id));
    desk.town.when(CloseMeeting{id}).value();
    EXPECT_EQ(number(), "") << "nobody dials into a meeting that is over";
}

TEST(the_film, is_for_those_invited_once_there_is_one) {
    AskingDesk desk;
    const auto id = desk.town.open({desk.town.people[0]});
    const auto path = "/api/v1/meetings/" + id.text;
    const auto ask = [&](std::size_t who, const std::string& what) {
        return desk.asking.ask(desk.guest(who), Method::get, path + what);
    };
    desk.town.when(SwitchRecording{id, true}).value();
    EXPECT_EQ(ask(0, "/film").status, 404);
    desk.town.when(CloseMeeting{id}).value();
    EXPECT_NE(ask(0, "").body.find(R"("state":"coming")"), std::string::npos);
    desk.town.when(NoteFilm{id, {"", 0, 0, 0, "tool_missing"}}, "system:meetings").value();
    EXPECT_NE(ask(0, "").body.find("janus-tools"), std::string::npos) << "a failure is said, with the way out";
    desk.town.when(NoteFilm{id, {"abc", 9, 7, 1, ""}}, "system:meetings").value();
    EXPECT_NE(ask(0, "").body.find(R"("state":"ready")"), std::string::npos);
    EXPECT_EQ(ask(0, "/film").content_type, "video/webm");
    EXPECT_EQ(ask(1, "/film").status, 403);
    EXPECT_TRUE(meetings_without_film(desk.town.rows()).empty());
    EXPECT_TRUE(desk.town.prove().ok);
}

}  // namespace
}  // namespace anlan::meetings

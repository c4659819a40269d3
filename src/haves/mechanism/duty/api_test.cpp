#include "duty/api.hpp"

#include "duty/town_for_tests.hpp"
#include "http/asking_for_tests.hpp"

namespace anlan::duty {
namespace {

using http::Method;

struct AskingDesk {
    Town town;
    const optimise::Solver& solver = optimise::solver_for_tests();
    http::Endpoints table;
    http::Asking<trial::Trial> asking;

    AskingDesk() : asking(town, with_endpoints()) {}
    const http::Endpoints& with_endpoints() {
        add_endpoints(table, solver, nullptr);
        return table;
    }
    static http::Caller keeper() { return http::caller_with({"desk.view", "rota.edit", "rota.approve"}, kTown); }
    http::Answer post(const std::string& path, const std::string& body) {
        return asking.ask(keeper(), Method::post, path, body);
    }
};

TEST(every_endpoint_of_duty, is_closed_to_strangers_but_the_secret_calendar) {
    AskingDesk desk;
    for (const auto& endpoint : desk.table.all()) {
        if (endpoint.permission == "public") continue;
        auto path = endpoint.path;
        for (auto at = path.find('{'); at != std::string::npos; at = path.find('{'))
            path.replace(at, path.find('}') - at + 1, "x");
        EXPECT_EQ(desk.asking.said(http::stranger(), endpoint.method, path, "{}"), "401 login_wanted") << path;
        if (endpoint.permission.empty()) continue;
        const auto reader = http::caller_with({"task.confirm"}, kTown);
        EXPECT_EQ(desk.asking.said(reader, endpoint.method, path, "{}"), "403 not_permitted") << path;
    }
}

TEST(a_month, is_proposed_dragged_saved_and_published) {
    AskingDesk desk;
    desk.town.add_people();
    const auto proposal = http::body_of(desk.post("/api/v1/rotas/2023-08/propose", "{}"));
    EXPECT_TRUE(proposal.at("proven").as_bool());
    auto turned = json::serialize(json::object{{"duties", proposal.at("duties")}});
    EXPECT_EQ(desk.post("/api/v1/rotas/2023-08/check", turned).status, 200);
    const auto save = json::serialize(json::object{{"version", 0}, {"duties", proposal.at("duties")}});
    EXPECT_EQ(desk.post("/api/v1/rotas/2023-08", save).status, 200);
    const auto person = http::caller_with({}, kTown);
    EXPECT_EQ(desk.asking.ask(person, Method::get, "/api/v1/rotas/2023-08", "", {{"edition", "draft"}}).status, 403);
    EXPECT_TRUE(
        http::body_of(desk.asking.ask(person, Method::get, "/api/v1/rotas/2023-08")).at("duties").as_array().empty()
    );
    EXPECT_EQ(desk.post("/api/v1/rotas/2023-08/publish", R"({"reason":""})").status, 200);
    const auto rota = http::body_of(desk.asking.ask(person, Method::get, "/api/v1/rotas/2023-08"));
    EXPECT_EQ(rota.at("duties").as_array().size(), 31U * 6);
    EXPECT_EQ(desk.asking.said(AskingDesk::keeper(), Method::get, "/api/v1/rotas/2023-00"), "422 month");
}

TEST(a_calendar_address, opens_one_persons_turns_until_a_new_one_is_made) {
    AskingDesk desk;
    desk.town.add_people();
    const auto duties = desk.town.publish("2023-08");
    auto caller = http::caller_with({}, kTown);
    caller.person = duties.front().person;
    const auto open = [&] {
        return std::string(
            http::body_of(desk.asking.ask(caller, Method::post, "/api/v1/duty/calendar", "{}")).at("token").as_string()
        );
    };
    const auto token = open();
    const auto read = desk.asking.ask(http::stranger(), Method::get, "/api/v1/duty/calendar/" + token);
    EXPECT_EQ(read.status, 200);
    EXPECT_TRUE(read.content_type.starts_with("text/calendar"));
    std::size_t events = 0;
    for (auto at = read.body.find("BEGIN:VEVENT"); at != std::string::npos; at = read.body.find("BEGIN:VEVENT", at + 1))
        ++events;
    EXPECT_EQ(events, turns_of_person(desk.town.rows(), caller.person, "2023-07-01").size());
    EXPECT_NE(open(), token);
    EXPECT_EQ(desk.asking.ask(http::stranger(), Method::get, "/api/v1/duty/calendar/" + token).status, 404);
    EXPECT_EQ(desk.asking.ask(http::stranger(), Method::get, "/api/v1/duty/calendar/x").status, 404);
}

TEST(leave_of_another, is_filed_only_by_who_keeps_the_rota) {
    AskingDesk desk;
    desk.town.add_people(3);
    const auto body = R"({"from":"2023-08-01","until":"2023-08-02","person":")" + desk.town.people[1].text + "\"}";
    EXPECT_EQ(desk.asking.said(http::caller_with({}, kTown), Method::post, "/api/v1/duty/leave", body), "403 person");
    EXPECT_EQ(desk.asking.ask(AskingDesk::keeper(), Method::post, "/api/v1/duty/leave", body).status, 201);
}

}  // namespace
}  // namespace anlan::duty

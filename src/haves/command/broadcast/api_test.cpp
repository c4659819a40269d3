#include "broadcast/answers.hpp"
#include "broadcast/town_for_tests.hpp"
#include "http/asking_for_tests.hpp"

namespace anlan::broadcast {
namespace {

using http::Method;

/// Says what it was asked to say.
class Parrot final : public Speech {
  public:
    Result<std::string> wav(const std::string& text) const override { return "RIFF" + text; }
};

/// The town's pages.
struct AskingDesk {
    LoudTown town;
    Parrot parrot;
    http::Endpoints table, mute;
    http::Asking<trial::Trial> asking, without_voice;

    AskingDesk() : asking(town, with(table, {&parrot, nullptr})), without_voice(town, with(mute, {})) {}
    static const http::Endpoints& with(http::Endpoints& table, Ports ports) {
        add_endpoints(table, ports);
        return table;
    }
    static http::Caller person(const std::string& id, std::set<std::string> permissions) {
        auto caller = http::caller_with(std::move(permissions), kTown);
        caller.person = PersonId{id};
        return caller;
    }
    static http::Caller writer() { return person(kFirst, {"desk.view", "broadcast.draft"}); }
    static http::Caller releaser() {
        return person(kSecond, {"desk.view", "broadcast.draft", "broadcast.release", "broadcast.keep"});
    }
    std::string post(const http::Caller& caller, const std::string& path, const std::string& body = "{}") {
        return asking.said(caller, Method::post, "/api/v1" + path, body);
    }
    json::value get(const std::string& path, std::map<std::string, std::string> query = {}) {
        return http::body_of(asking.ask(releaser(), Method::get, "/api/v1" + path, "", std::move(query)));
    }
    std::string written() {
        const auto answer = asking.ask(writer(), Method::post, "/api/v1/broadcasts", kSheet);
        EXPECT_EQ(answer.status, 201) << answer.body;
        return "/broadcasts/" + std::string(http::body_of(answer).at("id").as_string());
    }
    static constexpr const char* kSheet =
        R"({"sheet":{"purpose":"emergency","severity":1,"title":"台风","text":"请转移。","siren":true,)"
        R"("repeats":2,"zones":["350581106000"]}})";
};

TEST(every_endpoint_of_broadcasts, is_closed_to_strangers_and_to_those_without_the_permission) {
    AskingDesk desk;
    for (const auto& endpoint : desk.table.all()) {
        auto path = endpoint.path;
        for (const std::string hole : {"{broadcast}", "{terminal}"})
            if (const auto at = path.find(hole); at != std::string::npos) path.replace(at, hole.size(), "x");
        EXPECT_EQ(desk.asking.said(http::stranger(), endpoint.method, path, "{}"), "401 login_wanted") << path;
        const auto reader = http::caller_with({"task.confirm"}, kTown);
        EXPECT_EQ(desk.asking.said(reader, endpoint.method, path, "{}"), "403 not_permitted") << path;
    }
}

TEST(who_may_write, may_not_therefore_release) {
    AskingDesk desk;
    const auto it = desk.written();
    EXPECT_EQ(desk.post(AskingDesk::writer(), it + "/release", R"({"revision":1})"), "403 not_permitted");
    EXPECT_EQ(desk.post(AskingDesk::writer(), it + "/release-by-warning", R"({"revision":1})"), "422 warning");
    EXPECT_EQ(
        desk.post(AskingDesk::writer(), it + "/release-by-warning", R"({"revision":1,"warning":"w"})"), "422 warning"
    );
    const auto same = AskingDesk::person(kFirst, {"desk.view", "broadcast.release"});
    EXPECT_EQ(desk.post(same, it + "/release", R"({"revision":1})"), "422 same_person");
    EXPECT_EQ(desk.post(AskingDesk::releaser(), it + "/release", R"({"revision":1})"), "200");
    EXPECT_EQ(desk.post(AskingDesk::writer(), it + "/stop"), "200");
}

TEST(a_broadcast, is_listed_with_its_terminals_and_how_long_it_lasts) {
    AskingDesk desk;
    const auto it = desk.written();
    auto detail = desk.get(it);
    EXPECT_EQ(detail.at("reach").as_int64(), 3);
    EXPECT_EQ(detail.at("broadcast").at("seconds").as_int64(), (10 + 2) * 2);
    EXPECT_FALSE(detail.at("broadcast").at("mine").as_bool());
    ASSERT_EQ(desk.post(AskingDesk::releaser(), it + "/release", R"({"revision":1})"), "200");
    detail = desk.get(it);
    EXPECT_EQ(detail.at("parts").as_array().size(), 3U);
    EXPECT_EQ(detail.at("broadcast").at("state").as_string(), "waiting");
    EXPECT_EQ(desk.get("/broadcasts").at("items").as_array().size(), 1U);
    EXPECT_EQ(desk.get("/broadcasts", {{"drill", "d-storm"}}).at("items").as_array().size(), 0U);
    EXPECT_EQ(desk.asking.said(AskingDesk::writer(), Method::get, "/api/v1/broadcasts/none"), "404 broadcast");
    EXPECT_EQ(desk.asking.said(AskingDesk::writer(), Method::post, "/api/v1/broadcasts", "{}"), "422 sheet.zones");
}

TEST(words, are_heard_before_the_release_or_it_is_said_what_to_install) {
    AskingDesk desk;
    const auto it = "/api/v1" + desk.written() + "/speech.wav";
    const auto heard = desk.asking.ask(AskingDesk::writer(), Method::get, it);
    EXPECT_EQ(heard.content_type, "audio/wav");
    EXPECT_EQ(heard.body, "RIFF请转移。");
    const auto silent = desk.without_voice.ask(AskingDesk::writer(), Method::get, it);
    EXPECT_EQ(silent.status, 422);
    EXPECT_NE(silent.body.find("speech_missing"), std::string::npos);
    EXPECT_NE(silent.body.find("espeak-ng"), std::string::npos);
}

TEST(templates, stand_with_the_names_of_the_zones_in_them) {
    AskingDesk desk;
    const auto raw = desk.get("/broadcasts/templates").at("items").as_array();
    const auto filled = desk.get("/broadcasts/templates", {{"zones", "350581106002"}}).at("items").as_array();
    EXPECT_TRUE(raw[0].at("text").as_string().starts_with("{area}"));
    EXPECT_TRUE(filled[0].at("text").as_string().starts_with("第一社区的居民"));
}

TEST(loudspeakers, are_kept_by_those_who_may_and_listed_with_their_village) {
    AskingDesk desk;
    EXPECT_EQ(desk.get("/terminals").at("items").as_array().size(), 3U);
    EXPECT_EQ(desk.get("/terminals").at("items").at(0).at("area_name").as_string(), "第一社区");
    EXPECT_EQ(desk.post(AskingDesk::writer(), "/terminals", "{}"), "403 not_permitted");
    EXPECT_EQ(desk.post(AskingDesk::releaser(), "/terminals", R"({"sheet":{"name":""}})"), "422 sheet.name");
    const auto square = "/terminals/" + desk.town.square.text;
    EXPECT_EQ(desk.post(AskingDesk::releaser(), square + "/volume", R"({"volume":55})"), "200");
    EXPECT_EQ(desk.post(AskingDesk::releaser(), square + "/retire"), "422 reason");
    EXPECT_EQ(desk.get("/broadcasts/desk").at("tests").as_array().size(), 2U);
    EXPECT_TRUE(desk.get("/broadcasts/desk").at("speaks").as_bool());
}

}  // namespace
}  // namespace anlan::broadcast

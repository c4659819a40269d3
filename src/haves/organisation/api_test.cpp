#include "organisation/api.hpp"

#include "http/asking_for_tests.hpp"
#include "organisation/trial_town.inc"
#include "registers/room.hpp"

namespace anlan::organisation {
namespace {

using http::Method;

const AreaCode kElsewhere{"350582101000"};

/// A town's organisation pages.
struct AskingDesk : TownTrial {
    AskingDesk() : asking(*this, with_endpoints()) {
        someone = person("测试甲");
        neighbour = person("测试乙", kVillage);
        duty = post("duty_officer", someone);
    }
    const http::Endpoints& with_endpoints() {
        add_endpoints(table, nullptr);
        return table;
    }
    std::string get(
        const http::Caller& caller, const std::string& path, std::map<std::string, std::string> query = {}
    ) {
        return asking.said(caller, Method::get, "/api/v1/" + path, "", std::move(query));
    }
    std::string post_to(const std::string& path, const std::string& body) {
        return asking.said(editor(), Method::post, "/api/v1/" + path, body);
    }
    std::string put_to(const std::string& path, const std::string& body) {
        return asking.said(editor(), Method::put, "/api/v1/" + path, body);
    }
    std::size_t count(const http::Caller& caller, const std::string& path, const AreaCode& area) {
        const auto answer = asking.ask(caller, Method::get, "/api/v1/" + path, "", {{"area", area.text}});
        return http::body_of(answer).at("items").as_array().size();
    }
    static http::Caller viewer(AreaCode area = kTown) {
        return http::caller_with({"organisation.view"}, std::move(area));
    }
    static http::Caller editor() {
        return http::caller_with({"organisation.view", "organisation.edit", "call.record", "person.erase"}, kTown);
    }

    http::Endpoints table;
    http::Asking<trial::Trial> asking;
    PersonId someone, neighbour;
    PostId duty;
};

TEST(every_endpoint_of_the_organisation, is_closed_to_strangers) {
    AskingDesk desk;
    for (const auto& endpoint : desk.table.all()) {
        auto path = endpoint.path;
        for (auto at = path.find('{'); at != std::string::npos; at = path.find('{'))
            path.replace(at, path.find('}') - at + 1, "x");
        EXPECT_EQ(desk.asking.said(http::stranger(), endpoint.method, path, "{}"), "401 login_wanted") << endpoint.path;
        if (endpoint.permission.empty()) continue;
        const auto other = http::caller_with({"desk.view"}, kTown);
        EXPECT_EQ(desk.asking.said(other, endpoint.method, path, "{}"), "403 not_permitted") << endpoint.path;
    }
    EXPECT_EQ(desk.table.all().size(), 24U) << "a new endpoint needs its lines below";
}

TEST(changing_the_organisation, is_refused_to_who_may_only_look) {
    AskingDesk desk;
    for (const auto& endpoint : desk.table.all()) {
        if (endpoint.method == Method::get || endpoint.permission.empty()) continue;
        auto path = endpoint.path;
        for (auto at = path.find('{'); at != std::string::npos; at = path.find('{'))
            path.replace(at, path.find('}') - at + 1, "x");
        EXPECT_EQ(desk.asking.said(AskingDesk::viewer(), endpoint.method, path, "{}"), "403 not_permitted")
            << endpoint.path;
    }
}

TEST(lists_of_the_organisation, are_empty_for_an_area_that_is_not_the_callers) {
    AskingDesk desk;
    for (const auto* path : {"people", "posts", "duties", "contact-chains"}) {
        EXPECT_EQ(desk.count(AskingDesk::viewer(kEmptyVillage), path, kVillage), 0U) << path;
        EXPECT_EQ(desk.count(AskingDesk::viewer(), path, kElsewhere), 0U) << path;
    }
    EXPECT_EQ(desk.count(AskingDesk::viewer(), "people", kTown), 2U);
    EXPECT_EQ(desk.count(AskingDesk::viewer(), "people", kVillage), 1U);
    EXPECT_EQ(desk.count(AskingDesk::viewer(kVillage), "people", kTown), 1U) << "a village sees its own of the town's";
    EXPECT_EQ(desk.count(AskingDesk::viewer(), "posts", kTown), 1U);
}

TEST(a_persons_number, is_shown_to_their_own_area_with_a_reason) {
    AskingDesk desk;
    const std::map<std::string, std::string> why{{"reason", "核对电话"}};
    EXPECT_EQ(desk.get(AskingDesk::viewer(kEmptyVillage), "people/" + desk.neighbour.text, why), "403 person");
    EXPECT_EQ(desk.get(AskingDesk::viewer(kVillage), "people/" + desk.someone.text, why), "403 person");
    EXPECT_EQ(desk.get(AskingDesk::viewer(), "people/nobody", why), "404 person");
    EXPECT_EQ(desk.get(AskingDesk::viewer(kVillage), "people/" + desk.neighbour.text, why), "200");
    EXPECT_EQ(desk.kinds(), std::vector<std::string>{"person.phone_shown"});
}

TEST(reading_the_organisation, is_answered) {
    AskingDesk desk;
    for (const auto* path : {"areas", "people", "posts", "duties", "lines", "contact-chains", "organisation/checks"})
        EXPECT_EQ(desk.get(AskingDesk::viewer(), path), "200") << path;
}

TEST(writing_people, names_the_field_to_correct) {
    AskingDesk desk;
    const auto who = "people/" + desk.someone.text;
    EXPECT_EQ(desk.post_to("people", R"({"name":"","phone":"13900001234","area":"350581106000"})"), "422 name");
    EXPECT_EQ(desk.post_to("people", R"({"name":"测试丙","phone":"12","area":"350581106000"})"), "422 phone");
    EXPECT_EQ(desk.post_to("people", R"({"name":"测试丙","phone":"","area":"350582101000"})"), "422 area");
    EXPECT_EQ(desk.post_to("people", R"({"name":"测试丙","age":3})"), "422 age");
    EXPECT_EQ(desk.post_to(who, R"({"phone":"12"})"), "422 phone");
    EXPECT_EQ(desk.post_to("people/nobody", R"({"name":"测试丙"})"), "404 person");
    EXPECT_EQ(desk.post_to(who + "/phone-test", R"({"result":"maybe"})"), "422 result");
    EXPECT_EQ(desk.post_to(who + "/erase", R"({"reason":""})"), "422 reason");
    EXPECT_TRUE(desk.written().empty());
}

TEST(writing_people, is_done_when_all_is_right) {
    AskingDesk desk;
    const auto who = "people/" + desk.someone.text;
    EXPECT_EQ(desk.post_to("people", R"({"name":"测试丙","phone":"13900005678","area":"350581106002"})"), "201");
    EXPECT_EQ(desk.post_to(who, R"({"full_time":true})"), "200");
    EXPECT_EQ(desk.post_to(who + "/phone-test", R"({"result":"answered","note":"测试"})"), "200");
    EXPECT_EQ(desk.post_to(who + "/erase", R"({"reason":"本人申请"})"), "200");
    EXPECT_TRUE(desk.prove().ok);
}

TEST(writing_posts, names_the_field_to_correct) {
    AskingDesk desk;
    const auto which = "posts/" + desk.duty.text;
    EXPECT_EQ(desk.post_to("posts", R"({"code":"x","title":"","area":"350581106000"})"), "422 title");
    EXPECT_EQ(desk.post_to("posts", R"({"code":"x","title":"x","area":"350582101000"})"), "422 area");
    EXPECT_EQ(desk.post_to(which, R"({"title":""})"), "422 title");
    EXPECT_EQ(desk.post_to("posts/none", R"({"title":"x"})"), "404 post");
    EXPECT_EQ(desk.post_to(which + "/appoint", R"({"person":"nobody"})"), "404 person");
    EXPECT_EQ(desk.post_to(which + "/vacate", R"({"reason":""})"), "422 reason");
    EXPECT_EQ(desk.post_to("duties", R"({"post":"none","text":"x","basis":"y"})"), "404 post");
    EXPECT_EQ(desk.post_to("leader-on-duty", R"({"person":"nobody"})"), "404 person");
    EXPECT_EQ(desk.put_to("contact-chains/350581106002", R"({"people":["nobody"]})"), "404 people");
    EXPECT_EQ(desk.put_to("contact-chains/350582101000", R"({"people":[]})"), "422 area");
    EXPECT_EQ(desk.put_to("lines/cooking", R"({"people":[]})"), "422 line");
    const auto one = R"({"people":[{"person":")" + desk.someone.text + R"(","role":"lead"}]})";
    EXPECT_EQ(desk.put_to("lines/flood_typhoon", one), "422 people") << "a line needs two";
}

TEST(writing_posts, is_done_when_all_is_right) {
    AskingDesk desk;
    const auto which = "posts/" + desk.duty.text, someone = R"({"person":")" + desk.someone.text + "\"}";
    EXPECT_EQ(desk.post_to("posts", R"({"code":"x","title":"测试岗","area":"350581106000"})"), "201");
    EXPECT_EQ(desk.post_to(which, R"({"title":"值班长"})"), "200");
    EXPECT_EQ(desk.post_to(which + "/vacate", R"({"reason":"调离"})"), "200");
    EXPECT_EQ(desk.post_to(which + "/appoint", someone), "200");
    EXPECT_EQ(desk.post_to("leader-on-duty", someone), "200");
    EXPECT_EQ(desk.put_to("contact-chains/350581106002", R"({"people":[")" + desk.someone.text + "\"]}"), "200");
    const auto two = R"({"people":[{"person":")" + desk.someone.text + R"(","role":"lead"},{"person":")" +
                     desk.neighbour.text + R"(","role":"deputy"}]})";
    EXPECT_EQ(desk.put_to("lines/flood_typhoon", two), "200");
    EXPECT_EQ(
        desk.post_to(
            "duties", R"({"post":")" + desk.duty.text + R"(","line":"flood_typhoon","text":"值守","basis":"测试"})"
        ),
        "201"
    );
    EXPECT_TRUE(desk.prove().ok);
}

TEST(a_duty, is_acknowledged_by_its_holder_alone) {
    AskingDesk desk;
    desk.post_to(
        "duties", R"({"post":")" + desk.duty.text + R"(","line":"flood_typhoon","text":"值守","basis":"测试"})"
    );
    const auto path = "/api/v1/duties/" + desk.written().front().subject + "/acknowledge";
    EXPECT_EQ(desk.asking.said(AskingDesk::viewer(), Method::post, path, "{}").substr(0, 3), "403");
    EXPECT_EQ(desk.post_to("duties/none/acknowledge", "{}").substr(0, 3), "404");
    auto holder = AskingDesk::viewer();
    holder.person = desk.someone;
    EXPECT_EQ(desk.asking.said(holder, Method::post, path, "{}"), "200");
}

TEST(importing_people_and_posts, is_previewed_and_then_written) {
    AskingDesk desk;
    const auto said = [&](const std::string& path, const std::string& body, const char* commit) {
        return desk.asking.said(AskingDesk::editor(), Method::post, "/api/v1/" + path, body, {{"commit", commit}});
    };
    for (const auto* path : {"people/import", "posts/import"}) {
        EXPECT_EQ(said(path, "", "0").substr(0, 3), "422") << path;
        EXPECT_EQ(said(path, "姓名,电话,区划\n测试丁,13900005678,350581106002\n", "0"), "200") << path;
    }
    EXPECT_TRUE(desk.written().empty()) << "a preview writes nothing";
}

}  // namespace
}  // namespace anlan::organisation

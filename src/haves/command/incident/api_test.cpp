#include "incident/api.hpp"

#include "http/asking_for_tests.hpp"
#include "incident/trial_county.inc"

namespace anlan::incident {
namespace {

using http::Method;

struct AskingDesk {
    Station town;
    http::Endpoints table;
    http::Asking<trial::Trial> asking;

    AskingDesk() : asking(town, with_endpoints()) {}
    const http::Endpoints& with_endpoints() {
        add_endpoints(table, nullptr);
        return table;
    }
    static http::Caller officer() {
        return http::caller_with({"desk.view", "incident.tell", "incident.handle"}, kTown);
    }
    static http::Caller villager() { return http::caller_with({"incident.tell"}, kVillage); }
    std::string post(const http::Caller& caller, const std::string& path, const std::string& body) {
        return asking.said(caller, Method::post, "/api/v1/incidents" + path, body);
    }
    json::value get(const std::string& path, std::map<std::string, std::string> query = {}) {
        return http::body_of(asking.ask(officer(), Method::get, "/api/v1/incidents" + path, "", std::move(query)));
    }
};

const char* const kFire = R"({"source":"above","words":"梅林村民房起火","place":"梅林村 12 号","figures":{"dead":1}})";

TEST(every_endpoint_of_incidents, is_closed_to_strangers_and_to_those_without_the_permission) {
    AskingDesk desk;
    for (const auto& endpoint : desk.table.all()) {
        auto path = endpoint.path;
        for (const auto* name : {"{incident}", "{node}", "{number}"})
            if (const auto at = path.find(name); at != std::string::npos)
                path.replace(at, std::string(name).size(), "x");
        EXPECT_EQ(desk.asking.said(http::stranger(), endpoint.method, path, "{}"), "401 login_wanted") << path;
        const auto other = http::caller_with({"task.confirm"}, kTown);
        EXPECT_EQ(desk.asking.said(other, endpoint.method, path, "{}"), "403 not_permitted") << path;
    }
}

TEST(a_village, tells_as_a_village_and_cannot_handle) {
    AskingDesk desk;
    EXPECT_EQ(desk.post(AskingDesk::villager(), "", "{}"), "422 words");
    EXPECT_EQ(desk.post(AskingDesk::villager(), "", kFire), "201");
    const auto items = desk.get("", {{"open", "1"}}).at("items").as_array();
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items.at(0).at("source").as_string(), "village");
    const auto id = std::string(items.at(0).at("id").as_string());
    EXPECT_EQ(desk.post(AskingDesk::villager(), "/" + id + "/send", "{}"), "403 not_permitted");
    const auto mine = http::body_of(desk.asking.ask(AskingDesk::villager(), Method::get, "/api/v1/incidents/mine"));
    EXPECT_EQ(mine.at("items").as_array().size(), 1U);
}

TEST(a_village_head, tells_of_the_own_village_unless_another_place_is_said) {
    AskingDesk desk;
    const auto area_told = [&](const std::string& more) {
        desk.town.advance(std::chrono::seconds{1});  // the newest stands first
        EXPECT_EQ(desk.post(AskingDesk::villager(), "", R"({"words":"路塌了")" + more + "}"), "201") << more;
        const auto id = std::string(desk.get("").at("items").at(0).at("id").as_string());
        return std::string(desk.get("/" + id).at("incident").at("area").as_string());
    };
    EXPECT_EQ(area_told(""), kVillage.text);
    EXPECT_EQ(area_told(R"(,"place":"村口大榕树下")"), kVillage.text);
    EXPECT_EQ(area_told(R"(,"place":"梅林村村口")"), kVillage.text);
    EXPECT_EQ(area_told(R"(,"place":"祥渔村码头")"), kElsewhere.text);
    EXPECT_EQ(area_told(R"(,"place":"码头","lon":118.701,"lat":24.701)"), kVillage.text);
    EXPECT_EQ(desk.get("").at("items").at(0).at("kind").as_string(), "other");
    EXPECT_EQ(desk.post(AskingDesk::villager(), "", R"({"words":"路塌了","lon":0,"lat":0})"), "422 lon");
}

TEST(an_incident, is_taken_phoned_sent_and_read_in_its_forms) {
    AskingDesk desk;
    EXPECT_EQ(desk.post(AskingDesk::officer(), "", kFire), "201");
    const auto head = desk.get("").at("items").at(0);
    EXPECT_EQ(head.at("source").as_string(), "telephone") << "a desk cannot speak for another node";
    EXPECT_EQ(head.at("next").at("clock").as_string(), "phone");
    const auto id = std::string(head.at("id").as_string());
    EXPECT_EQ(desk.post(AskingDesk::officer(), "/none/send", "{}"), "404 incident");
    EXPECT_EQ(desk.post(AskingDesk::officer(), "/" + id + "/phone", R"({"heard_by":"值班员"})"), "200");
    EXPECT_EQ(desk.post(AskingDesk::officer(), "/" + id + "/send", "{}"), "200");
    const auto forms = desk.get("/" + id + "/reports/own/1/forms");
    EXPECT_NE(forms.at("message").as_string().find("死亡 1 人"), json::string::npos);
    EXPECT_EQ(forms.at("forms").at(0).at("fields").at("deathNum"), 1);
    EXPECT_EQ(
        desk.asking.said(AskingDesk::officer(), Method::get, "/api/v1/incidents/" + id + "/reports/own/9/forms"),
        "404 number"
    );
    const auto detail = desk.get("/" + id);
    EXPECT_EQ(detail.at("reports").at(0).at("deliveries").as_array().size(), 2U);
    EXPECT_EQ(
        desk.post(
            AskingDesk::officer(), "/" + id + "/delivery", R"({"number":1,"to":"市消防救援大队","how":"电话确认"})"
        ),
        "200"
    );
    EXPECT_EQ(desk.get("/" + id).at("reports").at(0).at("deliveries").as_array().size(), 3U);
    EXPECT_TRUE(desk.town.prove().ok);
}

TEST(weighing, proposes_kind_and_grade_while_the_officer_types) {
    AskingDesk desk;
    const auto answer = http::body_of(desk.asking.ask(
        AskingDesk::officer(),
        Method::get,
        "/api/v1/incident-grade",
        "",
        {{"words", "渔船翻船"}, {"dead", "2"}, {"missing", "1"}}
    ));
    EXPECT_EQ(answer.at("kind").as_string(), "boat");
    EXPECT_EQ(answer.at("proposal").at("grade").as_string(), "larger");
}

}  // namespace
}  // namespace anlan::incident

#include "enforcement/api.hpp"

#include "enforcement/town_for_tests.hpp"
#include "http/asking_for_tests.hpp"

namespace anlan::enforcement {
namespace {

using http::Method;

struct AskingDesk {
    Town town;
    http::Endpoints table;
    http::Asking<trial::Trial> asking;

    AskingDesk() : asking(town, with_endpoints()) {}
    const http::Endpoints& with_endpoints() {
        add_endpoints(table, nullptr);
        return table;
    }
    static http::Caller officer() { return http::caller_with({"enforcement.view", "enforcement.work"}, kTown); }
};

TEST(every_endpoint_of_enforcement, is_closed_to_strangers_and_to_those_without_the_permission) {
    AskingDesk desk;
    for (const auto& endpoint : desk.table.all()) {
        if (endpoint.permission == "public") continue;
        auto path = endpoint.path;
        for (auto at = path.find('{'); at != std::string::npos; at = path.find('{'))
            path.replace(at, path.find('}', at) - at + 1, "x");
        EXPECT_EQ(desk.asking.said(http::stranger(), endpoint.method, path, "{}"), "401 login_wanted") << path;
        const auto other = http::caller_with({"desk.view"}, kTown);
        EXPECT_EQ(desk.asking.said(other, endpoint.method, path, "{}"), "403 not_permitted") << path;
    }
}

TEST(the_desk_of_the_team, says_what_is_due_first) {
    AskingDesk desk;
    const auto see = [&] {
        return http::body_of(desk.asking.ask(AskingDesk::officer(), Method::get, "/api/v1/enforcement")).as_object();
    };
    EXPECT_EQ(see().at("duties").at(0).at("word").as_string(), "draft_plan");
    const auto order = desk.town.ordered();
    EXPECT_EQ(see().at("rectifications").at(0).at("state").as_string(), "rectifying");
    EXPECT_EQ(see().at("rectifications").at(0).at("working_days_left").as_int64(), 11);
    ASSERT_TRUE(desk.town.when(ReportRectified{order, "已清理", {}, true}));
    EXPECT_EQ(see().at("duties").at(0).at("word").as_string(), "recheck");
    EXPECT_EQ(see().at("hazards_open").as_int64(), 1);
}

TEST(a_record_sent_by_phone, is_read_and_its_faulty_field_named) {
    AskingDesk desk;
    const auto id = desk.town.started();
    const auto path = "/api/v1/enforcement/inspections/" + id.text + "/record";
    EXPECT_EQ(desk.asking.said(AskingDesk::officer(), Method::post, path, "{}"), "422 certificates_shown");
    EXPECT_EQ(
        desk.asking.said(AskingDesk::officer(), Method::post, path, R"({"answers":[{"item":"1","verdict":"maybe"}]})"),
        "422 answers[0].verdict"
    );
    EXPECT_EQ(desk.asking.said(AskingDesk::officer(), Method::post, path, to_json_text(desk.town.record(id))), "200");
    const auto detail =
        http::body_of(desk.asking.ask(AskingDesk::officer(), Method::get, "/api/v1/enforcement/inspections/" + id.text)
        );
    EXPECT_EQ(detail.at("hazards").at(0).at("text").as_string(), "二楼疏散通道堆放纸箱");
    EXPECT_EQ(detail.at("papers").as_array().size(), 2U);
}

}  // namespace
}  // namespace anlan::enforcement

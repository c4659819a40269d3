#include "consultation/api.hpp"

#include "consultation/minutes.hpp"
#include "consultation/trial_town.inc"
#include "http/asking_for_tests.hpp"

namespace anlan::consultation {
namespace {

using http::Method;

struct AskingDesk {
    Station town;
    http::Endpoints table;
    http::Asking<trial::Trial> asking;

    AskingDesk() : asking(town, with_endpoints()) {}
    const http::Endpoints& with_endpoints() {
        add_endpoints(table);
        return table;
    }
    static http::Caller officer() { return http::caller_with({"desk.view", "consultation.hold"}, kTown); }
    std::string post(const std::string& path, const std::string& body) {
        return asking.said(officer(), Method::post, "/api/v1" + path, body);
    }
    json::value get(const std::string& path, std::map<std::string, std::string> query = {}) {
        return http::body_of(asking.ask(officer(), Method::get, "/api/v1" + path, "", std::move(query)));
    }
};

TEST(every_endpoint_of_consultations, is_closed_to_strangers_and_to_those_without_the_permission) {
    AskingDesk desk;
    for (const auto& endpoint : desk.table.all()) {
        auto path = endpoint.path;
        for (const std::string_view hole : {"{consultation}", "{resolution}"})
            if (const auto at = path.find(hole); at != std::string::npos) path.replace(at, hole.size(), "x");
        EXPECT_EQ(desk.asking.said(http::stranger(), endpoint.method, path, "{}"), "401 login_wanted") << path;
        const auto other = http::caller_with({"task.confirm"}, kTown);
        EXPECT_EQ(desk.asking.said(other, endpoint.method, path, "{}"), "403 not_permitted") << path;
    }
}

TEST(a_date_that_never_was, is_refused_with_its_field) {
    AskingDesk desk;
    EXPECT_EQ(desk.post("/consultations", R"({"title":"会商","starts_at":"2026-02-30T08:00:00Z"})"), "422 starts_at");
    const auto id = desk.town.called();
    EXPECT_EQ(
        desk.post(
            "/consultations/" + id.text + "/resolutions", R"({"text":"甲","post":"x","due":"2026-13-01T08:00:00Z"})"
        ),
        "422 due"
    );
    EXPECT_EQ(desk.post("/consultations/none/conclude", R"({"conclusion":"甲"})"), "404 consultation");
}

TEST(the_minutes, name_the_conference_sets_that_were_in_the_meeting) {
    Station town;
    auto wish = town.calling();
    wish.by_video = true;
    const ConsultationId id{town.when(wish).value().subject};
    const auto meeting = meetings::open_meeting_of(town.rows(), "consultation:" + id.text)->id;
    const auto set = [&](const std::string& name, const std::string& number) {
        devices::DeviceSheet sheet{devices::DeviceKind::conference_set, name, number, kTown, "三楼", false};
        return devices::DeviceId{town.when(devices::RegisterDevice{sheet, town.people[0]}).value().subject};
    };
    const auto came = set("三楼会议室终端", "801"), never = set("二楼会议室终端", "802");
    using meetings::NoteTerminal;
    using meetings::TerminalNews;
    town.when(meetings::CallTerminal{meeting, never}).value();
    town.when(NoteTerminal{meeting, never, TerminalNews::left, meetings::TerminalEnd::busy}, "system:meetings").value();
    town.when(NoteTerminal{meeting, came, TerminalNews::joined, {}}, "system:meetings").value();
    town.when(RecordAttendance{id, town.people[0], Presence::present, "", {}}).value();
    town.advance(std::chrono::minutes{18});
    town.when(ConcludeConsultation{id, "照此办理"}).value();
    const auto detail =
        detail_of(town.rows(), *find_consultation(town.rows(), id), town.writer().node(), town.people[0], town.now());
    const auto paper = to_json_text(minutes_of(detail, "永宁镇"));
    EXPECT_NE(paper.find("会议终端：三楼会议室终端（18 分钟）"), std::string::npos) << paper;
    EXPECT_EQ(paper.find("二楼会议室终端"), std::string::npos) << "it never came";
}

TEST(the_minutes, say_who_was_there_and_print_markup_as_it_was_typed) {
    AskingDesk desk;
    auto& town = desk.town;
    const auto id = town.in_progress();
    town.when(RecordAttendance{id, town.people[2], Presence::absent, "在县里开会", {}}).value();
    town.when(RecordAttendance{id, town.people[3], Presence::deputy, "", town.people[1]}).value();
    town.when(NoteWord{id, town.people[1], "", "<w:p>三艘渔船</w:p> 未回港 & 联系中"}).value();
    town.resolved(id);
    town.when(ConcludeConsultation{id, "加强值守\n一小时一报"}).value();
    const auto detail =
        detail_of(town.rows(), *find_consultation(town.rows(), id), town.writer().node(), town.people[0], town.now());
    EXPECT_TRUE(detail.may_end);
    EXPECT_FALSE(detail.recording);
    const auto paper = to_json_text(minutes_of(detail, "永宁镇"));
    for (const std::string_view words :
         {"永宁镇应急会商纪要",
          "2023年7月28日8时37分",
          "请假：测试丙（在县里开会）",
          "抢险救援组长测试乙：<w:p>三艘渔船</w:p> 未回港 & 联系中",
          "测试乙（代测试丁）",
          "四、议决事项",
          "今晚 20 时前转移低洼地带群众"})
        EXPECT_NE(paper.find(words), std::string::npos) << words << "\n" << paper;
    EXPECT_EQ(desk.get("/consultations").at("items").as_array().size(), 1U);
    EXPECT_EQ(desk.get("/consultations", {{"origin", "none"}}).at("items").as_array().size(), 0U);
    EXPECT_EQ(desk.get("/resolutions").at("items").as_array().size(), 1U);
    EXPECT_EQ(desk.get("/consultations/proposal").at("items").at(0).at("topic").as_string(), "resolution");
}

}  // namespace
}  // namespace anlan::consultation

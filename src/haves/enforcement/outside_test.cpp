#include "enforcement/gate.hpp"
#include "enforcement/outside_api.hpp"
#include "enforcement/outside_commands.hpp"
#include "enforcement/outside_queries.hpp"
#include "enforcement/town_for_tests.hpp"
#include "http/asking_for_tests.hpp"
#include "journal/vault.hpp"

namespace anlan::enforcement {
namespace {

using http::Method;

std::string text_of(const journal::Outcome& outcome, const char* field) {
    return std::string(outcome.answer.at(field).as_string());
}

struct Outside : Town {
    std::string link() { return text_of(when(MakePartyLink{place}).value(), "token"); }
    std::vector<CheckAnswer> answers() const {
        std::vector<CheckAnswer> made;
        for (const auto& item : find_checklist("small_places_fire")->items)
            made.push_back({item.code, CheckVerdict::pass, "", {}});
        return made;
    }
};

TEST(a_link, holds_until_it_is_revoked_or_runs_out) {
    Outside town;
    EXPECT_EQ(town.refused(MakePartyLink{"nowhere"}), "place_unknown");
    const auto token = town.link();
    for (const auto& entry : town.written()) EXPECT_EQ(entry.body.find(token), std::string::npos);
    EXPECT_TRUE(link_of_token(town.rows(), token, town.now()));
    EXPECT_FALSE(link_of_token(town.rows(), token + "0", town.now()));
    EXPECT_FALSE(link_of_token(town.rows(), token, town.now() + kDay * 366));
    const auto id = party_links(town.rows()).front().id;
    EXPECT_EQ(town.refused(RevokePartyLink{id, ""}), "reason_missing");
    ASSERT_TRUE(town.when(RevokePartyLink{id, "换人"}));
    EXPECT_FALSE(link_of_token(town.rows(), token, town.now()));
    EXPECT_EQ(town.refused(FileSelfCheck{token, "small_places_fire", town.answers()}), "link_unknown");
}

TEST(an_enterprise, files_its_own_check_and_what_fails_is_in_the_ledger) {
    Outside town;
    const auto token = town.link();
    auto answers = town.answers();
    answers[0].verdict = CheckVerdict::fail;
    EXPECT_EQ(town.refused(FileSelfCheck{token, "small_places_fire", answers}), "text_missing");
    answers[0].note = "通道有杂物";
    answers[0].photos = {"no photo"};
    EXPECT_EQ(town.refused(FileSelfCheck{token, "small_places_fire", answers}), "photo_invalid");
    answers[0].photos = {kPhoto};
    ASSERT_TRUE(town.when(FileSelfCheck{token, "small_places_fire", answers}));
    answers.pop_back();
    EXPECT_EQ(town.refused(FileSelfCheck{token, "small_places_fire", answers}), "item_missing");
    EXPECT_EQ(self_checks(town.rows(), 10).front().failed, 1);
    EXPECT_EQ(hazards(town.rows(), 10).front().source, HazardSource::self_check);
    EXPECT_TRUE(town.prove().ok);
}

TEST(an_enterprise, sends_proof_of_its_own_orders_alone) {
    Outside town;
    const auto order = town.ordered();
    const auto token = town.link();
    ASSERT_TRUE(town.when(SendProof{token, order.text, "通道已清空", {kPhoto}}));
    EXPECT_TRUE(find_rectification(town.rows(), order)->report->by_party);
    town.place =
        town.put(places_for_tests(), {{"name", "另一家"}, {"address", "示例路9号"}, {"kind", "学校"}, {"grade", "黄"}});
    EXPECT_EQ(town.refused(SendProof{town.link(), order.text, "x", {}}), "rectification_unknown");
}

TEST(a_report, is_answered_to_whoever_has_the_code) {
    Outside town;
    EXPECT_EQ(town.refused(FilePublicReport{"", "码头", "", {}}), "text_missing");
    EXPECT_EQ(town.refused(FilePublicReport{"电线裸露", "", "", {}}), "text_missing");
    const auto filed = town.when(FilePublicReport{"<b>电线裸露</b>", "码头仓库", "13900000055", {}}).value();
    const auto code = text_of(filed, "code");
    EXPECT_EQ(code.size(), 10U);
    EXPECT_EQ(text_of(filed, "answer_by"), "2026-12-07");
    for (const auto& entry : town.written()) {
        EXPECT_EQ(entry.body.find(code), std::string::npos);
        EXPECT_EQ(entry.body.find("13900000055"), std::string::npos);
    }
    const ReportId id{filed.subject};
    EXPECT_EQ(town.refused(SortPublicReport{{"none"}, ReportWay::answered, "x", ""}), "report_unknown");
    EXPECT_EQ(town.refused(SortPublicReport{id, ReportWay::answered, "", ""}), "text_missing");
    ASSERT_TRUE(town.when(SortPublicReport{id, ReportWay::hazard, "已核实，责成业主整改。", town.place}));
    EXPECT_EQ(report_of_code(town.rows(), code)->answer, "已核实，责成业主整改。");
    EXPECT_FALSE(report_of_code(town.rows(), "AAAAAAAAAA"));
    EXPECT_EQ(hazards(town.rows(), 10).front().source, HazardSource::report);
    EXPECT_TRUE(town.prove().ok);
}

TEST(the_gate, holds_one_address_and_all_together_for_an_hour) {
    Gate gate;
    const Instant now{std::chrono::hours{500000}};
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(gate.admits("a", 3, 5, now));
    EXPECT_EQ(gate.admits("a", 3, 5, now).error().code, "too_many_reports");
    EXPECT_TRUE(gate.admits("b", 3, 5, now));
    EXPECT_TRUE(gate.admits("c", 3, 5, now));
    EXPECT_EQ(gate.admits("d", 3, 5, now).error().code, "too_many_reports") << "five in all";
    EXPECT_TRUE(gate.admits("a", 3, 5, now + std::chrono::minutes{61}));
}

TEST(people_without_an_account, reach_only_what_is_theirs) {
    Outside town;
    http::Endpoints table;
    add_outside_endpoints(table, [](std::string_view bytes) -> Result<std::string> {
        if (bytes == "photo") return kPhoto;
        return refuse("attachment_type", "", "不是照片", "no photo");
    });
    http::Asking<trial::Trial> asking(town, table);
    const auto token = town.link();
    const auto ask = [&](Method method, const std::string& path, const std::string& body = "") {
        return asking.said(http::stranger(), method, "/api/v1/public" + path, body);
    };
    EXPECT_EQ(ask(Method::get, "/links/" + token), "200");
    EXPECT_EQ(ask(Method::get, "/links/wrong"), "404 token");
    EXPECT_EQ(ask(Method::post, "/links/wrong/photos", "photo"), "404 token");
    EXPECT_EQ(ask(Method::post, "/links/" + token + "/photos", "photo"), "201");
    EXPECT_NE(ask(Method::post, "/links/" + token + "/photos", "#!/bin/sh"), "201");
    EXPECT_EQ(ask(Method::get, "/reports/AAAAAAAAAA"), "404 code");
    EXPECT_EQ(ask(Method::post, "/reports", R"({"what":"x"})"), "422 where");
    EXPECT_EQ(ask(Method::post, "/reports", R"({"what":"电线裸露","where":"码头"})"), "201");
    for (int i = 0; i < 8; ++i) EXPECT_EQ(ask(Method::post, "/reports", R"({"what":"x","where":"y"})"), "201") << i;
    EXPECT_EQ(ask(Method::post, "/reports", R"({"what":"x","where":"y"})"), "429 too_many_reports");
}

}  // namespace
}  // namespace anlan::enforcement

#include "incident/forms_book.hpp"
#include "incident/trial_county.inc"

namespace anlan::incident {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

TEST(a_report, is_first_then_followed_up_then_final) {
    Station town;
    const auto id = town.take();
    EXPECT_EQ(town.refused(SendReport{id, {}, Stage::followup, {}, ""}), "stage_wrong");
    EXPECT_EQ(town.refused(CloseIncident{id, "扑灭"}), "not_reported");
    ASSERT_TRUE(town.when(PhoneReport{id, "", "值班员", "梅林村民房起火", ""}));
    ASSERT_TRUE(town.when(SendReport{id, {}, {}, {}, ""}));
    EXPECT_EQ(town.refused(SendReport{id, {}, Stage::final, {}, ""}), "not_closed");
    EXPECT_EQ(town.facts(id).followup_by, town.now() + hours{24});
    town.advance(minutes{40});
    town.write_account(id, [](Account& account) { account.figures.injured_lightly = 2; });
    EXPECT_TRUE(town.detail(id).changed);
    ASSERT_TRUE(town.when(SendReport{id, {}, {}, {}, ""}));
    ASSERT_TRUE(town.when(CloseIncident{id, "明火扑灭，人员安置"}));
    EXPECT_EQ(town.facts(id).final_by, town.now() + hours{24});
    EXPECT_FALSE(town.facts(id).followup_by);
    ASSERT_TRUE(town.when(SendReport{id, {}, Stage::final, {}, ""}));
    EXPECT_EQ(town.facts(id).ended_as, "reported");
    EXPECT_EQ(town.refused(SendReport{id, {}, {}, {}, ""}), "stage_wrong");
    const auto reports = reports_of(town.rows(), id);
    ASSERT_EQ(reports.size(), 3U);
    EXPECT_EQ(reports[1].body.stage, Stage::followup);
    ASSERT_EQ(reports[1].body.changes.size(), 1U);
    EXPECT_FALSE(reports[1].body.changes.front().from) << "it was not known before, which is not zero";
    EXPECT_EQ(reports[1].body.changes.front().to, 2);
    town.advance(hours{48});
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_changed_number, corrects_every_form_and_shows_old_and_new) {
    Station town;
    const auto id = town.take([](auto& wish) { wish.figures.dead = 1; });
    ASSERT_TRUE(town.when(SendReport{id, {}, {}, {}, ""}));
    EXPECT_EQ(town.refused(SendReport{id, {}, Stage::correction, {}, ""}), "nothing_to_correct");
    town.write_account(id, [](Account& account) { account.figures.dead = 2; });
    ASSERT_TRUE(town.when(SendReport{id, {}, Stage::correction, {}, ""}));
    const auto facts = town.facts(id);
    const auto report = report_of(town.rows(), id, "", 2).value();
    EXPECT_EQ(report.body.corrects, 1);
    const auto sender = sender_of(town.rows(), facts, report, town.writer().node());
    const auto message = message_of(report, sender);
    EXPECT_NE(message.find("死亡由 1 人更正为 2 人"), std::string::npos) << message;
    const auto paper = to_json_text(paper_of(report, sender));
    EXPECT_NE(paper.find("死亡由 1 人更正为 2 人"), std::string::npos) << paper;
    EXPECT_EQ(mapped(mappings().front(), report, sender).at("deathNum"), 2);
    const auto book = book_of(report, sender);
    const auto& sheet = book.sheets.front();
    ASSERT_EQ(sheet.rows.front().size(), sheet.columns.size());
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const auto& cell = sheet.rows.front()[i];
        const auto& title = sheet.columns[i].title;
        EXPECT_TRUE(title != "死亡人数" || cell.number == 2);
        EXPECT_TRUE(title != "失联人数" || (!cell.number && cell.text.empty())) << "unknown is not zero";
    }
    EXPECT_EQ(report_of(town.rows(), id, "", 1)->body.account.figures.dead, 1) << "what was sent stays as it was";
}

TEST(after_the_final_report, a_changed_toll_is_still_corrected) {
    Station town;
    const auto id = town.take([](auto& wish) { wish.figures.dead = 1; });
    ASSERT_TRUE(town.when(SendReport{id, {}, {}, {}, ""}));
    ASSERT_TRUE(town.when(CloseIncident{id, "处置完毕"}));
    ASSERT_TRUE(town.when(SendReport{id, {}, Stage::final, {}, ""}));
    town.advance(hours{72});
    town.write_account(id, [](Account& account) { account.figures.dead = 2; });
    ASSERT_TRUE(town.when(SendReport{id, {}, Stage::correction, {}, ""}));
    EXPECT_EQ(town.facts(id).reports, 3);
    EXPECT_TRUE(town.prove().ok);
}

TEST(the_limit, is_watched_and_a_late_report_says_why) {
    Station town;
    const auto id = town.take([](auto& wish) { wish.figures.dead = 3; });
    town.advance(minutes{16});
    EXPECT_EQ(town.kinds(), std::vector<std::string>{"incident.overdue"});
    EXPECT_EQ(town.refused(PhoneReport{id, "", "", "", ""}), "late_reason_missing");
    ASSERT_TRUE(town.when(PhoneReport{id, "", "", "", "线路不通"}));
    EXPECT_TRUE(town.detail(id).phoned.front().late);
    town.advance(minutes{15});
    EXPECT_EQ(town.refused(SendReport{id, {}, {}, {}, ""}), "late_reason_missing");
    ASSERT_TRUE(town.when(SendReport{id, {}, {}, {}, "现场情况核实困难"}));
    EXPECT_TRUE(town.detail(id).reports.front().late);
    town.advance(hours{3});
    EXPECT_EQ(town.kinds(), std::vector<std::string>{"incident.overdue"}) << "the follow-up was due after two hours";
    EXPECT_TRUE(town.prove().ok);
}

TEST(two_officers, are_both_kept_and_one_is_chosen_before_sending) {
    Station town;
    const auto id = town.take();
    auto mine = town.facts(id).account, theirs = mine;
    mine.figures.injured_lightly = 1;
    theirs.figures.injured_lightly = 2;
    ASSERT_TRUE(town.when(SaveDraft{id, 0, mine}, "p-first"));
    const auto second = town.when(SaveDraft{id, 0, theirs}, "p-second");
    ASSERT_TRUE(second);
    EXPECT_TRUE(second.value().answer.at("split").as_bool());
    EXPECT_EQ(town.facts(id).account.figures.injured_lightly, 1) << "who saved first goes on";
    EXPECT_TRUE(town.detail(id).split);
    EXPECT_EQ(town.detail(id).drafts.size(), 2U);
    EXPECT_EQ(town.refused(SendReport{id, {}, {}, {}, ""}), "report_split");
    EXPECT_EQ(town.refused(SettleDraft{id, 9}), "version_unknown");
    ASSERT_TRUE(town.when(SettleDraft{id, 2}));
    EXPECT_EQ(town.facts(id).account.figures.injured_lightly, 2);
    EXPECT_EQ(town.refused(SendReport{id, 1, {}, {}, ""}), "version_old");
    EXPECT_EQ(town.refused(SendReport{id, 2, {}, {}, ""}), "");
    EXPECT_EQ(town.refused(SaveDraft{id, 7, mine}), "base_unknown");
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_message, holds_every_number_within_500_characters) {
    Station town;
    const auto id = town.take([](auto& wish) {
        for (int i = 0; i < 200; ++i) wish.words += "现场情况复杂，";
        wish.figures = {.dead = 0, .missing = 1, .injured_badly = 2, .loss_yuan = 1'250'000};
    });
    ASSERT_TRUE(town.when(SendReport{id, {}, {}, {}, ""}));
    const auto report = report_of(town.rows(), id, "", 1).value();
    const auto text = message_of(report, sender_of(town.rows(), town.facts(id), report, town.writer().node()));
    std::size_t characters = 0;
    for (const auto byte : text) characters += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
    EXPECT_LE(characters, 500U);
    for (const auto* part : {"死亡 0 人", "失联 1 人", "重伤 2 人", "125 万元", "报告："})
        EXPECT_NE(text.find(part), std::string::npos) << part << " in " << text;
    EXPECT_TRUE(mapped(mappings().front(), report, sender_of(town.rows(), town.facts(id), report, town.writer().node()))
                    .at("trappedNum")
                    .is_null()
    ) << "not known is not zero";
}

}  // namespace
}  // namespace anlan::incident

#include <gtest/gtest.h>

#include <algorithm>

#include "evaluation/county_for_tests.hpp"
#include "evaluation/paper.hpp"
#include "orders/queries.hpp"

namespace anlan::evaluation {
namespace {

struct the_result_of_a_year : County {
    /// Four stations: the first has the points of excellent, the second too, the rest not.
    void four() {
        ready(0, 98, 96);
        ready(1, 95, 94);
        ready(2, 86, 84);
        ready(3, 80, 70);
    }
    std::string concluded() { return prefecture.refused(ConcludeEvaluation{kYear, "同意"}); }
};

TEST_F(the_result_of_a_year, waits_for_nominations_for_confirmations_and_for_an_opinion) {
    EXPECT_EQ(concluded(), "nobody_nominated");
    const auto id = ready(0, 98, 96);
    EXPECT_EQ(prefecture.refused(ConcludeEvaluation{kYear, ""}), "opinion_empty");
    EXPECT_EQ(county.refused(ConcludeEvaluation{kYear, "同意"}), "not_at_this_level");
    const ChangeId change{prefecture.made(ProposeChange{id, Part::on_paper, 90, "测试", 0}, "p-first")};
    EXPECT_EQ(concluded(), "proposals_open");
    ASSERT_EQ(prefecture.refused(ConfirmChange{change}, "p-second"), "");
    EXPECT_EQ(concluded(), "");
    EXPECT_EQ(concluded(), "already_concluded");
}

TEST_F(the_result_of_a_year, makes_one_of_four_excellent_and_is_frozen) {
    four();
    ASSERT_EQ(concluded(), "");
    const auto answer = seen(prefecture);
    EXPECT_EQ(answer.places, 1);
    EXPECT_EQ(answer.rows.at(0).grade, Grade::excellent);
    EXPECT_EQ(answer.rows.at(1).grade, Grade::good) << "points enough, but no place";
    EXPECT_EQ(answer.rows.at(2).grade, Grade::good);
    EXPECT_EQ(answer.rows.at(3).grade, Grade::rectify);
    const auto id = nominations_of(prefecture.rows(), kYear).front().id;
    EXPECT_EQ(prefecture.refused(ProposeChange{id, Part::on_paper, 60, "测试", 0}), "already_concluded");
    EXPECT_EQ(prefecture.refused(PassOnResult{kYear, kStations[0]}), "") << "nothing to hand on here";
    EXPECT_TRUE(prefecture.written().empty());
}

TEST_F(the_result_of_a_year, comes_down_to_the_county_and_each_station_gets_its_own_line) {
    four();
    ASSERT_EQ(concluded(), "");
    county.hear(prefecture);
    EXPECT_EQ(seen(county).rows.size(), 4U);
    EXPECT_EQ(seen(county).rows.at(0).rank, 1);
    Place second{kStations[1], "蚶江镇"};
    second.hear(county);
    const auto answer = seen(second);
    ASSERT_EQ(answer.rows.size(), 1U) << "nobody else's";
    EXPECT_EQ(answer.rows.at(0).rank, 2);
    EXPECT_EQ(answer.stations, 4);
    EXPECT_TRUE(answer.concluded_at);
    EXPECT_EQ(results_of(county.rows(), kYear).size(), 4U);
    EXPECT_EQ(county.refused(NominateStation{kStations[0], "x0", "再报"}), "already_concluded");
    EXPECT_TRUE(prefecture.prove().ok);
    EXPECT_TRUE(county.prove().ok);
    EXPECT_TRUE(second.prove().ok);
}

TEST_F(the_result_of_a_year, leaves_out_and_names_what_was_nominated_too_late) {
    ready(0, 98, 96);
    ASSERT_EQ(concluded(), "");
    ready(1, 95, 94);
    EXPECT_EQ(seen(prefecture).rows.size(), 1U);
    EXPECT_EQ(seen(prefecture).late, std::vector<std::string>{"蚶江镇"});
}

TEST_F(the_result_of_a_year, on_paper_names_every_change_with_its_reason) {
    const auto id = ready(0, 98, 96);
    const ChangeId change{prefecture.made(ProposeChange{id, Part::on_paper, 90, "铭牌不符", 0}, "p-first")};
    ASSERT_EQ(prefecture.refused(ConfirmChange{change}, "p-second"), "");
    ASSERT_EQ(concluded(), "");
    const auto paper = paper_of(seen(prefecture), "泉州市应急管理局", prefecture.now());
    const bool named = std::ranges::any_of(paper.parts, [](const documents::Part& part) {
        return part.text.find("铭牌不符") != std::string::npos;
    });
    EXPECT_TRUE(named);
}

TEST_F(the_result_of_a_year, is_praised_or_reminded_of_by_a_document_with_receipt) {
    four();
    ASSERT_EQ(concluded(), "");
    county.hear(prefecture);
    const auto letter = [&](std::size_t station, LetterKind kind, const char* text) {
        return county.when(WriteLetter{kYear, kStations[station], kind, text});
    };
    EXPECT_EQ(letter(1, LetterKind::commendation, "予以表扬").error().code, "not_commendable");
    EXPECT_EQ(letter(3, LetterKind::warning, "").error().code, "text_missing");
    EXPECT_EQ(county.refused(WriteLetter{kYear, kElsewhere, LetterKind::reminder, "测试"}), "not_yours");
    const auto sent = letter(0, LetterKind::commendation, "予以表扬");
    ASSERT_TRUE(sent);
    const auto order = orders::find_order(county.rows(), {sent.value().subject});
    ASSERT_TRUE(order);
    EXPECT_EQ(order->kind, orders::OrderKind::document);
    EXPECT_EQ(seen(county).letters.at(0).order, sent.value().subject);
    Place station{kStations[0], "湖滨街道"};
    station.hear(county);
    EXPECT_TRUE(orders::find_order(station.rows(), {sent.value().subject}));
}

}  // namespace
}  // namespace anlan::evaluation

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "seal/seal.hpp"
#include "venue/town_for_tests.hpp"

namespace anlan::venue {
namespace {

const std::string kPaper = "a1b2c3d4e5f60718";

std::vector<std::int64_t> right_answers(const std::string& paper, const std::string& hazard = {}) {
    std::vector<std::int64_t> all;
    const auto drawn = draw(paper, hazard).value();
    for (const auto* each : drawn) all.push_back(each->right);
    return all;
}

TEST(the_bank, asks_nothing_without_one_right_answer) {
    std::set<std::string> ids, hazards;
    for (const auto& each : bank().hazards) hazards.insert(each.id);
    for (const auto& each : bank().questions) {
        EXPECT_TRUE(ids.insert(each.id).second) << each.id;
        EXPECT_TRUE(hazards.contains(each.hazard)) << each.id;
        EXPECT_GE(each.options.size(), 2U) << each.id;
        EXPECT_LT(static_cast<std::size_t>(each.right), each.options.size()) << each.id;
        EXPECT_EQ(std::set<std::string>(each.options.begin(), each.options.end()).size(), each.options.size()) << each.id;
        EXPECT_FALSE(each.why.empty()) << each.id;
    }
}

RC_GTEST_PROP(a_paper, is_the_same_for_everybody_who_knows_its_name, (std::uint64_t seed)) {
    const auto paper = seal::sm3(std::to_string(seed)).substr(0, 32);
    const auto once = draw(paper, "").value();
    RC_ASSERT(once == draw(paper, "").value());
    RC_ASSERT(once.size() == kPaperLength);
    RC_ASSERT(std::set<const Question*>(once.begin(), once.end()).size() == kPaperLength);
    const auto at_sea = draw(paper, "sea").value();
    for (const auto* each : at_sea) RC_ASSERT(each->hazard == "sea");
}

TEST(a_paper, is_refused_when_it_is_none) {
    OpenTown town;
    const auto ten = right_answers(kPaper);
    EXPECT_EQ(town.refused(AnswerPaper{"short", "", ten, Group::students, false}), "paper_invalid");
    EXPECT_EQ(town.refused(AnswerPaper{"<script>alert(1)</script>", "", ten, Group::students, false}), "paper_invalid");
    EXPECT_EQ(town.refused(AnswerPaper{kPaper, "volcano", ten, Group::students, false}), "hazard_unknown");
    EXPECT_EQ(town.refused(AnswerPaper{kPaper, "", {0, 1}, Group::students, false}), "answers_invalid");
    auto beyond = ten;
    beyond[3] = 9;
    EXPECT_EQ(town.refused(AnswerPaper{kPaper, "", beyond, Group::students, false}), "answers_invalid");
}

TEST(a_paper_handed_in_again, is_the_same_paper_and_no_second_try) {
    OpenTown town;
    auto answers = right_answers(kPaper);
    answers[0] = -1;
    town.when(AnswerPaper{kPaper, "", answers, Group::students, false}, "public").value();
    EXPECT_EQ(town.when(AnswerPaper{kPaper, "", answers, Group::students, false}, "public").value().first_seq, 0)
        << "sent twice, it is one";
    EXPECT_EQ(town.refused(AnswerPaper{kPaper, "", right_answers(kPaper), Group::students, false}, "public"), "already_answered");
    const auto result = result_of(town.rows(), kPaper).value();
    EXPECT_EQ(result.right, 9);
    EXPECT_TRUE(result.passed);
    EXPECT_EQ(result.answers.size(), kPaperLength);
    const auto figures = figures_of(town.rows(), town.now());
    EXPECT_EQ(figures.papers, 1);
    ASSERT_EQ(figures.missed.size(), 1U);
    EXPECT_TRUE(town.prove().ok);
}

TEST(the_learning_record, holds_only_who_wished_it) {
    OpenTown town;
    const auto taken = [&](const std::string& paper, const std::string& actor, bool learning) {
        town.when(AnswerPaper{paper, "", right_answers(paper), Group::cadres, learning}, actor).value();
        return quiz(town.rows(), paper)->learner;
    };
    EXPECT_TRUE(taken("0000000000000001", "p-officer", false).empty());
    EXPECT_TRUE(taken("0000000000000002", "public", true).empty());
    EXPECT_EQ(taken("0000000000000003", "p-officer", true), PersonId{"p-officer"});
}

}  // namespace
}  // namespace anlan::venue

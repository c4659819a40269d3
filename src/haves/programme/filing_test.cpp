#include "programme/acceptance_for_tests.hpp"
#include "programme/evidence.hpp"

namespace anlan::programme {
namespace {

struct filing : an_acceptance {
    const std::string first = std::string(64, 'a'), second = std::string(64, 'b');

    std::string submit(trial::Trial& at, const AcceptanceId& id, const std::string& digest) {
        return code_of(at.when(SubmitAcceptance{id, digest, 9}));
    }
    AcceptanceFacts facts(trial::Trial& at, const AcceptanceId& id) { return *find_acceptance(at.rows(), id); }
};

TEST_F(filing, is_for_the_county_that_concluded_and_never_before) {
    const auto open = applied();
    EXPECT_EQ(submit(county, open, first), "not_concluded");
    EXPECT_EQ(submit(county, {"a9"}, first), "acceptance_unknown");
    const auto id = concluded();
    EXPECT_EQ(submit(town, id, first), "not_at_this_level");
    EXPECT_EQ(submit(prefecture, id, first), "not_at_this_level");
    EXPECT_EQ(submit(county, id, "not a digest"), "digest_invalid");
    EXPECT_EQ(submit(county, id, first), "");
    EXPECT_EQ(submit(county, id, first), "already_submitted");
}

TEST_F(filing, comes_back_as_a_receipt_that_names_the_digest) {
    const auto id = concluded();
    ASSERT_EQ(submit(county, id, first), "");
    prefecture.hear(county);
    town.hear(county);
    EXPECT_EQ(facts(prefecture, id).submitted, first);
    EXPECT_EQ(facts(town, id).submitted, first) << "the town sees that it was filed";
    ASSERT_TRUE(prefecture.when(FileAcceptance{id, "泉应急备〔2023〕1号"}));
    county.hear(prefecture);
    EXPECT_EQ(facts(county, id).receipt, first);
    EXPECT_EQ(facts(county, id).filing, "泉应急备〔2023〕1号");
    town.hear(county);
    EXPECT_EQ(facts(town, id).receipt, first) << "the county hands the receipt on to the station";
    EXPECT_TRUE(town.prove().ok);
    EXPECT_TRUE(county.prove().ok);
    EXPECT_TRUE(prefecture.prove().ok);
}

TEST_F(filing, of_another_package_asks_for_another_receipt) {
    const auto id = concluded();
    ASSERT_EQ(submit(county, id, first), "");
    prefecture.hear(county);
    ASSERT_TRUE(prefecture.when(FileAcceptance{id, "1号"}));
    ASSERT_EQ(submit(county, id, second), "");
    prefecture.hear(county);
    EXPECT_EQ(facts(prefecture, id).receipt, first) << "the old receipt is not for the new package";
    ASSERT_TRUE(prefecture.when(FileAcceptance{id, "2号"}));
    county.hear(prefecture);
    EXPECT_EQ(facts(county, id).receipt, second);
}

TEST_F(filing, is_not_believed_from_somebody_elses_county) {
    const auto id = concluded();
    trial::Trial other{rooms_of_a_station(), AreaCode{"350582000000"}, "晋江市"};
    other.given(id.text, AcceptanceSubmitted{kTown, second, 9, AcceptanceResult::good, 90, ""});
    prefecture.hear(other);
    EXPECT_TRUE(facts(prefecture, id).submitted.empty());
}

TEST_F(filing, finds_nothing_added_to_what_was_judged) {
    const auto id = concluded();
    EXPECT_EQ(code_of(town.when(ReportRectification{id, "B1", "补报", ""})), "already_concluded");
    town.advance(std::chrono::minutes{5});
    town.given(id.text, RectificationReported{"B1", "事后改写", "", 1});
    county.hear(town);
    const auto fixes = fixes_of(county.rows(), id);
    ASSERT_EQ(fixes.size(), 1U);
    EXPECT_EQ(fixes.front().note, "已补齐 <两张>") << "the report that was judged stays";
    EXPECT_EQ(extract_of(county.rows(), facts(county, id)).told.size(), 2U) << "the application and one report";
}

TEST_F(filing, of_a_rectification_accepted_earlier_refuses_another_report) {
    const auto id = applied();
    county.when(OrderRectification{id, "B1", "补一张床", "2023-08-10"}).value();
    town.hear(county);
    town.when(ReportRectification{id, "B1", "已补齐", ""}).value();
    county.hear(town);
    county.when(AcceptRectification{id, "B1"}).value();
    town.hear(county);
    EXPECT_EQ(code_of(town.when(ReportRectification{id, "B1", "再改", ""})), "already_accepted");
}

}  // namespace
}  // namespace anlan::programme

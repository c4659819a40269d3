#include <algorithm>

#include "calls/queries.hpp"
#include "duty/log_commands.hpp"
#include "duty/log_queries.hpp"
#include "duty/town_for_tests.hpp"
#include "response/queries.hpp"

namespace anlan::duty {
namespace {

using std::chrono::minutes;

TEST(a_handover, wants_the_whole_checklist_and_two_people) {
    Town town;
    EXPECT_EQ(town.refused(OfferHandover{{}, ""}), "check_missing");
    auto checks = all_fine();
    checks[1].fine = false;
    EXPECT_EQ(town.refused(OfferHandover{checks, ""}), "check_words_missing");
    checks[1].words = "卫星电话电量 20%";
    const HandoverId id{town.when(OfferHandover{checks, "台风路径已报"}, "p-out").value().subject};
    EXPECT_EQ(town.refused(OfferHandover{all_fine(), ""}), "already_offered");
    EXPECT_EQ(town.refused(TakeHandover{{"x"}, ""}), "handover_unknown");
    EXPECT_EQ(town.refused(TakeHandover{id, ""}, "p-out"), "same_person");
    EXPECT_EQ(town.refused(TakeHandover{id, ""}, "p-in"), "");
    EXPECT_EQ(town.refused(TakeHandover{id, ""}, "p-other"), "already_taken");
    const auto log = response::duty_log(town.rows(), World::real(), 10).lines;
    EXPECT_NE(log[1].text_zh.find("设备异常 1 项"), std::string::npos);
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_handover_nobody_took, tells_the_leader_where_no_rota_says_who_comes) {
    Town town;
    town.add_people(1);
    town.when(organisation::TakeDuty{town.people[0]}).value();
    const HandoverId id{town.when(OfferHandover{all_fine(), ""}, "p-out").value().subject};
    const auto late = find_handover(town.rows(), id)->take_by - town.now();
    town.advance(std::chrono::duration_cast<minutes>(late) + minutes{1});
    const auto calls = calls::calls_of(town.rows(), id.text);
    ASSERT_EQ(calls.size(), 1U);
    EXPECT_EQ(calls[0].person, town.people[0]);
    const auto log = response::duty_log(town.rows(), World::real(), 10).lines;
    EXPECT_TRUE(std::any_of(log.begin(), log.end(), [](const auto& line) {
        return line.late && line.text_zh.find("到时间无人接班") != std::string::npos;
    }));
    EXPECT_EQ(town.refused(TakeHandover{id, ""}, "p-in"), "") << "late is better than never";
    EXPECT_TRUE(town.prove().ok);
}

}  // namespace
}  // namespace anlan::duty

#include "duty/papers.hpp"

#include <algorithm>

#include "calls/commands.hpp"
#include "duty/log_commands.hpp"
#include "duty/town_for_tests.hpp"
#include "organisation/queries.hpp"

namespace anlan::duty {
namespace {

TEST(the_record_of_a_handover, names_what_is_open_and_what_is_not_fine) {
    Town town;
    town.add_people(1);
    calls::PlaceCall call;
    call.person = town.people[0];
    call.area = kTown;
    call.headline = "请到岗";
    call.origin = "test";
    town.when(std::move(call)).value();
    town.when(NoteLine{DutyLine::safety, "企业反映储罐渗漏", "测试化工厂", "=派人</w:t>查看"}).value();
    auto checks = all_fine();
    checks[1] = {CheckKey::satellite, false, "电量 20%"};
    const HandoverId id{town.when(OfferHandover{checks, ""}, "p-out").value().subject};
    const auto paper = handover_paper(town.rows(), *find_handover(town.rows(), id), "永宁镇");
    EXPECT_EQ(paper.title, "永宁镇值班交接班记录");
    EXPECT_NE(paper.parts[1].text.find("尚未签名"), std::string::npos);
    EXPECT_EQ(paper.parts[3].text, "1. 【叫应】请到岗（1 人未应答）");
    EXPECT_EQ(paper.parts[4].text, "2. 【拟办】=派人</w:t>查看");
    ASSERT_TRUE(paper.parts[6].table);
    EXPECT_EQ(paper.parts[6].table->rows[1], (std::vector<std::string>{"卫星电话", "异常", "电量 20%"}));
}

TEST(the_sheet_of_the_rota, has_a_row_for_every_day_and_everybody_in_it) {
    Town town;
    town.add_people();
    const auto duties = town.publish("2023-08");
    const auto sheet = rota_workbook(town.rows(), "2023-08", "永宁镇").value().sheets[0];
    EXPECT_EQ(sheet.title, "永宁镇值班表（2023年8月）");
    ASSERT_EQ(sheet.rows.size(), 31U);
    EXPECT_EQ(sheet.columns.size(), 1U + 6U);
    EXPECT_EQ(sheet.rows[4][0].text, "8月5日（周六）");
    const auto leads = std::find_if(duties.begin(), duties.end(), [](const Duty& duty) {
        return duty.day == "2023-08-05" && duty.post == DutyPost::leader;
    });
    EXPECT_EQ(sheet.rows[4][1].text, organisation::person_name(town.rows(), leads->person));
    EXPECT_EQ(rota_workbook(town.rows(), "2023-13", "永宁镇").error().field, "month");
    EXPECT_EQ(rota_workbook(town.rows(), "2023-09", "永宁镇").value().sheets[0].note, "本月尚未发布值班表");
}

}  // namespace
}  // namespace anlan::duty

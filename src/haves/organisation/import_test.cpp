#include "organisation/import.hpp"

#include <fstream>
#include <sstream>

#include "identity/accounts.hpp"
#include "organisation/lookups.hpp"
#include "organisation/registers.hpp"
#include "organisation/trial_town.inc"
#include "registers/table.hpp"

namespace anlan::organisation {
namespace {

registers::Table table(const char* csv) {
    return registers::parse_csv(csv).value();
}

TEST(importing_people, names_every_bad_row_and_writes_none) {
    TownTrial town;
    town.person("测试甲");
    const auto report = judge_people(
        town.rows(),
        table("姓名,电话,区划,专职,条线\n测试甲,13900001234,永宁镇,是,\n,139,永宁镇,也许,航海\n测试丙,13900000003,"
              "别的镇,否,\n测试丁,13900000004,第一社区,否,防汛防台风、综合执法\n"),
        kTown
    );
    EXPECT_EQ(report.good, 1);
    EXPECT_EQ(report.bad, 3);
    EXPECT_EQ(report.rows[0].errors[0].message, "这个人已经登记过（姓名和电话相同）");
    std::vector<std::string> fields;
    for (const auto& error : report.rows[1].errors) fields.push_back(error.field);
    EXPECT_EQ(fields, (std::vector<std::string>{"name", "full_time", "phone", "lines"}));
    EXPECT_EQ(report.rows[2].errors[0].field, "area");
    const auto answer = town.run(commit_people(report, "p")).value().answer;
    EXPECT_FALSE(answer.at("committed").as_bool());
    EXPECT_TRUE(town.written().empty());
}

TEST(importing_people_twice, finds_them_listed_already) {
    TownTrial town;
    const auto csv =
        table("Name,Telephone,Area,Lines\n测试甲,13900000001,永宁镇,防汛防台风\n测试乙,13900000002,350581106002,\n");
    ASSERT_TRUE(
        town.run(commit_people(judge_people(town.rows(), csv, kTown), "p")).value().answer.at("committed").as_bool()
    );
    EXPECT_EQ(people_rows(town.rows(), kTown, "").size(), 2U);
    EXPECT_EQ(judge_people(town.rows(), csv, kTown).bad, 2);
    EXPECT_TRUE(town.prove().ok);
}

TEST(importing_posts, appoints_by_name_and_refuses_names_that_are_not_one_person) {
    TownTrial town;
    const auto person = town.person("测试甲");
    town.person("测试乙");
    town.person("测试乙");
    const auto bad = judge_posts(
        town.rows(),
        table("岗位,区划,任职人,副手\n站长,永宁镇,测试乙,\n站长,永宁镇,,测试甲\n站长,永宁镇,测试甲,测试甲\n"),
        kTown
    );
    EXPECT_EQ(bad.bad, 3);
    const auto good = judge_posts(
        town.rows(),
        table("岗位代码,岗位,区划,必设,专职,条线,任职人\nstation_head,站长,永宁镇,是,是,安全生产,测试甲\nduty_officer,"
              "值班员,永宁镇,是,否,,\n"),
        kTown
    );
    ASSERT_EQ(good.bad, 0);
    ASSERT_TRUE(town.run(commit_posts(good, "p")));
    const auto posts = post_rows(town.rows(), kTown);
    ASSERT_EQ(posts.size(), 2U);
    EXPECT_EQ(posts[0].holder, person);
    EXPECT_EQ(posts[0].line, "work_safety");
    EXPECT_LT(posts[0].sort, posts[1].sort);
    EXPECT_TRUE(posts[1].vacant);
    EXPECT_TRUE(town.prove().ok);
}

TEST(areas, are_read_from_the_divisions_and_faults_named_by_line) {
    EXPECT_NE(areas_from_csv("code,name,parent\nabc,x,\n").error().en.find("line 2"), std::string::npos);
    const auto areas = areas_from_csv(
        "code,name,parent,lon,lat\n350581106000,永宁镇,350581000000,118.7,24.7\n350581106002,村,350581106000,,\n"
    );
    ASSERT_TRUE(areas);
    EXPECT_EQ(areas.value().areas[0].lat, 24.7);
    EXPECT_FALSE(areas.value().areas[1].lon);
}

TEST(an_erased_person, can_no_longer_log_in) {
    TownTrial town;
    const auto person = town.person("测试甲");
    ASSERT_TRUE(town.when(identity::OpenAccount{"jia", person, {"wangge"}, kTown, "hash", false}));
    EXPECT_TRUE(directory().person_exists(town.rows(), person));
    EXPECT_EQ(directory().rules(town.rows()).session_seconds, 12 * 3'600);
    ASSERT_TRUE(town.when(ErasePerson{person, "离职"}));
    EXPECT_EQ(town.kinds(), (std::vector<std::string>{"person.erased", "account.closed"}));
    EXPECT_FALSE(identity::account_of(town.rows(), "jia"));
    EXPECT_TRUE(town.prove().ok);
}

TEST(social_forces, are_a_register) {
    EXPECT_NE(forces().find("agreement_until"), nullptr);
    EXPECT_TRUE(forces().find("phone")->personal);
}

}  // namespace
}  // namespace anlan::organisation

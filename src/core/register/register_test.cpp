#include <gtest/gtest.h>

#include "journal/vault.hpp"
#include "registers/import.hpp"
#include "registers/queries.hpp"
#include "registers/room.hpp"
#include "registers/table.hpp"
#include "trial/trial.hpp"

namespace anlan::registers {
namespace {

Register boat_register() {
    return {
        "boats",
        "渔船",
        "Boats",
        {{.name = "name", .title_zh = "船名", .title_en = "Name", .required = true},
         {.name = "area", .title_zh = "区划", .title_en = "Area", .type = "area", .required = true},
         {.name = "length", .title_zh = "船长", .title_en = "Length", .type = "number"},
         {.name = "kind", .title_zh = "类型", .title_en = "Kind", .type = "choice", .choices = {"渔船", "渔排"}},
         {.name = "insured", .title_zh = "已投保", .title_en = "Insured", .type = "bool"},
         {.name = "until", .title_zh = "有效期", .title_en = "Valid until", .type = "date"},
         {.name = "owner", .title_zh = "船主", .title_en = "Owner", .personal = true}}};
}

json::object boat(const json::object& more = {}) {
    json::object values{{"name", "闽测试0001"}, {"area", "350581106002"}, {"owner", "测试船主甲"}};
    for (const auto& pair : more) values[pair.key()] = pair.value();
    return values;
}

struct BoatRow {
    std::string name;
    AreaCode area;
    double length = 0;
};
BOOST_DESCRIBE_STRUCT(BoatRow, (), (name, area, length))

TEST(a_row, is_refused_with_the_field_to_correct) {
    trial::Trial town({make_room()});
    const auto field = [&](const json::object& values) {
        return town.run(put_row(boat_register(), "p", "", values)).error().field;
    };
    EXPECT_EQ(field({{"area", "350581106002"}}), "values.name");
    EXPECT_EQ(field(boat({{"name", "  "}})), "values.name");
    EXPECT_EQ(field(boat({{"length", "long"}})), "values.length");
    EXPECT_EQ(field(boat({{"kind", "潜艇"}})), "values.kind");
    EXPECT_EQ(field(boat({{"insured", "也许"}})), "values.insured");
    EXPECT_EQ(field(boat({{"until", "2026-13-01"}})), "values.until");
    EXPECT_EQ(field(boat({{"area", "350582000000"}})), "values.area");
    EXPECT_EQ(field(boat({{"colour", "red"}})), "values.colour");
    EXPECT_EQ(field(boat({{"name", json::array{}}})), "values.name");
    EXPECT_TRUE(kept_rows(town.rows(), "boats").empty());
}

TEST(changing_and_retiring, are_refused_for_rows_that_are_not_there) {
    trial::Trial town({make_room()});
    EXPECT_EQ(town.run(put_row(boat_register(), "p", "none", boat())).error().code, "row_unknown");
    EXPECT_EQ(town.run(retire_row(boat_register(), "p", "none", "x")).error().code, "row_unknown");
    const auto id = town.run(put_row(boat_register(), "p", "", boat())).value().subject;
    EXPECT_EQ(town.run(retire_row(boat_register(), "p", id, "")).error().code, "reason_empty");
}

TEST(a_row, is_kept_changed_and_retired_and_its_owner_is_in_no_entry) {
    trial::Trial town({make_room()});
    const auto id =
        town.run(put_row(boat_register(), "p", "", boat({{"length", "12.5"}, {"insured", "是"}, {"until", "2026/1/5"}}))
        )
            .value()
            .subject;
    EXPECT_EQ(town.written().front().body.find("测试船主甲"), std::string::npos);
    const auto kept = kept_row(town.rows(), "boats", id);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->area.text, "350581106002");
    EXPECT_EQ(kept->values.at("length"), json::value(12.5));
    EXPECT_EQ(kept->values.at("insured"), json::value(true));
    EXPECT_EQ(kept->values.at("until"), json::value("2026-01-05"));
    EXPECT_EQ(personal_value(town.rows(), id, "owner"), "测试船主甲");
    EXPECT_EQ(read_rows<BoatRow>(kept_rows(town.rows(), "boats")).front().second.length, 12.5);
    ASSERT_TRUE(town.run(put_row(boat_register(), "p", id, {{"length", 13}})));
    EXPECT_EQ(personal_value(town.rows(), id, "owner"), "测试船主甲") << "what is not given stays";
    ASSERT_TRUE(town.run(put_row(boat_register(), "p", id, {{"length", 13}})));
    EXPECT_TRUE(town.written().empty());
    ASSERT_TRUE(town.run(put_row(boat_register(), "p", id, {{"owner", "测试船主乙"}})));
    EXPECT_EQ(personal_value(town.rows(), id, "owner"), "测试船主乙");
    ASSERT_TRUE(town.run(retire_row(boat_register(), "p", id, "报废")));
    EXPECT_TRUE(kept_rows(town.rows(), "boats").empty());
    EXPECT_EQ(personal_value(town.rows(), id, "owner"), "（已删除）");
    EXPECT_TRUE(town.prove().ok);
}

TEST(the_county, sees_a_towns_rows_without_personal_fields) {
    trial::Trial town({make_room()});
    trial::Trial county({make_room()}, AreaCode{"350581000000"}, "石狮市");
    const auto id = town.run(put_row(boat_register(), "p", "", boat())).value().subject;
    county.hear(town);
    ASSERT_EQ(rows_below(county.rows(), "boats").size(), 1U);
    EXPECT_FALSE(rows_below(county.rows(), "boats").front().values.contains("owner"));
    ASSERT_TRUE(town.run(retire_row(boat_register(), "p", id, "报废")));
    county.hear(town);
    EXPECT_TRUE(rows_below(county.rows(), "boats").empty());
    EXPECT_TRUE(county.prove().ok);
}

TEST(a_list_about_people, never_reaches_the_county) {
    trial::Trial town({make_room()}), county({make_room()}, AreaCode{"350581000000"}, "石狮市");
    auto crews = boat_register();
    crews.stays_home = true;
    const auto put = town.run(put_row(crews, "p", "", boat()));
    ASSERT_TRUE(put);
    ASSERT_TRUE(town.run(put_row(crews, "p", put.value().subject, {{"length", 12}})));
    county.hear(town);
    EXPECT_TRUE(rows_below(county.rows(), "boats").empty());
    ASSERT_TRUE(town.run(retire_row(crews, "p", put.value().subject, "已注销")));
    EXPECT_EQ(town.rows().value<std::int64_t>("SELECT COUNT(*) FROM outgoing"), 0);
}

TEST(an_import_with_a_bad_row, names_line_and_field_and_writes_nothing) {
    trial::Trial town({make_room()});
    const auto table =
        parse_csv("船名*,区划,Length,船主,颜色\n闽测试1,第一社区,12,测试甲,红\n,350581106002,long,测试乙,\n").value();
    Lookups lookups;
    lookups.area = [](store::Rows&, const std::string& text) {
        return text == "第一社区" ? std::string("350581106002") : std::string();
    };
    auto report = judge(table, boat_register(), AreaCode{"350581106000"}, lookups, town.rows());
    EXPECT_EQ(report.good, 1);
    EXPECT_EQ(report.bad, 1);
    EXPECT_EQ(report.columns_ignored, std::vector<std::string>{"颜色"});
    ASSERT_EQ(report.rows[1].errors.size(), 2U);
    EXPECT_EQ(report.rows[1].line, 3);
    EXPECT_EQ(report.rows[1].errors[0].field, "name");
    EXPECT_EQ(report.rows[1].errors[1].field, "length");
    const auto done = town.run(commit(report, boat_register(), "p"));
    ASSERT_TRUE(done);
    EXPECT_FALSE(done.value().answer.at("committed").as_bool());
    EXPECT_TRUE(town.written().empty());
    report.rows.pop_back();
    report.bad = 0;
    ASSERT_TRUE(town.run(preview(report, "p")));
    EXPECT_TRUE(town.written().empty());
    const auto committed = town.run(commit(report, boat_register(), "p"));
    EXPECT_TRUE(committed.value().answer.at("committed").as_bool());
    EXPECT_EQ(kept_rows(town.rows(), "boats", AreaCode{"350581106002"}).size(), 1U);
    EXPECT_TRUE(town.prove().ok);
}

TEST(masking, leaves_the_beginning) {
    EXPECT_EQ(masked("永宁第一社区测试路1号"), "永宁第一社区测***");
    EXPECT_EQ(masked("甲乙"), "甲***");
    EXPECT_EQ(masked(""), "");
}

}  // namespace
}  // namespace anlan::registers

#include <gtest/gtest.h>

#include "registers/import.hpp"
#include "registers/place.hpp"
#include "registers/queries.hpp"
#include "registers/room.hpp"
#include "registers/table.hpp"
#include "risk/registers.hpp"
#include "trial/trial.hpp"

namespace anlan::risk {
namespace {

const AreaCode kTown{"350581106000"};

registers::ImportReport judged(trial::Trial& town, const registers::Register& list, const std::string& bytes) {
    auto table = registers::read_table(bytes, nullptr).value();
    return registers::judge(table, list, kTown, {}, town.rows());
}

TEST(bringing_in_hazard_points, refuses_a_kind_nobody_knows_and_people_that_are_no_number) {
    trial::Trial town({registers::make_room()});
    const auto report = judged(
        town,
        hazard_points(),
        "编号,名称,类别,区划,受威胁人数\nD-1,测试边坡,火山,350581106000,12\nD-2,测试低洼,易涝,350581106000,许多\n"
    );
    EXPECT_EQ(report.bad, 2);
    EXPECT_EQ(report.rows[0].errors[0].field, "kind");
    EXPECT_EQ(report.rows[1].errors[0].field, "people");
}

TEST(bringing_in_places, refuses_a_class_that_is_none_of_the_four_colours) {
    trial::Trial town({registers::make_room()});
    const auto report = judged(
        town, risk_places(), "名称,地址,类别,风险等级\n测试甲厂,测试路1号,工业企业,紫\n测试乙厂,测试路2号,工业企业,红\n"
    );
    ASSERT_EQ(report.bad, 1);
    EXPECT_EQ(report.rows[0].errors[0].field, "grade");
}

TEST(hazard_points_brought_in_again, change_the_row_of_their_number) {
    trial::Trial town({registers::make_room()});
    const auto bring = [&](const char* people) {
        auto report = judged(
            town,
            hazard_points(),
            std::string("编号,名称,类别,区划,风险等级,受威胁人数\nD-1,测试边坡,地质灾害,350581106000,橙,") + people +
                "\n"
        );
        EXPECT_EQ(report.bad, 0);
        EXPECT_TRUE(town.run(registers::commit(std::move(report), hazard_points(), "p")).has_value());
    };
    bring("12");
    bring("15");
    const auto kept = registers::kept_rows(town.rows(), "hazard_points");
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].values.at("people"), 15);
    EXPECT_EQ(kept[0].values.at("grade"), "橙");
    EXPECT_TRUE(town.prove().ok);
}

TEST(hazard_points_of_a_map, come_in_as_geojson_and_are_turned_once_from_the_ground_they_were_drawn_on) {
    trial::Trial town({registers::make_room()});
    const std::string bytes =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":)"
        R"([118.7,24.68]},"properties":{"编号":"D-9","名称":"测试边坡","类别":"地质灾害","区划":"350581106000"}}]})";
    const auto table = registers::read_table(bytes, nullptr).value();
    const auto as = [&](geo::Datum datum) {
        const auto report = registers::judge(
            registers::brought_home(table, hazard_points(), datum), hazard_points(), kTown, {}, town.rows()
        );
        EXPECT_EQ(report.bad, 0);
        return report.rows.at(0).values.at("lon").to_number<double>();
    };
    EXPECT_EQ(as(geo::Datum::wgs84), 118.7);
    EXPECT_EQ(as(geo::Datum::cgcs2000), 118.7);
    EXPECT_NEAR(as(geo::Datum::gcj02), 118.6951, 0.0008);  // Some five hundred metres to the west.
}

TEST(hazard_points, refuse_half_a_place_and_that_of_a_receiver_without_satellites) {
    trial::Trial town({registers::make_room()});
    const auto report = judged(
        town,
        hazard_points(),
        "编号,名称,类别,区划,经度,纬度\nD-1,测试甲,易涝,350581106000,0,0\nD-2,测试乙,易涝,350581106000,118.7,\n"
        "D-3,测试丙,易涝,350581106000,118.7,24.7\n"
    );
    EXPECT_EQ(report.bad, 2);
    EXPECT_EQ(report.rows[0].errors.at(0).field, "lon");
    EXPECT_EQ(report.rows[1].errors.at(0).field, "lon");
}

}  // namespace
}  // namespace anlan::risk

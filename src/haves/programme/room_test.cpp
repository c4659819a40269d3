#include "programme/room.hpp"

#include "broadcast/commands.hpp"
#include "devices/commands.hpp"
#include "organisation/commands.hpp"
#include "programme/answers.hpp"
#include "programme/commands.hpp"
#include "programme/trial_stations.inc"
#include "warning/events.hpp"

namespace anlan::programme {
namespace {

struct a_station : testing::Test {
    trial::Trial town{rooms_of_a_station(), kTown, "永宁镇"}, county{rooms_of_a_station(), kCounty, "石狮市"};

    ItemAnswer item(const std::string& id) {
        const auto seen = readiness_seen(town.rows(), town.writer().node(), kTown, town.now());
        for (const auto& each : seen->items)
            if (each.id == id) return each;
        return {};
    }
    std::int64_t told() {
        return *town.rows().value<std::int64_t>("SELECT COUNT(*) FROM journal WHERE kind = 'readiness.told/1'");
    }
};

TEST_F(a_station, without_records_has_no_points_and_is_told_what_is_missing) {
    EXPECT_EQ(item("A1").points, 0);
    EXPECT_EQ(item("A1").standing, Standing::missing);
    EXPECT_FALSE(item("A1").fix_zh.empty());
    EXPECT_FALSE(item("A1").fix_en.empty());
    EXPECT_FALSE(item("B7").points) << "only people can try it";
}

TEST_F(a_station, loses_what_the_sheet_says_for_an_old_list_and_nothing_for_a_reviewed_one) {
    put(town,
        documents(),
        {{"kind", "职责清单"}, {"title", "测试清单"}, {"number", "测〔2021〕1号"}, {"issued", "2021-03-01"}});
    EXPECT_EQ(item("A5").points, 1.0);
    put(town,
        documents(),
        {{"kind", "职责清单"},
         {"title", "测试清单"},
         {"number", "测〔2023〕2号"},
         {"issued", "2023-03-01"},
         {"reviewed", "2023-06-01"}});
    EXPECT_EQ(item("A5").points, 1.5);
}

TEST_F(a_station, gets_nothing_for_a_document_that_has_run_out) {
    put(town,
        documents(),
        {{"kind", "聘书合同"}, {"title", "测试合同"}, {"issued", "2022-01-01"}, {"valid_until", "2023-07-27"}});
    EXPECT_EQ(item("A7").points, 0);
}

TEST_F(a_station, without_satellite_telephone_fails_by_a_gate) {
    const auto seen = readiness_seen(town.rows(), town.writer().node(), kTown, town.now());
    ASSERT_EQ(seen->station.gates.size(), 2U);
    EXPECT_EQ(seen->station.gates.back().id, "V3");
}

TEST_F(a_station, tests_its_satellite_telephone_every_month) {
    put(town, equipment(), {{"kind", "卫星电话"}, {"name", "测试一号机"}});
    EXPECT_EQ(item("B2").points, 0.2) << "six months without a call at 0.3 each";
    for (const auto* day : {"2023-07-02", "2023-06-02", "2023-05-02", "2023-04-02", "2023-03-02", "2023-02-02"})
        put(town, equipment_checks(), {{"kind", "卫星电话"}, {"day", day}, {"result", "正常"}});
    EXPECT_EQ(item("B2").points, 2.0);
}

TEST_F(a_station, reads_its_telephones_and_their_trials_from_the_devices) {
    town.when(organisation::AdoptAreas{{{kTown, "永宁镇", kCounty, {}, {}}}}).value();
    const PersonId keeper{town.when(organisation::AddPerson{"测试甲", "13900001234", kTown, true, {}}).value().subject};
    const devices::DeviceSheet phone{devices::DeviceKind::satellite_phone, "测试一号机", "001", kTown, "值班室", true};
    const devices::DeviceId id{town.when(devices::RegisterDevice{phone, keeper}).value().subject};
    EXPECT_EQ(item("B2").points, 0.2);
    town.when(devices::NoteCheck{{}, id, devices::CheckOutcome::answered, 12, "市值班室", ""}).value();
    EXPECT_EQ(item("B2").points, 0.5) << "one month of six";
    EXPECT_EQ(item("B9").points, 0.5);
    town.when(devices::NoteCheck{{}, id, devices::CheckOutcome::fault, 0, "", "不开机"}).value();
    EXPECT_NE(item("B9").fix_en.find("marked red"), std::string::npos);
}

TEST_F(a_station, has_its_loudspeakers_judged_by_their_own_receipts) {
    const AreaCode village{"350581106002"};
    town.when(organisation::AdoptAreas{{{kTown, "永宁镇", kCounty, {}, {}}, {village, "第一社区", kTown, {}, {}}}}).value();
    const auto horn = broadcast::TerminalKind::horn;
    const broadcast::TerminalId terminal{
        town.when(broadcast::RegisterTerminal{{"测试喇叭", village, horn, "H-1", 80, false, {}, {}}}).value().subject};
    EXPECT_EQ(item("B4").points, 2.0) << "every village has one, none has proved itself";
    broadcast::BroadcastSheet sheet;
    sheet.title = "试播", sheet.text = "试播", sheet.zones = {kTown}, sheet.purpose = broadcast::Purpose::daily;
    const broadcast::BroadcastId id{town.when(broadcast::DraftBroadcast{sheet}, "p-one").value().subject};
    town.when(broadcast::ReleaseBroadcast{id, 1, {}}, "p-two").value();
    town.when(broadcast::BeginBroadcast{id}, "system:announcing").value();
    town.when(broadcast::ReportPlayed{id, terminal, broadcast::Outcome::played, 3, ""}, "system:announcing").value();
    EXPECT_EQ(item("B4").points, 2.5);
    town.advance(std::chrono::hours{24 * 40});
    EXPECT_EQ(item("B4").points, 2.0) << "a month later it has to prove itself again";
}

TEST_F(a_station, tells_its_county_soon_after_a_change_and_every_morning) {
    put(town, documents(), {{"kind", "设站文件"}, {"title", "测试文件"}, {"number", "测1号"}, {"issued", "2023-01-01"}}
    );
    put(town, documents(), {{"kind", "会商制度"}, {"title", "测试制度"}, {"issued", "2023-01-01"}});
    EXPECT_EQ(told(), 0);
    town.advance(kReadinessGather);
    EXPECT_EQ(told(), 1);
    county.hear(town);
    const auto seen = board(county.rows(), county.writer().node(), county.now());
    ASSERT_EQ(told_of(county.rows(), kTown)->readiness.findings.front().points, 2.0);
    town.advance(std::chrono::hours{24});
    EXPECT_EQ(told(), 2);
    EXPECT_TRUE(town.prove().ok);
    EXPECT_TRUE(county.prove().ok);
}

TEST_F(a_station, says_nothing_of_a_drill_but_that_it_was_held) {
    town.given("d1", warning::DrillStarted{"测试", "test", false}, World::drill({"d1"}));
    town.advance(kReadinessGather * 2);
    EXPECT_EQ(told(), 0);
    town.given("d1", warning::DrillEnded{"测试结束"}, World::drill({"d1"}));
    town.advance(kReadinessGather);
    EXPECT_EQ(told(), 1) << "that it was held counts";
}

TEST_F(a_station, leaves_a_county_without_readiness_of_its_own) {
    EXPECT_FALSE(readiness_seen(county.rows(), county.writer().node(), kCounty, county.now()));
    EXPECT_TRUE(board(county.rows(), county.writer().node(), county.now()).empty());
}

}  // namespace
}  // namespace anlan::programme

#include "devices/api.hpp"

#include "devices/town_for_tests.hpp"
#include "http/asking_for_tests.hpp"

namespace anlan::devices {
namespace {

using http::Method;

struct the_devices_page : ::testing::Test {
    static http::Endpoints endpoints() {
        http::Endpoints table;
        add_endpoints(table);
        return table;
    }
    std::string sheet(const std::string& number) {
        return R"({"sheet":{"kind":"radio","name":"测试对讲机","number":")" + number +
               R"(","area":"350581106000","place":"值班室","in_rounds":true},"keeper":")" + town.keeper.text + "\"}";
    }
    std::string made(const std::string& path, const std::string& body) {
        return std::string(http::body_of(asking.ask(keeper, Method::post, path, body)).at("id").as_string());
    }
    json::value seen(const std::string& path, std::map<std::string, std::string> query = {}) {
        return http::body_of(asking.ask(viewer, Method::get, path, {}, std::move(query)));
    }

    Town town;
    http::Endpoints table = endpoints();
    http::Asking<trial::Trial> asking{town, table};
    http::Caller viewer = http::caller_with({"desk.view"}, kTown);
    http::Caller keeper = http::caller_with({"desk.view", "devices.keep"}, kTown);
};

TEST_F(the_devices_page, is_closed_to_strangers_and_changed_only_by_who_keeps_devices) {
    EXPECT_EQ(asking.said(http::stranger(), Method::get, "/api/v1/devices"), "401 login_wanted");
    EXPECT_EQ(asking.said(viewer, Method::post, "/api/v1/devices", sheet("1")), "403 not_permitted");
    EXPECT_EQ(asking.said(keeper, Method::post, "/api/v1/devices", sheet("1")), "201");
    EXPECT_EQ(asking.said(viewer, Method::post, "/api/v1/comm-rounds"), "403 not_permitted");
}

TEST_F(the_devices_page, names_the_field_to_correct) {
    EXPECT_EQ(asking.said(keeper, Method::post, "/api/v1/devices", sheet("")), "422 sheet.number");
    const auto id = made("/api/v1/devices", sheet("1"));
    EXPECT_EQ(asking.said(keeper, Method::post, "/api/v1/devices/" + id + "/report", "{}"), "422 battery_percent");
    EXPECT_EQ(
        asking.said(keeper, Method::post, "/api/v1/devices/" + id + "/report", R"({"battery_percent":120})"),
        "422 battery_percent"
    );
    EXPECT_EQ(asking.said(keeper, Method::post, "/api/v1/devices/none/retire", R"({"reason":"坏"})"), "404 device");
}

TEST_F(the_devices_page, shows_state_words_keeper_and_a_masked_number) {
    const auto id = made("/api/v1/devices", sheet("1"));
    EXPECT_EQ(
        asking.said(keeper, Method::post, "/api/v1/devices/" + id + "/report", R"({"battery_percent":9})"), "200"
    );
    const auto list = seen("/api/v1/devices", {{"kind", "radio"}});
    const auto& row = list.at("items").as_array().at(0);
    EXPECT_EQ(row.at("state"), "urgent");
    EXPECT_EQ(row.at("findings").as_array().at(0).at("text"), "电量 9%，请立即充电");
    EXPECT_EQ(row.at("keeper_name"), "测试甲");
    EXPECT_EQ(row.at("keeper_phone"), "1390000****");
    EXPECT_TRUE(seen("/api/v1/devices", {{"kind", "drone"}}).at("items").as_array().empty());
    EXPECT_EQ(seen("/api/v1/devices/" + id).at("history").as_array().size(), 2U);
}

TEST_F(the_devices_page, runs_a_round_from_opening_to_close) {
    const auto id = made("/api/v1/devices", sheet("1"));
    const auto round = made("/api/v1/comm-rounds", "");
    EXPECT_EQ(seen("/api/v1/devices/overview").at("open_round").as_string(), round);
    EXPECT_EQ(asking.said(keeper, Method::post, "/api/v1/comm-rounds/" + round + "/close"), "422 round");
    EXPECT_EQ(
        asking.said(
            keeper,
            Method::post,
            "/api/v1/comm-rounds/" + round + "/check",
            R"({"device":")" + id + R"(","outcome":"answered","seconds":7})"
        ),
        "200"
    );
    EXPECT_EQ(asking.said(keeper, Method::post, "/api/v1/comm-rounds/" + round + "/close"), "200");
    const auto detail = seen("/api/v1/comm-rounds/" + round);
    EXPECT_EQ(detail.at("round").at("answered"), 1);
    EXPECT_EQ(detail.at("parts").as_array().at(0).at("seconds"), 7);
    EXPECT_EQ(asking.said(keeper, Method::post, "/api/v1/comm-rounds/" + round + "/close"), "409 round");
}

TEST_F(the_devices_page, keeps_its_list_from_other_towns) {
    made("/api/v1/devices", sheet("1"));
    const auto other = http::caller_with({"desk.view"}, AreaCode{"350581102000"});
    const auto answer = asking.ask(other, Method::get, "/api/v1/devices");
    EXPECT_TRUE(http::body_of(answer).at("items").as_array().empty());
}

}  // namespace
}  // namespace anlan::devices

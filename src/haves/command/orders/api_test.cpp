#include "orders/api.hpp"

#include "http/asking_for_tests.hpp"
#include "orders/trial_county.inc"

namespace anlan::orders {
namespace {

using http::Method;

/// The county's pages.
struct AskingDesk {
    Station county;
    http::Endpoints table;
    http::Asking<trial::Trial> asking;

    AskingDesk() : asking(county, with_endpoints()) {}
    const http::Endpoints& with_endpoints() {
        add_endpoints(table, [](store::Rows&, const std::string& response) -> std::optional<InForce> {
            if (response != "r1") return std::nullopt;
            return InForce{World::drill({"d1"}), "typhoon", 2};
        });
        return table;
    }
    static http::Caller officer() { return http::caller_with({"desk.view", "order.issue", "order.receipt"}, kCounty); }
    std::string post(const std::string& path, const std::string& body) {
        return asking.said(officer(), Method::post, "/api/v1/orders" + path, body);
    }
    json::value get(const std::string& path, std::map<std::string, std::string> query = {}) {
        return http::body_of(asking.ask(officer(), Method::get, "/api/v1/orders" + path, "", std::move(query)));
    }
    std::string issued(const std::string& body) {
        const auto answer = asking.ask(officer(), Method::post, "/api/v1/orders", body);
        EXPECT_EQ(answer.status, 201) << answer.body;
        return std::string(http::body_of(answer).at("id").as_string());
    }
};

const char* const kQuestion =
    R"({"kind":"question","title":"请报送","text":"一小时内","to":["350581106000","350581107000"],)"
    R"("asks":[{"key":"moved","label":"已转移","unit":"人"}]})";

TEST(every_endpoint_of_orders, is_closed_to_strangers_and_to_those_without_the_permission) {
    AskingDesk desk;
    for (const auto& endpoint : desk.table.all()) {
        auto path = endpoint.path;
        if (const auto at = path.find("{order}"); at != std::string::npos) path.replace(at, 7, "x");
        EXPECT_EQ(desk.asking.said(http::stranger(), endpoint.method, path, "{}"), "401 login_wanted") << path;
        const auto reader = http::caller_with({"task.confirm"}, kCounty);
        EXPECT_EQ(desk.asking.said(reader, endpoint.method, path, "{}"), "403 not_permitted") << path;
    }
}

TEST(a_form_that_is_not_filled_in, is_told_which_field) {
    AskingDesk desk;
    EXPECT_EQ(desk.post("", "{}"), "422 title");
    EXPECT_EQ(desk.post("", R"({"kind":"order","title":"甲"})"), "422 text");
    EXPECT_EQ(desk.post("", R"({"kind":"order","title":"甲","text":"乙"})"), "422 to");
    EXPECT_EQ(desk.post("", R"({"kind":"dance"})"), "422 kind");
    EXPECT_EQ(desk.post("", R"({"kind":"question","title":"甲","text":"乙","to":["350581106000"]})"), "422 asks");
    EXPECT_EQ(
        desk.post("", R"({"kind":"activation","title":"甲","text":"乙","to":["350581106000"],"response":"none"})"),
        "422 response"
    );
    EXPECT_EQ(desk.post("/none/receipt", "{}"), "404 order");
    EXPECT_EQ(desk.asking.said(AskingDesk::officer(), Method::get, "/api/v1/orders/none"), "404 order");
}

TEST(a_question, is_listed_receipted_answered_and_added_up) {
    AskingDesk desk;
    const auto id = desk.issued(kQuestion);
    EXPECT_EQ(desk.get("").at("items").as_array().size(), 1U);
    EXPECT_EQ(desk.get("", {{"side", "received"}}).at("items").as_array().size(), 0U);
    EXPECT_EQ(desk.get("", {{"drill", "d1"}}).at("items").as_array().size(), 0U);
    EXPECT_EQ(desk.post("/" + id + "/answer", R"({"area":"350581106000","text":"甲"})"), "422 order");
    EXPECT_EQ(desk.post("/" + id + "/receipt", R"({"area":"350581106000"})"), "200");
    EXPECT_EQ(desk.post("/" + id + "/answer", R"({"area":"350581106000","text":"甲"})"), "422 values");
    EXPECT_EQ(
        desk.post("/" + id + "/answer", R"({"area":"350581106000","values":[{"key":"moved","value":12}]})"), "200"
    );
    const auto detail = desk.get("/" + id);
    EXPECT_EQ(detail.at("sums").at(0).at("sum").to_number<double>(), 12);
    EXPECT_EQ(detail.at("order").at("missing").at(0).as_string(), "祥芝镇");
    EXPECT_EQ(detail.at("parts").at(0).at("standing").as_string(), "done");
    EXPECT_EQ(desk.post("/" + id + "/remind", "{}"), "200");
    EXPECT_EQ(desk.post("/" + id + "/withdraw", "{}"), "422 reason");
    EXPECT_EQ(desk.post("/" + id + "/withdraw", R"({"reason":"测试"})"), "200");
    EXPECT_EQ(desk.get("/" + id).at("order").at("standing").as_string(), "withdrawn");
}

TEST(an_order_to_activate, takes_level_and_world_from_its_response) {
    AskingDesk desk;
    const auto id = desk.issued(
        R"({"kind":"activation","title":"启动防台风响应","text":"按预案落实","to":["350581106000"],"response":"r1"})"
    );
    const auto order = desk.get("/" + id).at("order");
    EXPECT_EQ(order.at("drill").as_string(), "d1");
    EXPECT_EQ(order.at("level").as_int64(), 2);
    EXPECT_EQ(order.at("hazard").as_string(), "typhoon");
    EXPECT_TRUE(desk.county.prove().ok);
}

}  // namespace
}  // namespace anlan::orders

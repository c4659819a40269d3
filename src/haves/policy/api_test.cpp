#include "policy/api.hpp"

#include <gtest/gtest.h>

#include "http/asking_for_tests.hpp"
#include "policy/queries.hpp"
#include "policy/room.hpp"
#include "trial/trial.hpp"

namespace anlan::policy {
namespace {

using http::Method;

const AreaCode kCounty{"350581000000"}, kTown{"350581106000"};

/// A node of this area and its policy page.
struct AskingDesk : trial::Trial {
    explicit AskingDesk(const AreaCode& area) : Trial({make_room()}, area, "测试") {
        add_endpoints(table);
        asking.emplace(*this, table);
    }
    std::string change(const http::Caller& caller, const std::string& key, const std::string& body) {
        return asking->said(caller, Method::put, "/api/v1/policy/" + key, body);
    }
    http::Caller viewer() { return http::caller_with({"policy.view"}, writer().node().area); }
    http::Caller editor() { return http::caller_with({"policy.view", "policy.edit"}, writer().node().area); }

    http::Endpoints table;
    std::optional<http::Asking<Trial>> asking;
};

const std::string kGood =
    R"({"value":4,"source":"石狮市叫应办法（测试）","clause":"第三条","valid_from":"2023-07-01"})";

TEST(the_policy_page, is_closed_to_strangers_and_to_those_without_the_right) {
    AskingDesk desk(kCounty);
    EXPECT_EQ(desk.asking->said(http::stranger(), Method::get, "/api/v1/policy"), "401 login_wanted");
    EXPECT_EQ(desk.change(http::stranger(), "callout.ack.red", kGood), "401 login_wanted");
    const auto other = http::caller_with({"desk.view"}, kCounty);
    EXPECT_EQ(desk.asking->said(other, Method::get, "/api/v1/policy"), "403 not_permitted");
    EXPECT_EQ(desk.change(desk.viewer(), "callout.ack.red", kGood), "403 not_permitted");
    EXPECT_TRUE(desk.written().empty());
}

TEST(the_policy_page, lets_a_town_change_its_own_rows_and_not_the_countys) {
    AskingDesk desk(kTown);
    EXPECT_EQ(desk.change(desk.editor(), "callout.ack.red", kGood), "403 key");
    EXPECT_EQ(desk.change(desk.editor(), "satphone.test", kGood), "200");
}

TEST(the_policy_page, names_the_field_to_correct) {
    AskingDesk desk(kCounty);
    const auto with = [&](const std::string& body) { return desk.change(desk.editor(), "callout.ack.red", body); };
    EXPECT_EQ(desk.change(desk.editor(), "callout.ack.purple", kGood), "404 key");
    EXPECT_EQ(with(R"({"value":-1,"source":"测试"})"), "422 value");
    EXPECT_EQ(with(R"({"value":"soon","source":"测试"})"), "422 value");
    EXPECT_EQ(with(R"({"value":4,"source":""})"), "422 source");
    EXPECT_EQ(with(R"({"value":4,"source":"测试","valid_from":"2023-13-01"})"), "422 valid_from");
    EXPECT_EQ(with(R"({"value":4,"source":"测试","valid_from":"2099-01-01"})"), "422 valid_from");
    EXPECT_EQ(with(R"({"value":4,"source":"测试","colour":"red"})"), "422 colour");
    EXPECT_EQ(with("{"), "400 json_invalid");
}

TEST(the_policy_page, shows_what_was_changed_by_whom_and_why) {
    AskingDesk desk(kCounty);
    EXPECT_EQ(desk.change(desk.editor(), "callout.ack.red", kGood), "200");
    const auto page = http::body_of(desk.asking->ask(desk.viewer(), Method::get, "/api/v1/policy"));
    bool shown = false;
    for (const auto& row : page.at("items").as_array())
        if (row.at("key") == "callout.ack.red") {
            shown = true;
            EXPECT_EQ(row.at("value"), 4);
            EXPECT_EQ(row.at("clause"), "第三条");
            EXPECT_EQ(row.at("edited_by"), "p-officer");
            EXPECT_EQ(row.at("editable"), true);
        }
    EXPECT_TRUE(shown);
    EXPECT_TRUE(desk.prove().ok);
}

}  // namespace
}  // namespace anlan::policy

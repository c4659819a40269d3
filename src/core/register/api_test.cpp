#include "registers/api.hpp"

#include <gtest/gtest.h>

#include "http/asking_for_tests.hpp"
#include "registers/queries.hpp"
#include "registers/room.hpp"
#include "trial/trial.hpp"

namespace anlan::registers {
namespace {

using http::Method;

const AreaCode kTown{"350581106000"}, kVillage{"350581106002"}, kOther{"350581106003"};

Shelf boats() {
    Shelf shelf;
    shelf.add(
        {"boats",
         "渔船",
         "Boats",
         {{.name = "name", .title_zh = "船名", .title_en = "Name", .required = true},
          {.name = "area", .title_zh = "区划", .title_en = "Area", .type = "area", .required = true},
          {.name = "owner", .title_zh = "船主", .title_en = "Owner", .personal = true}}}
    );
    return shelf;
}

/// A town that keeps a list of boats.
struct AskingDesk : trial::Trial {
    AskingDesk() : Trial({make_room()}), asking(*this, with_endpoints()) {}
    const http::Endpoints& with_endpoints() {
        const auto by_words = [](store::Rows&, const std::string& words) {
            const auto code = parse_area(words);
            return code ? code.value().text : std::string();
        };
        add_endpoints(table, boats(), {by_words, by_words}, nullptr);
        return table;
    }
    std::string add(const http::Caller& caller, const std::string& values) {
        return asking.said(caller, Method::post, "/api/v1/registers/boats", R"({"values":)" + values + "}");
    }
    std::string row(const AreaCode& area) {
        EXPECT_EQ(add(editor(), R"({"name":"闽测试0001","owner":"测试船主甲","area":")" + area.text + "\"}"), "201");
        return written().front().subject;
    }
    json::array rows_for(const http::Caller& caller) {
        return http::body_of(asking.ask(caller, Method::get, "/api/v1/registers/boats")).at("items").as_array();
    }
    static http::Caller viewer(AreaCode area = kTown) { return http::caller_with({"registers.view"}, std::move(area)); }
    static http::Caller editor(AreaCode area = kTown) {
        return http::caller_with({"registers.view", "registers.edit"}, std::move(area));
    }

    http::Endpoints table;
    http::Asking<trial::Trial> asking;
};

TEST(every_endpoint_of_the_registers, is_closed_to_strangers_and_to_those_without_the_right) {
    AskingDesk desk;
    for (const auto& endpoint : desk.table.all()) {
        auto path = endpoint.path;
        for (auto at = path.find('{'); at != std::string::npos; at = path.find('{'))
            path.replace(at, path.find('}') - at + 1, "boats");
        EXPECT_EQ(desk.asking.said(http::stranger(), endpoint.method, path, "{}"), "401 login_wanted") << endpoint.path;
        const auto other = http::caller_with({"desk.view"}, kTown);
        EXPECT_EQ(desk.asking.said(other, endpoint.method, path, "{}"), "403 not_permitted") << endpoint.path;
        if (endpoint.method == Method::get) continue;
        EXPECT_EQ(desk.asking.said(AskingDesk::viewer(), endpoint.method, path, "{}"), "403 not_permitted")
            << endpoint.path;
    }
    EXPECT_EQ(desk.table.all().size(), 6U) << "a new endpoint needs its lines below";
}

TEST(rows_of_another_village, are_not_seen_entered_changed_or_struck_off) {
    AskingDesk desk;
    const auto id = desk.row(kVillage);
    const auto path = "/api/v1/registers/boats/" + id;
    EXPECT_TRUE(desk.rows_for(AskingDesk::viewer(kOther)).empty());
    EXPECT_EQ(desk.add(AskingDesk::editor(kOther), R"({"name":"闽测试0002","area":"350581106002"})"), "403 area");
    const auto change = R"({"values":{"name":"改名"}})";
    EXPECT_EQ(desk.asking.said(AskingDesk::editor(kOther), Method::post, path, change), "403 area");
    const auto move = R"({"values":{"area":"350581106003"}})";
    EXPECT_EQ(desk.asking.said(AskingDesk::editor(kVillage), Method::post, path, move), "403 area");
    EXPECT_EQ(desk.asking.said(AskingDesk::editor(kOther), Method::del, path, "", {{"reason", "x"}}), "403 area");
    const auto sheet = "船名,区划\n闽测试0003,350581106002\n";
    const auto import = [&](const http::Caller& caller) {
        return desk.asking.said(caller, Method::post, "/api/v1/registers/boats/import", sheet, {{"commit", "1"}});
    };
    EXPECT_NE(import(AskingDesk::editor(kOther)), "201");
    EXPECT_EQ(desk.rows_for(AskingDesk::editor()).size(), 1U) << "nothing came of it";
}

TEST(a_list_that_is_not_kept, is_unknown) {
    AskingDesk desk;
    EXPECT_EQ(desk.asking.said(AskingDesk::viewer(), Method::get, "/api/v1/registers/cars"), "404 name");
    EXPECT_EQ(
        desk.asking.said(AskingDesk::editor(), Method::post, "/api/v1/registers/cars", R"({"values":{}})"), "404 name"
    );
}

TEST(writing_a_row, names_the_field_to_correct) {
    AskingDesk desk;
    EXPECT_EQ(desk.add(AskingDesk::editor(), R"({"area":"350581106002"})"), "422 values.name");
    EXPECT_EQ(desk.add(AskingDesk::editor(), R"({"name":"闽测试0001","area":"350582101000"})"), "403 area");
    EXPECT_EQ(
        desk.add(AskingDesk::editor(), R"({"name":"x","area":"350581106002","colour":"red"})"), "422 values.colour"
    );
    EXPECT_EQ(
        desk.asking.said(AskingDesk::editor(), Method::post, "/api/v1/registers/boats", R"({"row":1})"), "422 row"
    );
    EXPECT_EQ(desk.asking.said(AskingDesk::editor(), Method::post, "/api/v1/registers/boats", "{"), "400 json_invalid");
    const auto id = desk.row(kVillage);
    EXPECT_EQ(desk.asking.said(AskingDesk::editor(), Method::del, "/api/v1/registers/boats/" + id), "422 reason");
}

TEST(writing_a_row, is_done_and_shows_personal_fields_to_editors_alone) {
    AskingDesk desk;
    const auto id = desk.row(kVillage);
    const auto path = "/api/v1/registers/boats/" + id;
    EXPECT_EQ(
        desk.asking.said(AskingDesk::editor(kVillage), Method::post, path, R"({"values":{"name":"改名"}})"), "200"
    );
    EXPECT_EQ(desk.asking.said(AskingDesk::viewer(), Method::get, "/api/v1/registers"), "200");
    EXPECT_EQ(desk.rows_for(AskingDesk::editor()).at(0).at("values").at("owner"), "测试船主甲");
    EXPECT_NE(desk.rows_for(AskingDesk::viewer()).at(0).at("values").at("owner"), "测试船主甲");
    EXPECT_EQ(desk.asking.said(AskingDesk::editor(), Method::del, path, "", {{"reason", "报废"}}), "204");
    EXPECT_TRUE(desk.rows_for(AskingDesk::editor()).empty());
    EXPECT_TRUE(desk.prove().ok);
}

TEST(importing_a_list, is_previewed_and_then_written) {
    AskingDesk desk;
    const auto import = [&](const std::string& sheet, const char* commit) {
        const auto path = "/api/v1/registers/boats/import";
        return http::body_of(desk.asking.ask(AskingDesk::editor(), Method::post, path, sheet, {{"commit", commit}}));
    };
    const auto preview = import("船名,区划\n闽测试0003,350581106002\n,350581106002\n", "0");
    EXPECT_EQ(preview.at("good"), 1);
    EXPECT_EQ(preview.at("bad"), 1);
    EXPECT_EQ(preview.at("rows").at(1).at("errors").at(0).at("field"), "name");
    EXPECT_TRUE(desk.rows_for(AskingDesk::editor()).empty()) << "a preview writes nothing";
    EXPECT_EQ(import("船名,区划\n闽测试0003,350581106002\n", "1").at("committed"), true);
    EXPECT_EQ(desk.rows_for(AskingDesk::editor()).size(), 1U);
}

}  // namespace
}  // namespace anlan::registers

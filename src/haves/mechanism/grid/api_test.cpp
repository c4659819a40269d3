#include "grid/api.hpp"

#include "grid/trial_town.inc"
#include "http/asking_for_tests.hpp"

namespace anlan::grid {
namespace {

using http::Method;

struct AskingDesk {
    Station town;
    http::Endpoints table;
    http::Asking<trial::Trial> asking;

    AskingDesk() : asking(town, with_endpoints()) {}
    const http::Endpoints& with_endpoints() {
        add_endpoints(table);
        return table;
    }
};

TEST(every_endpoint_of_grids, is_closed_to_strangers_and_to_those_without_the_permission) {
    AskingDesk desk;
    for (const auto& endpoint : desk.table.all()) {
        auto path = endpoint.path;
        for (const std::string_view hole : {"{grid}", "{person}", "{patrol}", "{report}"})
            if (const auto at = path.find(hole); at != std::string::npos) path.replace(at, hole.size(), "x");
        EXPECT_EQ(desk.asking.said(http::stranger(), endpoint.method, path, "{}"), "401 login_wanted") << path;
        const auto other = http::caller_with({"task.confirm"}, kTown);
        EXPECT_EQ(desk.asking.said(other, endpoint.method, path, "{}"), "403 not_permitted") << path;
    }
}

TEST(a_member, reports_and_reads_only_what_is_hers) {
    AskingDesk desk;
    auto member = http::caller_with({"grid.report"}, kTown);
    member.person = desk.town.people[0];
    const auto post = [&](const std::string& body) {
        return desk.asking.said(member, Method::post, "/api/v1/grid-reports", body);
    };
    EXPECT_EQ(post("{}"), "422 words");
    EXPECT_EQ(post(R"({"kind":"fire","words":"甲","lon":0,"lat":0})"), "422 lon");
    EXPECT_EQ(post(R"({"kind":"fire","words":"甲","place":"乙","severity":"worst"})"), "422 severity");
    EXPECT_EQ(post(R"({"key":"k","kind":"fire","words":"甲","place":"乙"})"), "201");
    EXPECT_EQ(desk.asking.said(member, Method::get, "/api/v1/grid-reports"), "403 not_permitted");
    const auto mine = http::body_of(desk.asking.ask(member, Method::get, "/api/v1/grid/mine"));
    EXPECT_EQ(mine.at("reports").as_array().size(), 1U);
    EXPECT_GT(mine.at("kinds").as_array().size(), 8U);
}

}  // namespace
}  // namespace anlan::grid

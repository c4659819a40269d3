#include <gtest/gtest.h>

#include "http/asking_for_tests.hpp"
#include "tokens/commands.hpp"
#include "tokens/meter.hpp"
#include "tokens/queries.hpp"
#include "tokens/room.hpp"
#include "trial/trial.hpp"

namespace anlan::tokens {
namespace {

const AreaCode kTown{"350581106000"};

MakeToken wanted() {
    return {"市防汛平台", {"desk.view"}, kTown, 30, 2, kTown};
}

std::string made(trial::Trial& town) {
    return std::string(town.when(wanted()).value().answer.at("token").as_string());
}

TEST(a_key_that_may_too_much, is_not_made) {
    trial::Trial town({make_room()});
    const auto field = [&](auto change) {
        auto wish = wanted();
        change(wish);
        return town.when(wish).error().field;
    };
    EXPECT_EQ(field([](auto& wish) { wish.name.clear(); }), "name");
    EXPECT_EQ(field([](auto& wish) { wish.permissions.clear(); }), "permissions");
    for (const auto* each : {"system.admin", "person.erase", "dance"})
        EXPECT_EQ(field([&](auto& wish) { wish.permissions = {each}; }), "permissions") << each;
    EXPECT_EQ(field([](auto& wish) { wish.area = AreaCode{"350581107000"}; }), "area");
    EXPECT_EQ(field([](auto& wish) { wish.days = 400; }), "days");
    EXPECT_EQ(field([](auto& wish) { wish.per_minute = 0; }), "per_minute");
}

TEST(a_key, opens_what_it_was_made_for_until_it_ends) {
    trial::Trial town({make_room()});
    const auto key = made(town);
    EXPECT_FALSE(caller_of(town.rows(), key + "0", town.now()));
    const auto caller = caller_of(town.rows(), key, town.now());
    ASSERT_TRUE(caller);
    EXPECT_TRUE(caller->may("desk.view"));
    EXPECT_FALSE(caller->may("system.admin"));
    EXPECT_EQ(caller->area, kTown);
    EXPECT_FALSE(caller_of(town.rows(), key, town.now() + std::chrono::hours{24 * 31}));
    EXPECT_EQ(town.written().front().body.find(key), std::string::npos) << "the key itself is kept nowhere";
}

TEST(a_revoked_key, opens_nothing) {
    trial::Trial town({make_room()});
    const auto key = made(town);
    const auto id = town.written().front().subject;
    EXPECT_EQ(town.when(RevokeToken{"x", "停用"}).error().code, "token_unknown");
    EXPECT_EQ(town.when(RevokeToken{id, ""}).error().code, "reason_empty");
    EXPECT_TRUE(town.when(RevokeToken{id, "对接结束"}).has_value());
    EXPECT_FALSE(caller_of(town.rows(), key, town.now()));
    EXPECT_TRUE(town.prove().ok);
}

TEST(a_key, is_counted_by_the_minute_and_is_no_person) {
    trial::Trial town({make_room()});
    const auto caller = *caller_of(town.rows(), made(town), town.now());
    Meter meter;
    const auto code = [&](Instant at, const std::string& permission = "desk.view") {
        const auto refusal = meter.refusal(town.rows(), caller, permission, at);
        return refusal ? refusal->code : "";
    };
    EXPECT_EQ(code(town.now(), ""), "not_permitted");
    EXPECT_EQ(code(town.now()), "");
    EXPECT_EQ(code(town.now()), "");
    EXPECT_EQ(code(town.now()), "too_many_calls");
    EXPECT_EQ(http::status_of("too_many_calls"), 429);
    EXPECT_EQ(code(town.now() + std::chrono::minutes{1}), "");
    http::Caller person;
    person.login = "zhiban";
    for (int i = 0; i < 10; ++i) EXPECT_FALSE(meter.refusal(town.rows(), person, "", town.now()));
}

TEST(every_endpoint_of_the_keys, is_closed_to_all_but_administrators) {
    trial::Trial town({make_room()});
    http::Endpoints table;
    add_endpoints(table);
    http::Asking<trial::Trial> asking(town, table);
    for (const auto& endpoint : table.all()) {
        EXPECT_EQ(asking.said(http::stranger(), endpoint.method, endpoint.path, "{}"), "401 login_wanted");
        EXPECT_EQ(
            asking.said(http::caller_with({"desk.view"}, kTown), endpoint.method, endpoint.path, "{}"),
            "403 not_permitted"
        );
    }
    const auto admin = http::caller_with({"system.admin", "desk.view"}, kTown);
    EXPECT_EQ(
        asking.said(admin, http::Method::post, "/api/v1/api-tokens", R"({"name":"甲","permissions":["desk.view"]})"),
        "201"
    );
}

}  // namespace
}  // namespace anlan::tokens

#include <gtest/gtest.h>

#include "calls/answers.hpp"
#include "calls/api.hpp"
#include "calls/test_village.inc"

namespace anlan::calls {
namespace {

/// The village head is called for two warnings at once, and in a drill.
struct several_calls_at_once : ::testing::Test, test::Village {
    several_calls_at_once() { add_endpoints(table); }

    std::vector<CallId> ring_for_head() {
        std::vector<CallId> all;
        for (const auto* origin : {"r1", "r2"}) {
            auto wish = to_head();
            wish.origin = origin;
            all.push_back({trial.when(wish).value().subject});
        }
        auto wish = to_head();
        wish.origin = "r3";
        all.push_back({trial.when(wish, "p", World::drill({"d1"})).value().subject});
        return all;
    }
    json::array mine(const PersonId& person) {
        http::Request request;
        http::Caller caller;
        caller.person = person;
        for (const auto& endpoint : table.all())
            if (endpoint.path == "/api/v1/calls/mine") {
                const http::Call call{request, caller, trial.writer().node(), trial.now(), &endpoint};
                return parse_json(endpoint.read(call, trial.rows()).value().body).value().at("items").as_array();
            }
        return {};
    }
    Result<journal::Outcome> answer(const CallId& call, const PersonId& person) {
        http::Request request;
        request.method = http::Method::post;
        request.path_values = {{"call", call.text}};
        request.body = "{}";
        http::Caller caller;
        caller.person = person;
        for (const auto& endpoint : table.all())
            if (endpoint.path == "/api/v1/calls/{call}/answer") {
                const http::Call asked{request, caller, trial.writer().node(), trial.now(), &endpoint};
                BOOST_OUTCOME_TRY(auto wish, endpoint.write(asked, trial.rows()));
                return trial.run(std::move(wish));
            }
        return refuse("no_endpoint", "", "", "");
    }

    http::Endpoints table;
};

TEST_F(several_calls_at_once, of_another_are_answered_none_of_them) {
    for (const auto& call : ring_for_head()) EXPECT_EQ(answer(call, deputy).error().code, "not_called");
    EXPECT_TRUE(mine(deputy).empty());
}

TEST_F(several_calls_at_once, are_each_answered_by_the_one_press_in_its_own_world) {
    const auto all = ring_for_head();
    const auto rings = mine(head);
    ASSERT_EQ(rings.size(), 3U);
    for (const auto& ring : rings) {
        EXPECT_EQ(ring.at("person").as_string(), head.text);
        EXPECT_EQ(ring.at("current").at("person").as_string(), head.text) << "what the phone groups them by";
        EXPECT_FALSE(ring.at("area_name").as_string().empty());
    }
    for (const auto& call : {all[0], all[1]}) EXPECT_TRUE(answer(call, head));
    EXPECT_EQ(row(all[0]).state, CallState::answered);
    EXPECT_EQ(row(all[1]).state, CallState::answered);
    EXPECT_EQ(row(all[2]).state, CallState::ringing) << "the drill rings on";
    EXPECT_EQ(answer(all[0], head).error().code, "already_answered") << "a second press does no harm";
    EXPECT_TRUE(trial.prove().ok);
}

}  // namespace
}  // namespace anlan::calls

#include <gtest/gtest.h>

#include "identity/identity.hpp"
#include "organisation/room.hpp"
#include "plan/commands.hpp"
#include "plan/ports.hpp"
#include "plan/room.hpp"
#include "policy/room.hpp"
#include "registers/room.hpp"
#include "trial/trial.hpp"
#include "warehouse/room.hpp"

namespace anlan::plan {
namespace {

class NoText final : public PlanText {
  public:
    PlanReading read(std::string_view) const override { return {}; }
    std::string write(const Plan&) const override { return {}; }
};

class AskingForVersions : public testing::Test {
  protected:
    AskingForVersions()
        : town(
              {policy::make_room(),
               identity::make_room(),
               organisation::make_room(),
               registers::make_room(),
               warehouse::make_room(),
               make_room()}
          ) {
        add_endpoints(table, text);
    }

    void save(const std::string& yaml) {
        Plan plan;
        plan.id = "flood";
        plan.title = "防汛预案";
        plan.scope = "town";
        plan.levels.emplace_back().level = 1;
        ASSERT_TRUE(town.when(SavePlan{plan.id, plan, yaml, "改了 " + yaml}));
    }
    Result<http::Answer> ask(const std::string& plan, std::map<std::string, std::string> query = {}) {
        http::Request request;
        request.path_values = {{"plan", plan}};
        request.query = {query.begin(), query.end()};
        const http::Caller caller;
        for (const auto& endpoint : table.all())
            if (endpoint.path.ends_with("/versions"))
                return endpoint.read({request, caller, town.writer().node(), town.now(), &endpoint}, town.rows());
        return refuse("no_endpoint", "", "", "");
    }
    json::value page(std::map<std::string, std::string> query = {}) {
        return parse_json(ask("flood", std::move(query)).value().body).value();
    }

    trial::Trial town;
    NoText text;
    http::Endpoints table;
};

TEST_F(AskingForVersions, of_no_plan_is_refused) {
    const auto answer = ask("nothing");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, "plan_unknown");
}

TEST_F(AskingForVersions, shows_the_newest_first_and_which_is_in_force) {
    save("one");
    save("two");
    ASSERT_TRUE(town.when(ApprovePlan{"flood", "文件"}));
    save("three");
    const auto items = page().at("items").as_array();
    ASSERT_EQ(items.size(), 3U);
    std::vector<std::string> states;
    for (const auto& each : items) states.emplace_back(each.at("state").as_string());
    EXPECT_EQ(states, (std::vector<std::string>{"draft", "approved", "past"}));
    EXPECT_EQ(items[0].at("yaml"), "three");
    EXPECT_EQ(items[2].at("comment"), "改了 one");
}

TEST_F(AskingForVersions, goes_on_where_a_page_ended) {
    save("one");
    save("two");
    const auto first = page({{"limit", "1"}});
    EXPECT_EQ(first.at("items").at(0).at("version"), 2);
    const auto second = page({{"limit", "1"}, {"cursor", std::string(first.at("cursor").as_string())}});
    EXPECT_EQ(second.at("items").at(0).at("version"), 1);
}

}  // namespace
}  // namespace anlan::plan

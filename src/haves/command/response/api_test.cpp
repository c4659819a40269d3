#include "response/api.hpp"

#include "response/trial_town.inc"

namespace anlan::response {
namespace {

using http::Method;
using warning::Colour;

class Plain final : public documents::ArchiveWriter {
  public:
    Result<std::string> pack(const std::vector<documents::ArchiveFile>& files) const override {
        return std::to_string(files.size());
    }
    std::string digest(const std::vector<documents::ArchiveFile>&) const override { return ""; }
};

struct Counter {
    Town town;
    Plain packer;
    http::Endpoints table;
    http::Caller officer;

    explicit Counter(bool packs = true) {
        officer.login = "zhiban";
        officer.person = PersonId{kOfficer};
        add_endpoints(table, {packs ? &packer : nullptr, {}});
    }
    http::Answer ask(Method method, const std::string& path, http::Request request = {}) {
        for (const auto& endpoint : table.all()) {
            if (endpoint.method != method || endpoint.path != path) continue;
            const http::Call call{request, officer, town.writer().node(), town.now(), &endpoint};
            const auto refused = [](const Refusal& refusal) {
                return http::problem(http::status_of(refusal.code), refusal, false);
            };
            if (endpoint.read) {
                auto read = endpoint.read(call, town.rows());
                return read ? read.value() : refused(read.error());
            }
            auto wish = endpoint.write(call, town.rows());
            if (!wish) return refused(wish.error());
            const auto outcome = town.run(wish.value());
            if (!outcome) return refused(outcome.error());
            return http::json_answer(endpoint.creates ? 201 : 200, {{"id", outcome.value().subject}});
        }
        ADD_FAILURE() << "no endpoint " << path;
        return {};
    }
    http::Answer start(const std::string& body) {
        http::Request request;
        request.body = body;
        return ask(Method::post, "/api/v1/responses", std::move(request));
    }
    json::array listed(const std::string& drill = {}, const std::string& state = {}) {
        http::Request request;
        request.query = {{"drill", drill}, {"state", state}};
        return json::parse(ask(Method::get, "/api/v1/responses", request).body).at("items").as_array();
    }
};

TEST(an_unknown_response, is_not_found) {
    Counter counter;
    http::Request request;
    request.path_values["response"] = "none";
    for (const auto* path : {"", "/timeline", "/review", "/archive"})
        EXPECT_EQ(counter.ask(Method::get, std::string("/api/v1/responses/{response}") + path, request).status, 404)
            << path;
    request.body = R"({"reason":"测试"})";
    EXPECT_EQ(counter.ask(Method::post, "/api/v1/responses/{response}/close", request).status, 404);
}

TEST(a_station_without_a_packer, refuses_the_archive_in_words) {
    Counter counter(false);
    EXPECT_EQ(counter.ask(Method::get, "/api/v1/responses/{response}/archive").status, 422);
}

TEST(a_response_by_hand, is_listed_with_the_fields_of_the_api) {
    Counter counter;
    EXPECT_EQ(counter.start(R"({"plan":"typhoon_town","level":3,"reason":"测试","drill":false})").status, 201);
    const auto items = counter.listed();
    ASSERT_EQ(items.size(), 1U);
    const auto& item = items.front().as_object();
    for (const auto* field :
         {"id",
          "hazard",
          "hazard_name",
          "level",
          "plan",
          "plan_title",
          "state",
          "warning",
          "incident",
          "reason_zh",
          "reason_en",
          "proposed_at",
          "confirm_by",
          "activated_at",
          "activated_by_name",
          "closed_at",
          "close_reason",
          "declined",
          "drill",
          "warning_to_response_seconds",
          "suggested_level",
          "tasks_total",
          "tasks_done",
          "tasks_late",
          "calls_total",
          "calls_answered",
          "calls_escalated",
          "calls_open",
          "calls_late",
          "door_knocks_open",
          "area",
          "area_name"})
        EXPECT_TRUE(item.contains(field)) << field;
    EXPECT_EQ(item.at("state").as_string(), "active");
    EXPECT_TRUE(counter.listed({}, "closed").empty());
    EXPECT_EQ(counter.listed({}, "open").size(), 1U);
    EXPECT_TRUE(counter.listed("d1").empty());
}

TEST(drill_true, begins_a_drill_of_its_own) {
    Counter counter;
    const auto answer = counter.start(R"({"plan":"typhoon_town","level":3,"drill":true})");
    ASSERT_EQ(answer.status, 201) << answer.body;
    EXPECT_TRUE(counter.listed().empty());
    const auto drills = warning::drills(counter.town.rows());
    ASSERT_EQ(drills.size(), 1U);
    EXPECT_EQ(counter.listed(drills.front().id.text).size(), 1U);
    EXPECT_EQ(counter.start(R"({"plan":"typhoon_town","level":3,"drill":7})").status, 422);
}

TEST(a_drill_warning, starts_only_inside_its_drill) {
    Counter counter;
    ASSERT_TRUE(counter.town.when(warning::StartDrill{{"d1"}, "测试演练", ""}));
    const auto alert = alerts::exercise(alerts::signal("A", Colour::red, counter.town.now()));
    const auto warning = counter.town.take(alert).value().subject;
    const auto body = [&](const std::string& drill) {
        return R"({"warning":")" + warning + R"(","plan":"typhoon_town","level":1)" + drill + "}";
    };
    EXPECT_EQ(counter.start(body(R"(,"drill":false)")).status, 409);
    EXPECT_EQ(counter.start(body(R"(,"drill":"d2")")).status, 409);
    EXPECT_EQ(counter.start(body("")).status, 201) << "without a word it goes where the warning is";
    EXPECT_EQ(counter.listed("d1").size(), 1U);
}

TEST(the_archive, comes_as_a_file) {
    Counter counter;
    const auto id =
        std::string(json::parse(counter.start(R"({"plan":"typhoon_town","level":3})").body).at("id").as_string());
    http::Request request;
    request.path_values["response"] = id;
    const auto answer = counter.ask(Method::get, "/api/v1/responses/{response}/archive", request);
    EXPECT_EQ(answer.content_type, "application/zip");
    EXPECT_EQ(answer.body, "7");
}

TEST(the_overviews, answer_in_the_apis_words) {
    Counter counter;
    const auto ladders = json::parse(counter.ask(Method::get, "/api/v1/ladders").body).at("items").as_array();
    ASSERT_EQ(ladders.size(), 2U);
    EXPECT_EQ(ladders.front().at("hazard").as_string(), "typhoon");
    EXPECT_EQ(counter.ask(Method::get, "/api/v1/progress").status, 200);
    EXPECT_EQ(counter.ask(Method::get, "/api/v1/duty-log").status, 200);
}

}  // namespace
}  // namespace anlan::response

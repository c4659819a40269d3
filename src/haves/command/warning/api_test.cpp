#include "warning/api.hpp"

#include <gtest/gtest.h>

#include "warning/trial_rooms.inc"

namespace anlan::warning {
namespace {

/// Reads "red" as a red warning of that identifier; anything else has a fault in line 3.
class WordReader final : public AlertReader {
  public:
    AlertReading read(std::string_view bytes) const override {
        AlertReading reading;
        if (bytes != "red") {
            reading.faults = {{3, "xsd", "第3行不合规范 / line 3 is wrong"}};
            return reading;
        }
        reading.verdict = Verdict::valid;
        reading.alerts = {test::signal("A", Colour::red, test::at("2023-07-28T00:37:00Z"))};
        return reading;
    }
};

struct Counter {
    trial::Trial town{test::rooms()};
    WordReader reader;
    http::Endpoints table;
    http::Caller officer;

    Counter() {
        officer.login = "zhiban";
        officer.person = PersonId{"p-officer"};
        const ResponsesOf none = [](store::Rows&, const WarningId&) { return LedTo{{"r1"}, {}}; };
        add_endpoints(table, {reader, test::writer(), test::matcher(), none});
    }
    http::Answer ask(http::Method method, const std::string& path, http::Request request) {
        for (const auto& endpoint : table.all()) {
            if (endpoint.method != method || endpoint.path != path) continue;
            const http::Call call{request, officer, town.writer().node(), town.now(), &endpoint};
            if (endpoint.read) {
                auto read = endpoint.read(call, town.rows());
                return read ? read.value() : http::problem(http::status_of(read.error().code), read.error(), false);
            }
            const auto outcome = town.run(endpoint.write(call, town.rows()).value());
            if (!outcome) return http::problem(http::status_of(outcome.error().code), outcome.error(), false);
            if (endpoint.answer) return endpoint.answer(call, outcome.value());
            return http::json_answer(endpoint.creates ? 201 : 200, {{"id", outcome.value().subject}});
        }
        ADD_FAILURE() << "no endpoint " << path;
        return {};
    }
    http::Answer post(const std::string& path, std::string body) {
        http::Request request;
        request.body = std::move(body);
        return ask(http::Method::post, path, std::move(request));
    }
};

TEST(posting_a_warning, answers_a_bad_file_with_its_lines) {
    Counter counter;
    const auto answer = counter.post("/api/v1/warnings", "nonsense");
    EXPECT_EQ(answer.status, 422);
    const auto body = json::parse(answer.body);
    EXPECT_EQ(body.at("errors").at(0).at("line").as_int64(), 3);
    EXPECT_EQ(body.at("code").as_string(), "warning_invalid");
    EXPECT_TRUE(counter.town.written().empty());
}

TEST(posting_a_warning, answers_201_and_then_200_with_the_same_id) {
    Counter counter;
    const auto first = counter.post("/api/v1/warnings", "red");
    const auto again = counter.post("/api/v1/warnings", "red");
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(again.status, 200);
    EXPECT_EQ(json::parse(first.body).at("id"), json::parse(again.body).at("id"));
    EXPECT_EQ(json::parse(first.body).at("verdict").as_string(), "valid");
}

TEST(the_list, shows_reality_alone_and_the_detail_its_original) {
    Counter counter;
    const auto id = std::string(json::parse(counter.post("/api/v1/warnings", "red").body).at("id").as_string());
    const auto list = json::parse(counter.ask(http::Method::get, "/api/v1/warnings", {}).body);
    ASSERT_EQ(list.at("items").as_array().size(), 1U);
    const auto& warning = list.at("items").at(0);
    EXPECT_EQ(warning.at("hazard_name").as_string(), "台风");
    EXPECT_EQ(warning.at("responses").at(0).as_string(), "r1");
    EXPECT_TRUE(warning.at("first_response_at").is_null());
    http::Request drill;
    drill.query["drill"] = "d1";
    EXPECT_TRUE(
        json::parse(counter.ask(http::Method::get, "/api/v1/warnings", drill).body).at("items").as_array().empty()
    );
    http::Request one;
    one.path_values["warning"] = id;
    const auto detail = json::parse(counter.ask(http::Method::get, "/api/v1/warnings/{warning}", one).body);
    EXPECT_EQ(detail.at("original").as_string(), "<alert/>");
    EXPECT_EQ(detail.at("history").as_array().size(), 1U);
    one.path_values["warning"] = "none";
    EXPECT_EQ(counter.ask(http::Method::get, "/api/v1/warnings/{warning}", one).status, 404);
}

TEST(a_drill, is_started_and_listed) {
    Counter counter;
    EXPECT_EQ(counter.post("/api/v1/drills", R"({"name":"测试演练","scenario":"doksuri"})").status, 201);
    EXPECT_EQ(counter.post("/api/v1/drills", R"({"name":""})").status, 422);
    const auto list = json::parse(counter.ask(http::Method::get, "/api/v1/drills", {}).body);
    ASSERT_EQ(list.at("items").as_array().size(), 1U);
    EXPECT_EQ(list.at("items").at(0).at("state").as_string(), "running");
}

TEST(a_town, is_told_that_it_may_not_issue) {
    Counter counter;
    EXPECT_EQ(counter.post("/api/v1/warnings/issue", R"({"hazard":"typhoon","colour":"red"})").status, 403);
}

}  // namespace
}  // namespace anlan::warning

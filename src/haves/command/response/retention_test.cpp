#include "response/retention.hpp"

#include "calls/queries.hpp"
#include "journal/vault.hpp"
#include "response/api.hpp"
#include "response/trial_town.inc"

namespace anlan::response {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using warning::Colour;

constexpr hours kDay{24};
constexpr int kTerm_days = 180;

/// A town that knocked at doors in a storm and wrote down what it found.
struct Destruction : ::testing::Test {
    Destruction() {
        town.staff();
        town.post("household_helper", kFirst);
    }

    /// Nobody answers the village head's call; at the door a note is taken. Closed at the end.
    ResponseId storm(const std::string& alert, const World& world) {
        auto signal = alerts::signal(alert, Colour::red, town.now());
        EXPECT_TRUE(town.take(world.is_drill() ? alerts::exercise(std::move(signal)) : std::move(signal)));
        const auto id = town.only(world).id;
        EXPECT_TRUE(town.when(ConfirmResponse{id, {}, {}}, kOfficer, world));
        town.advance(hours{2});
        for (const auto& call : calls::calls_of(town.rows(), id.text)) {
            if (call.state != "door_knock" || call.area != kFirst) continue;
            const calls::RecordKnock knock{{call.id}, {}, calls::KnockOutcome::refused, "老人卧床"};
            EXPECT_TRUE(town.when(knock, town.people["household_helper/350581106002"].text));
            ref = calls::knock_ref(call.id);
        }
        EXPECT_EQ(words(), "老人卧床");
        EXPECT_TRUE(town.when(CloseResponse{id, "台风远离"}, kOfficer, world));
        return id;
    }
    std::string words() { return journal::vault::reveal_or(town.rows(), ref, "", "gone"); }
    std::vector<RetentionDestroyed> runs() {
        std::vector<RetentionDestroyed> all;
        for (const auto& entry : town.written())
            if (entry.kind == RetentionDestroyed::kKind.text())
                all.push_back(journal::Room::body_of<RetentionDestroyed>(entry));
        return all;
    }
    json::value page(const std::string& drill = {}) {
        http::Endpoints table;
        add_retention_endpoint(table);
        http::Request request;
        if (!drill.empty()) request.query = {{"drill", drill}};
        http::Caller caller;
        const auto& endpoint = table.all().front();
        EXPECT_EQ(endpoint.permission, "policy.view");
        const auto answer = endpoint.read({request, caller, town.writer().node(), town.now(), &endpoint}, town.rows());
        return parse_json(answer.value().body).value();
    }

    Town town;
    std::string ref;
};

using what_was_noted_at_doors = Destruction;

TEST_F(what_was_noted_at_doors, stays_until_its_time_has_run_out) {
    const auto id = storm("A", World::real());
    town.advance(kDay * (kTerm_days - 1));
    EXPECT_EQ(words(), "老人卧床");
    for (const auto& run : runs()) EXPECT_EQ(run.values, 0);
    EXPECT_EQ(page().at("waiting"), 1);
    EXPECT_TRUE(town.prove().ok);
}

TEST_F(what_was_noted_at_doors, is_destroyed_in_the_night_after_and_the_journal_still_verifies) {
    const auto id = storm("A", World::real());
    town.advance(kDay * (kTerm_days + 1));
    EXPECT_EQ(words(), "gone");
    const auto all = runs();
    ASSERT_EQ(all.size(), static_cast<std::size_t>(kTerm_days + 1)) << "one run a night";
    std::int64_t values = 0, responses = 0;
    for (const auto& run : all) {
        values += run.values;
        responses += static_cast<std::int64_t>(run.responses.size());
    }
    EXPECT_EQ(values, 1);
    EXPECT_EQ(responses, 1);
    for (const auto& entry : town.written()) EXPECT_EQ(entry.body.find("卧床"), std::string::npos);
    const auto shown = page();
    EXPECT_EQ(shown.at("last_destroyed").at("destroyed"), 1);
    EXPECT_EQ(shown.at("waiting"), 0);
    EXPECT_EQ(shown.at("term_days"), kTerm_days);
    EXPECT_FALSE(shown.at("next_run_at").is_null());
    EXPECT_TRUE(town.prove().ok);
}

TEST_F(what_was_noted_at_doors, of_a_drill_goes_by_itself_and_then_the_drill_is_left_alone) {
    const auto world = World::drill({"d1"});
    town.when(warning::StartDrill{{"d1"}, "测试演练", ""}).value();
    storm("D", world);
    town.advance(kDay * (kTerm_days + 1));
    EXPECT_EQ(words(), "gone");
    for (const auto& entry : town.written())
        if (entry.kind == RetentionDestroyed::kKind.text()) {
            EXPECT_EQ(entry.drill, world.text());
        }
    EXPECT_EQ(page(world.text()).at("last_run").at("destroyed"), 1);
    EXPECT_TRUE(page(world.text()).at("next_run_at").is_null());
    EXPECT_TRUE(page().at("last_run").is_null()) << "reality had nothing to do with it";
    town.advance(kDay * 3);
    EXPECT_TRUE(runs().empty());
    EXPECT_TRUE(town.prove().ok);
}

}  // namespace
}  // namespace anlan::response

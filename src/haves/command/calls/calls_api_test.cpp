#include <gtest/gtest.h>

#include <chrono>

#include "calls/api.hpp"
#include "calls/test_village.inc"
#include "registers/commands.hpp"

namespace anlan::calls {
namespace {

using std::chrono::minutes;
using test::kTown;
using test::kVillage;

/// Somebody at a screen or a phone.
struct asking_for_calls : ::testing::Test, test::Village {
    asking_for_calls() { add_endpoints(table); }

    http::Answer ask(
        const std::string& path, const http::Caller& caller, const std::map<std::string, std::string>& values = {}
    ) {
        http::Request request;
        request.path_values = values;
        for (const auto& endpoint : table.all()) {
            if (endpoint.method != http::Method::get || endpoint.path != path) continue;
            const http::Call call{request, caller, trial.writer().node(), trial.now(), &endpoint};
            auto read = endpoint.read(call, trial.rows());
            return read ? read.value() : http::problem(http::status_of(read.error().code), read.error(), false);
        }
        ADD_FAILURE() << "no endpoint " << path;
        return {};
    }
    static http::Caller caller(const PersonId& person, const AreaCode& area, std::set<std::string> permissions = {}) {
        http::Caller made;
        made.person = person;
        made.login = "x";
        made.area = area;
        made.permissions = std::move(permissions);
        return made;
    }
    static std::size_t count(const http::Answer& answer) {
        return parse_json(answer.body).value().at("items").as_array().size();
    }
    json::object one(const CallId& call, const http::Caller& who) {
        return parse_json(ask("/api/v1/calls/{call}", who, {{"call", call.text}}).body).value().as_object();
    }

    http::Endpoints table;
};

TEST_F(asking_for_calls, shows_a_stranger_and_another_village_nothing) {
    const auto call = place();
    const auto desk_elsewhere = caller({"p-else"}, AreaCode{"350581106205"}, {"desk.view"});
    EXPECT_EQ(ask("/api/v1/calls/{call}", caller({"p-else"}, kTown), {{"call", call.text}}).status, 403);
    EXPECT_EQ(ask("/api/v1/calls/{call}", desk_elsewhere, {{"call", call.text}}).status, 403);
    EXPECT_EQ(count(ask("/api/v1/calls", desk_elsewhere)), 0U);
    EXPECT_EQ(count(ask("/api/v1/calls/mine", caller(deputy, kVillage))), 0U) << "the deputy's turn has not come";
    EXPECT_EQ(ask("/api/v1/calls/{call}", caller(head, kVillage), {{"call", "none"}}).status, 404);
}

TEST_F(asking_for_calls, keeps_a_call_on_the_phone_of_everybody_rung_until_somebody_answered) {
    const auto call = place();
    trial.advance(minutes{11});
    EXPECT_EQ(row(call).turn, deputy);
    trial.advance(minutes{5});
    for (const auto& person : {head, deputy, row(call).turn})
        EXPECT_EQ(count(ask("/api/v1/calls/mine", caller(person, kVillage))), 1U);
    ASSERT_TRUE(trial.when(AnswerCall{call, ""}, deputy.text));
    EXPECT_EQ(count(ask("/api/v1/calls/mine", caller(head, kVillage))), 0U);
    EXPECT_EQ(count(ask("/api/v1/calls/mine", caller(deputy, kVillage))), 1U);
    trial.advance(std::chrono::hours{25});
    EXPECT_EQ(count(ask("/api/v1/calls/mine", caller(deputy, kVillage))), 0U);
}

TEST_F(asking_for_calls, is_told_to_the_person_on_turn_and_its_end_to_everybody_it_rang_for) {
    const auto told = [&](const journal::Entry& entry) {
        std::vector<journal::Telling> all;
        for (const auto& room : trial.writer().rooms()) {
            const auto [from, to] = room.tellings.equal_range(entry.kind);
            for (auto each = from; each != to; ++each)
                for (auto& telling : each->second(entry)) all.push_back(std::move(telling));
        }
        return all;
    };
    const auto call = place();
    const auto placed = told(trial.written().at(0));
    ASSERT_EQ(placed.size(), 1U);
    EXPECT_EQ(placed[0].person, head);
    EXPECT_EQ(placed[0].more.at("call").at("person").as_string(), head.text)
        << "a phone rings only for a call with a person";
    trial.advance(minutes{10});
    ASSERT_TRUE(trial.when(AnswerCall{call, ""}, head.text));
    std::set<PersonId> heard;
    for (const auto& telling : told(trial.written().at(0))) heard.insert(telling.person);
    EXPECT_EQ(heard, (std::set<PersonId>{head, deputy})) << "the deputy's phone falls silent";
}

TEST_F(asking_for_calls, tells_a_late_answer_from_somebody_who_was_within_their_time) {
    const auto call = place();
    trial.advance(minutes{12});
    ASSERT_TRUE(trial.when(AnswerCall{call, ""}, head.text));
    const auto seen = one(call, caller(head, kVillage));
    EXPECT_EQ(seen.at("late"), true);
    std::vector<std::string> outcomes;
    for (const auto& rung : seen.at("ladder").as_array()) outcomes.emplace_back(rung.at("outcome").as_string());
    ASSERT_GE(outcomes.size(), 4U);
    EXPECT_EQ(
        std::vector<std::string>(outcomes.begin(), outcomes.begin() + 4),
        (std::vector<std::string>{"no_answer", "answered", "closed", "waiting"})
    );
}

TEST_F(asking_for_calls, shows_the_helper_which_door_without_the_whole_address) {
    const registers::Register households{
        "households",
        "户",
        "Households",
        {{.name = "area", .title_zh = "区划", .title_en = "Area", .type = "area", .required = true},
         {.name = "address", .title_zh = "住址", .title_en = "Address", .required = true, .personal = true},
         {.name = "people", .title_zh = "人数", .title_en = "People", .type = "number", .required = true}}};
    const auto home = trial.run(registers::put_row(
        households, "p", "", {{"area", kVillage.text}, {"address", "测试村测试路一百零八号"}, {"people", 4}}
    ));
    ASSERT_TRUE(home) << home.error().en;
    const auto call = place({HouseholdId{home.value().subject}});
    for (int i = 0; i < 40 && row(call).state == CallState::ringing; ++i) trial.advance(minutes{1});
    const auto door = one(call, caller(helper, kVillage)).at("door_knocks").at(0);
    EXPECT_EQ(door.at("people"), 4);
    EXPECT_EQ(door.at("outcome"), "waiting");
    EXPECT_TRUE(door.at("address_masked").as_string().starts_with("测试村")) << door.at("address_masked");
    EXPECT_TRUE(door.at("address_masked").as_string().ends_with("***"));
}

TEST_F(asking_for_calls, gives_a_door_it_knows_nothing_of_a_label_and_never_the_rows_id) {
    const auto call = place({HouseholdId{"struck-off"}});
    for (int i = 0; i < 40 && row(call).state == CallState::ringing; ++i) trial.advance(minutes{1});
    const auto label = one(call, caller(helper, kVillage)).at("door_knocks").at(0).at("address_masked");
    EXPECT_TRUE(label.as_string().ends_with("第 1 户")) << label;
}

TEST_F(asking_for_calls, lists_a_thousand_within_the_time_of_a_glance) {
    std::vector<PersonId> people;
    for (int i = 0; i < 1'000; ++i) people.push_back(person("测试" + std::to_string(i), kVillage));
    place_many(people);
    const auto desk = caller(officer, kTown, {"desk.view"});
    const auto start = std::chrono::steady_clock::now();
    const auto answer = ask("/api/v1/calls", desk);
    const auto listed = std::chrono::steady_clock::now();
    (void)ask("/api/v1/calls/mine", caller(people[500], kVillage));
    const auto mine = std::chrono::steady_clock::now();
    const auto span = [](auto from, auto to) {
        return std::chrono::duration_cast<std::chrono::microseconds>(to - from).count();
    };
    std::printf(
        "1,000 calls listed in %lld us, mine in %lld us\n",
        static_cast<long long>(span(start, listed)),
        static_cast<long long>(span(listed, mine))
    );
    EXPECT_EQ(count(answer), 1'000U);
    EXPECT_LT(span(start, listed), 4'000'000)
        << "the bound is loose for a busy machine and PostgreSQL; the figure is printed";
}

}  // namespace
}  // namespace anlan::calls

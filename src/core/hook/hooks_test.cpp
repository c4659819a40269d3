#include <gtest/gtest.h>

#include "hooks/commands.hpp"
#include "hooks/courier.hpp"
#include "hooks/room.hpp"
#include "http/asking_for_tests.hpp"
#include "seal/mac.hpp"
#include "tokens/commands.hpp"
#include "tokens/room.hpp"
#include "trial/trial.hpp"

namespace anlan::hooks {

struct FloodSeen {
    static constexpr journal::EventKind kKind{"flood.seen", 1, journal::Share::up, journal::Urgency::routine, "remark"};
    std::string words, remark;
};
BOOST_DESCRIBE_STRUCT(FloodSeen, (), (words, remark))
struct FloodGone {
    static constexpr journal::EventKind kKind{"flood.gone", 1};
    std::string words;
};
BOOST_DESCRIBE_STRUCT(FloodGone, (), (words))
static void project(store::Rows&, const journal::Entry&, const FloodSeen&) {}
static void project(store::Rows&, const journal::Entry&, const FloodGone&) {}

namespace {

const AreaCode kTown{"350581106000"};

journal::Room floods() {
    journal::Room room("floods", "");
    room.projects<FloodSeen, FloodGone>();
    return room;
}

class TrialClock final : public Clock {
  public:
    explicit TrialClock(const trial::Trial& town) : town_(town) {}
    Instant now() const override { return town_.now(); }

  private:
    const trial::Trial& town_;
};

/// A town, another system that answers as it is told to, and the courier between them.
struct a_town_with_a_hook : ::testing::Test {
    trial::Trial town{{tokens::make_room(), make_room(), floods()}};
    TrialClock clock{town};
    std::vector<Letter> letters;
    Result<int> answer = 200;

    Courier courier() {
        return Courier(
            {town.writer().node(),
             &town.writer().rooms(),
             &clock,
             [this](const std::function<void(store::Rows&)>& ask) { ask(town.rows()); },
             [this](journal::Wish wish) { ASSERT_TRUE(town.run(std::move(wish)).has_value()); }},
            [this](const Letter& letter) {
                letters.push_back(letter);
                return answer;
            }
        );
    }
    Courier carrying = courier();

    std::string key(std::vector<std::string> permissions) {
        return town.when(tokens::MakeToken{"市平台", std::move(permissions), kTown, 30, 60, kTown}).value().subject;
    }
    MakeHook wanted(std::vector<std::string> permissions = {"desk.view", "journal.read"}) {
        return {
            "市平台",
            "http://127.0.0.1:9/anlan",
            {"flood"},
            key(std::move(permissions)),
            false,
            offered_kinds(town.writer().rooms())};
    }
    HookId made(const MakeHook& wish) {
        const auto outcome = town.when(wish).value();
        secret = std::string(outcome.answer.at("secret").as_string());
        return {outcome.subject};
    }
    std::string secret;
    void flood(const std::string& words, World world = World::real()) {
        town.given("f-" + words, FloodSeen{words, "不外传"}, std::move(world));
    }
    std::vector<std::string> told() const {
        std::vector<std::string> all;
        for (const auto& each : letters) {
            const auto letter = json::parse(each.body);
            const auto* body = letter.as_object().if_contains("body");
            all.emplace_back(body == nullptr ? "-" : std::string(body->at("words").as_string()));
        }
        return all;
    }
    HookFacts facts(const HookId& id) { return find_hook(town.rows(), id).value(); }
};
using Told = std::vector<std::string>;

TEST_F(a_town_with_a_hook, says_what_is_missing) {
    const auto wish = wanted();
    const auto field = [&](auto change) {
        auto changed = wish;
        change(changed);
        const auto outcome = town.when(changed);
        return outcome ? "" : outcome.error().code;
    };
    EXPECT_EQ(field([](auto& each) { each.name.clear(); }), "name_empty");
    for (const auto* url : {"", "市平台", "ftp://127.0.0.1/x", "http://user:word@127.0.0.1/x", "file:///etc/passwd"})
        EXPECT_EQ(field([&](auto& each) { each.url = url; }), "url_invalid") << url;
    EXPECT_EQ(field([](auto& each) { each.kinds.clear(); }), "kinds_empty");
    for (const auto* kind : {"token", "hook.made", "floo", "flood.", "account"})
        EXPECT_EQ(field([&](auto& each) { each.kinds = {kind}; }), "kind_unknown") << kind;
    EXPECT_EQ(field([](auto& each) { each.token = "x"; }), "token_unknown");
    EXPECT_EQ(field([&](auto& each) { each.token = key({"plan.view"}); }), "token_narrow");
}

TEST_F(a_town_with_a_hook, tells_in_order_what_was_written_after_it_was_made_signed_and_in_shared_form) {
    flood("以前");
    made(wanted());
    flood("一");
    town.given("g", FloodGone{"二"});
    EXPECT_EQ(carrying.step(), 2u);
    EXPECT_EQ(told(), (Told{"一", "二"}));
    const auto& letter = letters.front();
    EXPECT_EQ(letter.body.find("不外传"), std::string::npos) << "fields that stay home stay home";
    std::map<std::string, std::string> headers(letter.headers.begin(), letter.headers.end());
    EXPECT_EQ(headers["Anlan-Signature"], signature_of(secret, headers["Anlan-Time"], letter.body));
    EXPECT_EQ(headers["Anlan-Delivery"], std::string(json::parse(letter.body).at("id").as_string()));
    EXPECT_EQ(carrying.step(), 0u) << "told once";
    EXPECT_TRUE(town.prove().ok);
}

TEST_F(a_town_with_a_hook, gives_notice_alone_to_a_key_that_may_not_read_the_journal) {
    made(wanted({"desk.view"}));
    flood("一");
    carrying.step();
    EXPECT_EQ(told(), (Told{"-"}));
    EXPECT_EQ(letters.front().body.find("一"), letters.front().body.find("f-一") + 2) << "the subject's id only";
}

TEST_F(a_town_with_a_hook, waits_longer_after_each_failure_and_loses_nothing_over_a_restart) {
    const auto id = made(wanted());
    flood("一");
    flood("二");
    answer = 503;
    std::vector<std::int64_t> pauses_seconds;
    for (int i = 0; i < 7; ++i) {
        carrying.step();
        const auto next = *facts(id).next_at - town.now();
        pauses_seconds.push_back(std::chrono::duration_cast<std::chrono::seconds>(next).count());
        EXPECT_EQ(carrying.step(), 0u);
        town.advance(next);
    }
    EXPECT_EQ(pauses_seconds, (std::vector<std::int64_t>{10, 30, 120, 600, 1800, 3600, 3600}));
    EXPECT_EQ(letters.size(), 7u) << "the first alone is tried; what comes after it waits";
    EXPECT_EQ(facts(id).fault_zh, "对方答复 HTTP 503");
    answer = 200;
    letters.clear();
    auto after_restart = courier();
    EXPECT_EQ(after_restart.step(), 2u);
    EXPECT_EQ(told(), (Told{"一", "二"}));
    EXPECT_FALSE(facts(id).failing_since);
}

TEST_F(a_town_with_a_hook, sends_again_under_the_same_id_what_was_not_noted) {
    made(wanted());
    flood("一");
    std::string first;
    Courier dying(
        {town.writer().node(),
         &town.writer().rooms(),
         &clock,
         [this](const std::function<void(store::Rows&)>& ask) { ask(town.rows()); },
         [](journal::Wish) {}},  // the machine dies before the journal hears of it
        [&](const Letter& letter) -> Result<int> {
            first = letter.headers.front().second;
            return 200;
        }
    );
    dying.step();
    carrying.step();
    EXPECT_EQ(letters.at(0).headers.front().second, first);
}

TEST_F(a_town_with_a_hook, passes_over_an_entry_only_with_a_reason) {
    const auto id = made(wanted());
    flood("一");
    flood("二");
    answer = 400;
    carrying.step();
    const auto waiting = facts(id).waiting_seq;
    EXPECT_EQ(town.when(SkipEntry{id, waiting, ""}).error().code, "reason_empty");
    EXPECT_EQ(town.when(SkipEntry{id, waiting + 1, "对方不收"}).error().code, "nothing_waits");
    EXPECT_TRUE(town.when(SkipEntry{id, waiting, "对方不收"}).has_value());
    answer = 200;
    letters.clear();
    auto fresh = courier();
    fresh.step();
    EXPECT_EQ(told(), (Told{"二"}));
    EXPECT_EQ(facts(id).skipped, 1);
}

TEST_F(a_town_with_a_hook, stops_with_its_key_and_goes_on_with_nothing_lost_when_it_is_moved) {
    auto wish = wanted();
    const auto id = made(wish);
    EXPECT_TRUE(town.when(tokens::RevokeToken{wish.token, "停用"}).has_value());
    flood("一");
    EXPECT_EQ(carrying.step(), 0u);
    EXPECT_TRUE(letters.empty());
    EXPECT_TRUE(town.when(EndHook{id, "对接结束"}).has_value());
    EXPECT_EQ(town.when(MoveHook{id, "http://127.0.0.1:8/x"}).error().code, "hook_ended");
    EXPECT_EQ(town.when(TestHook{{"x"}}).error().code, "hook_unknown");
}

TEST_F(a_town_with_a_hook, keeps_drills_to_itself_unless_wanted) {
    town.given("d-1", FloodGone{"x"}, World::drill(DrillId{"d-1"}));
    auto wish = wanted();
    made(wish);
    flood("演练", World::drill(DrillId{"d-2"}));
    EXPECT_EQ(carrying.step(), 0u);
    wish.drills = true;
    made(wish);
    flood("演练二", World::drill(DrillId{"d-3"}));
    EXPECT_EQ(carrying.step(), 1u);
    EXPECT_NE(letters.back().body.find("\"drill\":\"d-3\""), std::string::npos);
}

TEST_F(a_town_with_a_hook, is_tried_on_demand) {
    const auto id = made(wanted());
    EXPECT_TRUE(town.when(TestHook{id}).has_value());
    answer = refuse("fetch_failed", "", "对方暂时连不上", "unreachable");
    carrying.step();
    EXPECT_FALSE(facts(id).test_fine);
    EXPECT_EQ(facts(id).test_zh, "对方暂时连不上");
    EXPECT_FALSE(facts(id).test_asked);
}

TEST(every_endpoint_of_hooks, is_closed_to_all_but_administrators) {
    trial::Trial town({tokens::make_room(), make_room()});
    http::Endpoints table;
    add_endpoints(table, [&]() -> const std::vector<journal::Room>& { return town.writer().rooms(); });
    http::Asking asking(town, table);
    const auto officer = http::caller_with({"desk.view", "journal.read"}, kTown);
    for (const auto& each : table.all()) {
        EXPECT_EQ(asking.said(http::stranger(), each.method, each.path, "{}").substr(0, 3), "401") << each.path;
        EXPECT_EQ(asking.said(officer, each.method, each.path, "{}").substr(0, 3), "403") << each.path;
    }
}

TEST(a_code, is_the_one_other_programs_compute) {
    // GM/T 0042-2015 has no HMAC sample; both figures are those of OpenSSL 3 on the command line.
    EXPECT_EQ(
        seal::to_hex(seal::mac_sha256("key", "The quick brown fox jumps over the lazy dog")),
        "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8"
    );
    EXPECT_EQ(
        seal::to_hex(seal::mac_sm3("key", "abc")), "28e63256e7c5a087b1f073265dc53092163f7b82729735d06f28f10af9d52393"
    );
}

}  // namespace
}  // namespace anlan::hooks

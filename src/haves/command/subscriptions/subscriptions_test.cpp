#include <gtest/gtest.h>

#include "http/asking_for_tests.hpp"
#include "identity/identity.hpp"
#include "journal/vault.hpp"
#include "organisation/commands.hpp"
#include "organisation/room.hpp"
#include "policy/room.hpp"
#include "registers/room.hpp"
#include "seal/base64url.hpp"
#include "seal/p256.hpp"
#include "subscriptions/api.hpp"
#include "subscriptions/commands.hpp"
#include "subscriptions/ports.hpp"
#include "subscriptions/queries.hpp"
#include "subscriptions/room.hpp"
#include "trial/trial.hpp"

namespace anlan::subscriptions {
namespace {

const AreaCode kTown{"350581106000"};

struct devices : ::testing::Test {
    devices()
        : trial(
              {identity::make_room(),
               policy::make_room(),
               registers::make_room(),
               organisation::make_room(),
               make_room()}
          ) {
        trial.when(organisation::AdoptAreas{{{kTown, "永宁镇", AreaCode{"350581000000"}, 118.7, 24.7}}}).value();
        one = person("测试甲");
        other = person("测试乙");
    }
    PersonId person(const std::string& name) {
        return {trial.when(organisation::AddPerson{name, "13900001234", kTown, false, {}}).value().subject};
    }
    Subscribe phone(const std::string& endpoint = "https://push.example/one") const {
        return {endpoint, seal::to_base64url(point), seal::to_base64url(std::string(16, 'a')), "Android · Edge"};
    }
    std::string refusal(Subscribe wish) { return trial.when(std::move(wish), one.text).error().field; }

    const std::string point = seal::p256_point(seal::new_p256());
    trial::Trial trial;
    PersonId one, other;
};

TEST_F(devices, are_several_a_person_and_each_can_be_taken_off) {
    const auto first = trial.when(phone(), one.text).value().subject;
    trial.when(phone("https://push.example/two"), one.text).value();
    EXPECT_EQ(doorbells_of(trial.rows(), one).size(), 2u);
    EXPECT_EQ(trial.when(Unsubscribe{{first}}, other.text).error().code, "not_yours");
    trial.when(Unsubscribe{{first}}, one.text).value();
    ASSERT_EQ(doorbells_of(trial.rows(), one).size(), 1u);
    EXPECT_EQ(doorbells_of(trial.rows(), one)[0].endpoint, "https://push.example/two");
    EXPECT_EQ(trial.when(Unsubscribe{{first}}, one.text).error().code, "subscription_unknown");
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(devices, keep_address_and_keys_out_of_the_journal_and_destroy_them_with_the_subscription) {
    const auto id = trial.when(phone(), one.text).value().subject;
    for (const auto& entry : trial.written()) {
        EXPECT_EQ(entry.body.find("/one"), std::string::npos);
        EXPECT_EQ(entry.body.find(seal::to_base64url(point)), std::string::npos);
    }
    EXPECT_EQ(Subscribed::kKind.share, journal::Share::local);
    EXPECT_EQ(journal::vault::count(trial.rows(), vault_ref(id)), 3);
    trial.when(DropSubscription{{id}}, "system:calls").value();
    EXPECT_EQ(journal::vault::count(trial.rows(), vault_ref(id)), 0);
    EXPECT_FALSE(has_device(trial.rows(), one));
    trial.when(DropSubscription{{id}}, "system:calls").value();
    EXPECT_TRUE(trial.written().empty()) << "gone is gone";
}

TEST_F(devices, given_again_are_nothing_new_and_with_new_keys_are_renewed) {
    trial.when(phone(), one.text).value();
    trial.when(phone(), one.text).value();
    EXPECT_TRUE(trial.written().empty());
    auto renewed = phone();
    renewed.auth = seal::to_base64url(std::string(16, 'b'));
    trial.when(renewed, one.text).value();
    ASSERT_EQ(doorbells_of(trial.rows(), one).size(), 1u);
    EXPECT_EQ(doorbells_of(trial.rows(), one)[0].auth, renewed.auth);
}

TEST_F(devices, belong_to_whoever_logged_in_on_them_last) {
    trial.when(phone(), one.text).value();
    trial.when(phone(), other.text).value();
    EXPECT_FALSE(has_device(trial.rows(), one));
    EXPECT_TRUE(has_device(trial.rows(), other));
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(devices, of_an_erased_person_go_with_them) {
    const auto id = trial.when(phone(), one.text).value().subject;
    trial.when(organisation::ErasePerson{one, "离职"}).value();
    EXPECT_FALSE(has_device(trial.rows(), one));
    EXPECT_EQ(journal::vault::count(trial.rows(), vault_ref(id)), 0);
    EXPECT_TRUE(trial.prove().ok);
}

TEST_F(devices, with_wrong_addresses_or_keys_are_refused_by_field) {
    auto wrong = phone();
    wrong.p256dh = seal::to_base64url(std::string(65, '\4'));
    EXPECT_EQ(refusal(wrong), "p256dh");
    wrong = phone();
    wrong.auth = "short";
    EXPECT_EQ(refusal(wrong), "auth");
    for (const auto* address :
         {"http://push.example/x", "push.example", "", "https://", "ftp://127.0.0.1/x", "https://a@push.example/"})
        EXPECT_EQ(refusal(phone(address)), "endpoint") << address;
    for (int i = 0; i < 10; ++i) trial.when(phone("https://push.example/" + std::to_string(i)), one.text).value();
    EXPECT_EQ(trial.when(phone("https://push.example/eleven"), one.text).error().code, "too_many_devices");
}

TEST(a_push_service, has_an_origin_without_its_usual_port) {
    EXPECT_EQ(service_of("https://Push.Example:443/a/b?c")->origin, "https://push.example");
    EXPECT_EQ(service_of("https://push.example:8443/a")->origin, "https://push.example:8443");
    EXPECT_EQ(service_of("http://127.0.0.1:99/a")->host, "127.0.0.1");
    EXPECT_EQ(service_of("http://[::1]:99/a")->host, "[::1]");
    EXPECT_FALSE(service_of("http://127.0.0.1.push.example/a"));
}

TEST_F(devices, are_asked_for_over_http_only_where_the_station_serves) {
    http::Endpoints off, on;
    add_endpoints(off, {});
    add_endpoints(
        on, {[] { return std::string("KEY"); }, [](const std::string& host) { return host == "push.example"; }}
    );
    auto caller = http::caller_with({}, kTown);
    caller.person = one;
    http::Asking asleep(trial, off), awake(trial, on);
    const auto body = to_json_text(phone());
    EXPECT_EQ(http::body_of(asleep.ask(caller, http::Method::get, "/api/v1/push/key")).at("configured"), false);
    EXPECT_EQ(asleep.said(caller, http::Method::post, "/api/v1/push/subscriptions", body), "422 push_not_configured");
    EXPECT_EQ(http::body_of(awake.ask(caller, http::Method::get, "/api/v1/push/key")).at("key"), "KEY");
    const auto made = awake.ask(caller, http::Method::post, "/api/v1/push/subscriptions", body);
    ASSERT_EQ(made.status, 201);
    EXPECT_EQ(
        awake.said(
            caller, http::Method::post, "/api/v1/push/subscriptions", to_json_text(phone("https://other.example/"))
        ),
        "422 endpoint"
    );
    EXPECT_EQ(awake.said(http::stranger(), http::Method::get, "/api/v1/push/key"), "401 login_wanted");
    const auto mine = http::body_of(awake.ask(caller, http::Method::get, "/api/v1/push/subscriptions"));
    ASSERT_EQ(mine.at("items").as_array().size(), 1u);
    const std::string id(http::body_of(made).at("id").as_string());
    caller.person = other;
    EXPECT_EQ(
        http::body_of(awake.ask(caller, http::Method::get, "/api/v1/push/subscriptions")).at("items").as_array().size(),
        0u
    );
    EXPECT_EQ(awake.said(caller, http::Method::del, "/api/v1/push/subscriptions/" + id), "403 subscription");
    caller.person = one;
    EXPECT_EQ(awake.said(caller, http::Method::del, "/api/v1/push/subscriptions/" + id), "200");
}

}  // namespace
}  // namespace anlan::subscriptions

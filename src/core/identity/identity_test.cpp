#include "identity/identity.hpp"

#include <gtest/gtest.h>

#include "identity/accounts.hpp"
#include "identity/login.hpp"
#include "journal/vault.hpp"
#include "seal/password.hpp"
#include "trial/trial.hpp"

namespace anlan::identity {
namespace {

const AreaCode kTown{"350581106000"};
constexpr std::chrono::seconds kNextCode{30};

/// Made without cost: what a guess costs is the business of seal's own test.
const std::string& demo_hash() {
    static const auto hash = [] {
        seal::SeededDice dice(3);
        return seal::hash_password("anlan-demo", dice, seal::kNoCost);
    }();
    return hash;
}

struct Station : trial::Trial {
    Station() : Trial({make_room()}) {
        when(OpenAccount{"zhiban", PersonId{"p1"}, {"zhiban"}, kTown, demo_hash(), false}).value();
    }

    Result<journal::Outcome> log_in(
        const std::string& login, const std::string& password, const std::string& code = {}
    ) {
        auto wish = try_login(rows(), {login, password, code}, "127.0.0.1", LoginRules{}, now());
        if (!wish) return wish.error();
        return run(std::move(wish.value()));
    }

    std::string token() { return std::string(log_in("zhiban", "anlan-demo").value().answer.at("token").as_string()); }

    /// What an authenticator would show for this secret now.
    std::string code_for(const std::string& secret) {
        return seal::totp_code(secret, std::chrono::floor<std::chrono::seconds>(now()).time_since_epoch().count());
    }
};

TEST(opening_an_account, is_refused_with_the_field_to_correct) {
    Station station;
    const auto code = [&](const OpenAccount& wish) { return station.when(wish).error().code; };
    EXPECT_EQ(code({"Zhi Ban", PersonId{"p"}, {"zhiban"}, kTown, "h", false}), "login_invalid");
    EXPECT_EQ(code({"zhiban", PersonId{"p"}, {"zhiban"}, kTown, "h", false}), "already_taken");
    EXPECT_EQ(code({"other", PersonId{""}, {"zhiban"}, kTown, "h", false}), "person_empty");
    EXPECT_EQ(code({"other", PersonId{"p"}, {"king"}, kTown, "h", false}), "role_invalid");
    EXPECT_EQ(code({"other", PersonId{"p"}, {}, kTown, "h", false}), "role_invalid");
    EXPECT_EQ(code({"other", PersonId{"p"}, {"zhiban"}, AreaCode{"350582000000"}, "h", false}), "area_not_ours");
    EXPECT_EQ(code({"other", PersonId{"p"}, {"zhiban"}, kTown, "", false}), "password_empty");
    EXPECT_EQ(station.when(ChangeAccount{"nobody", {}, {}, {}, {}}).error().code, "account_unknown");
}

TEST(weak_passwords, are_refused) {
    for (const auto* weak : {"", "short1!", "onlyletters", "12345678"})
        EXPECT_EQ(password_is_sound(weak, "zhiban").error().code, "password_weak") << weak;
    EXPECT_FALSE(password_is_sound("zhi.ban-1", "zhi.ban-1"));
    EXPECT_TRUE(password_is_sound("anlan-demo", "zhiban"));
}

TEST(logging_in, tells_strangers_nothing) {
    Station station;
    const auto stranger = station.log_in("nobody", "anlan-demo");
    ASSERT_FALSE(stranger);
    EXPECT_EQ(stranger.error().code, "login_refused");
    const auto wrong = station.log_in("zhiban", "wrong");
    ASSERT_TRUE(wrong) << "the failure is written";
    EXPECT_EQ(wrong.value().answer.at("code").as_string(), "login_refused");
    EXPECT_EQ(station.kinds(), std::vector<std::string>{"login.failed"});
    EXPECT_FALSE(caller_of(station.rows(), "", station.now()));
    EXPECT_FALSE(caller_of(station.rows(), "made up", station.now()));
}

TEST(five_wrong_tries, lock_the_account_for_fifteen_minutes) {
    Station station;
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(station.log_in("zhiban", "wrong").value().answer.at("code").as_string(), "login_refused");
    EXPECT_EQ(station.log_in("zhiban", "wrong").value().answer.at("code").as_string(), "login_locked");
    EXPECT_EQ(station.log_in("zhiban", "anlan-demo").error().code, "login_locked");
    station.advance(std::chrono::minutes{14});
    EXPECT_EQ(station.log_in("zhiban", "anlan-demo").error().code, "login_locked");
    station.advance(std::chrono::minutes{2});
    EXPECT_EQ(station.log_in("zhiban", "wrong").value().answer.at("code").as_string(), "login_refused")
        << "counts anew";
    EXPECT_TRUE(station.log_in("zhiban", "anlan-demo"));
    EXPECT_EQ(account_of(station.rows(), "zhiban")->failures, 0);
    EXPECT_TRUE(station.prove().ok);
}

TEST(a_session, is_known_by_its_token_for_twelve_hours_and_its_token_is_nowhere_kept) {
    Station station;
    const auto token = station.token();
    EXPECT_EQ(station.written().front().body.find(token), std::string::npos);
    const auto caller = caller_of(station.rows(), token, station.now());
    ASSERT_TRUE(caller);
    EXPECT_EQ(caller->login, "zhiban");
    EXPECT_EQ(caller->person.text, "p1");
    EXPECT_EQ(caller->area, kTown);
    EXPECT_TRUE(caller->may("response.confirm"));
    EXPECT_FALSE(caller->may("system.admin"));
    EXPECT_FALSE(caller->may("warning.issue"));
    station.advance(std::chrono::hours{13});
    EXPECT_FALSE(caller_of(station.rows(), token, station.now()));
    station.token();
    EXPECT_EQ(station.rows().value<std::int64_t>("SELECT COUNT(*) FROM login_session"), 1) << "old ones are swept";
    EXPECT_TRUE(station.prove().ok);
}

TEST(logging_out_and_switching_off, end_sessions) {
    Station station;
    const auto token = station.token(), other = station.token();
    ASSERT_TRUE(station.when(CloseSession{seal::sm3(token)}));
    EXPECT_FALSE(caller_of(station.rows(), token, station.now()));
    EXPECT_TRUE(caller_of(station.rows(), other, station.now()));
    ASSERT_TRUE(station.when(ChangeAccount{"zhiban", {}, {}, false, {}}));
    EXPECT_FALSE(caller_of(station.rows(), other, station.now()));
    EXPECT_EQ(station.log_in("zhiban", "anlan-demo").error().code, "login_refused");
}

TEST(a_new_password, ends_all_sessions_but_the_one_that_set_it) {
    Station station;
    const auto mine = station.token(), stolen = station.token();
    seal::SeededDice dice(4);
    ASSERT_TRUE(station.when(ChangePassword{
        "zhiban", seal::hash_password("new-password-1", dice, seal::kNoCost), seal::sm3(mine)}));
    for (const auto& entry : station.written()) EXPECT_EQ(entry.body.find("argon2"), std::string::npos);
    EXPECT_TRUE(caller_of(station.rows(), mine, station.now()));
    EXPECT_FALSE(caller_of(station.rows(), stolen, station.now()));
    EXPECT_TRUE(station.log_in("zhiban", "anlan-demo").value().answer.contains("code"));
    EXPECT_TRUE(station.log_in("zhiban", "new-password-1").value().answer.contains("token"));
}

TEST(one_time_codes, are_wanted_once_confirmed) {
    Station station;
    EXPECT_EQ(station.when(ConfirmTotp{"zhiban", "000000"}).error().code, "totp_not_offered");
    const auto offer = station.when(OfferTotp{"zhiban"}).value().answer;
    const std::string secret(offer.at("secret").as_string());
    EXPECT_EQ(station.written().front().body.find(secret), std::string::npos);
    EXPECT_EQ(station.when(ConfirmTotp{"zhiban", "no"}).error().code, "totp_wrong");
    EXPECT_TRUE(station.log_in("zhiban", "anlan-demo").value().answer.contains("token")) << "not yet confirmed";
    ASSERT_TRUE(station.when(ConfirmTotp{"zhiban", station.code_for(secret)}));
    station.advance(kNextCode);
    EXPECT_EQ(station.log_in("zhiban", "anlan-demo").error().code, "totp_wanted");
    EXPECT_TRUE(station.log_in("zhiban", "anlan-demo", "no").value().answer.contains("code"));
    EXPECT_TRUE(station.log_in("zhiban", "anlan-demo", station.code_for(secret)).value().answer.contains("token"));
    EXPECT_EQ(station.when(WithdrawTotp{"zhiban", "no"}).error().code, "totp_wrong");
    ASSERT_TRUE(station.when(ChangeAccount{"zhiban", {}, {}, {}, true}));
    EXPECT_EQ(station.when(WithdrawTotp{"zhiban", station.code_for(secret)}).error().code, "totp_required");
    EXPECT_TRUE(station.prove().ok);
}

TEST(a_one_time_code, is_refused_a_second_time) {
    Station station;
    const std::string secret(station.when(OfferTotp{"zhiban"}).value().answer.at("secret").as_string());
    const auto enrolled_with = station.code_for(secret);
    ASSERT_TRUE(station.when(ConfirmTotp{"zhiban", enrolled_with}));
    const auto tries = [&](const std::string& code) {
        return station.log_in("zhiban", "anlan-demo", code).value().answer.contains("token");
    };
    EXPECT_FALSE(tries(enrolled_with)) << "the code that enrolled it";
    station.advance(kNextCode);
    const auto code = station.code_for(secret);
    EXPECT_TRUE(tries(code));
    EXPECT_FALSE(tries(code));
    EXPECT_EQ(station.kinds(), std::vector<std::string>{"login.failed"}) << "and the replay is on record";
    EXPECT_EQ(station.when(WithdrawTotp{"zhiban", code}).error().code, "totp_wrong");
    EXPECT_FALSE(tries(enrolled_with)) << "older than the last, within the tolerance of clocks";
    station.advance(kNextCode);
    EXPECT_TRUE(tries(station.code_for(secret)));
    EXPECT_TRUE(station.prove().ok);
}

TEST(a_one_time_code, used_by_two_at_once_opens_one_session) {
    Station station;
    const std::string secret(station.when(OfferTotp{"zhiban"}).value().answer.at("secret").as_string());
    ASSERT_TRUE(station.when(ConfirmTotp{"zhiban", station.code_for(secret)}));
    station.advance(kNextCode);
    const LoginTry entered{"zhiban", "anlan-demo", station.code_for(secret)};
    auto first = try_login(station.rows(), entered, "127.0.0.1", LoginRules{}, station.now()).value();
    auto second = try_login(station.rows(), entered, "127.0.0.1", LoginRules{}, station.now()).value();
    EXPECT_TRUE(station.run(std::move(first)).value().answer.contains("token"));
    EXPECT_FALSE(station.run(std::move(second)).value().answer.contains("token"));
    EXPECT_TRUE(station.prove().ok);
}

TEST(an_account_that_must_use_codes, may_do_nothing_until_it_does) {
    Station station;
    ASSERT_TRUE(station.when(ChangeAccount{"zhiban", {}, {}, {}, true}));
    const auto token = station.token();
    EXPECT_TRUE(caller_of(station.rows(), token, station.now())->permissions.empty());
    const std::string secret(station.when(OfferTotp{"zhiban"}).value().answer.at("secret").as_string());
    ASSERT_TRUE(station.when(ConfirmTotp{"zhiban", station.code_for(secret)}));
    EXPECT_TRUE(caller_of(station.rows(), token, station.now())->may("desk.view"));
}

TEST(the_accounts_of_an_erased_person, are_closed_with_their_secrets) {
    Station station;
    const auto token = station.token();
    ASSERT_TRUE(station.when(CloseAccountsOf{PersonId{"p1"}, "person_erased"}));
    EXPECT_FALSE(caller_of(station.rows(), token, station.now()));
    EXPECT_FALSE(journal::vault::reveal(station.rows(), "account:zhiban", "password"));
    ASSERT_TRUE(station.when(CloseAccountsOf{PersonId{"p1"}, "person_erased"}));
    EXPECT_TRUE(station.written().empty());
    EXPECT_TRUE(station.prove().ok);
}

TEST(roles, are_those_of_the_station_and_only_the_county_issues_warnings) {
    for (const auto* role :
         {"zhiban",
          "zhanzhang",
          "zhenzhang",
          "cangguan",
          "zhifa",
          "duizhang",
          "wangge",
          "cunzhang",
          "shiju",
          "shenji",
          "admin"})
        EXPECT_TRUE(is_role(role)) << role;
    for (const auto& role : all_roles())
        EXPECT_EQ(permissions_of({role.id}).contains("warning.issue"), role.id == "shiju") << role.id;
    EXPECT_FALSE(permissions_of({"shenji"}).contains("organisation.edit"));
}

}  // namespace
}  // namespace anlan::identity

#include <gtest/gtest.h>

#include "identity/accounts.hpp"
#include "identity/identity.hpp"
#include "seal/password.hpp"
#include "trial/trial.hpp"

namespace anlan::identity {
namespace {

/// The endpoints without a network: a worker prepares, the writer decides, the answer is made.
struct AskingDesk : trial::Trial {
    AskingDesk() : Trial({make_room()}) {
        add_endpoints(table, {});
        seal::SeededDice dice(3);
        const auto hash = seal::hash_password("anlan-demo", dice, seal::kNoCost);
        when(OpenAccount{"zhiban", PersonId{"p1"}, {"zhiban"}, AreaCode{"350581106000"}, hash, false}).value();
    }

    http::Answer ask(
        http::Method method, const std::string& path, const std::string& body, const std::string& token = {}
    ) {
        http::Request request;
        request.method = method;
        request.body = body;
        request.tls = tls;
        request.peer_address = address;
        const auto caller = caller_of(rows(), token, now()).value_or(http::Caller{});
        for (const auto& endpoint : table.all())
            if (endpoint.method == method && endpoint.path == path)
                return serve(endpoint, {request, caller, writer().node(), now(), &endpoint});
        return {.status = 404, .body = {}, .headers = {}};
    }

    http::Answer serve(const http::Endpoint& endpoint, const http::Call& call) {
        const auto refused = [](const Refusal& refusal) {
            return http::problem(http::status_of(refusal.code), refusal, false);
        };
        if (endpoint.read) {
            auto answer = endpoint.read(call, rows());
            return answer ? answer.value() : refused(answer.error());
        }
        auto wish = endpoint.write(call, rows());
        if (!wish) return refused(wish.error());
        const auto outcome = run(std::move(wish.value()));
        if (!outcome) return refused(outcome.error());
        return endpoint.answer ? endpoint.answer(call, outcome.value())
                               : http::json_answer(200, outcome.value().answer);
    }

    http::Answer log_in(const std::string& password) {
        return ask(http::Method::post, "/api/v1/sessions", R"({"login":"zhiban","password":")" + password + "\"}");
    }

    std::string token_of(const http::Answer& answer) {
        return std::string(json::parse(answer.body).as_object().at("token").as_string());
    }

    http::Endpoints table;
    bool tls = false;
    std::string address = "192.0.2.1";
};

std::string code_in(const http::Answer& answer) {
    return std::string(json::parse(answer.body).as_object().at("code").as_string());
}

TEST(logging_in_over_http, is_refused_with_401_and_423) {
    AskingDesk desk;
    const auto wrong = desk.log_in("wrong");
    EXPECT_EQ(wrong.status, 401);
    EXPECT_EQ(code_in(wrong), "login_refused");
    EXPECT_EQ(desk.ask(http::Method::post, "/api/v1/sessions", R"({"login":"nobody","password":"x"})").status, 401);
    EXPECT_EQ(desk.ask(http::Method::post, "/api/v1/sessions", "not json").status, 400);
    for (int i = 0; i < 4; ++i) desk.log_in("wrong");
    EXPECT_EQ(desk.log_in("anlan-demo").status, 423);
}

TEST(an_address_that_guesses, is_turned_away_whatever_account_it_tries) {
    AskingDesk desk;
    const auto guess = [&](int number) {
        return desk.ask(
            http::Method::post,
            "/api/v1/sessions",
            R"({"login":"guess)" + std::to_string(number) + R"(","password":"x"})"
        );
    };
    for (int i = 0; i < 30; ++i) EXPECT_EQ(guess(i).status, 401) << i;
    EXPECT_EQ(guess(30).status, 429);
    const auto turned_away = desk.log_in("anlan-demo");
    EXPECT_EQ(turned_away.status, 429);
    EXPECT_EQ(code_in(turned_away), "too_many_tries");
    desk.address = "192.0.2.2";
    EXPECT_EQ(desk.log_in("anlan-demo").status, 201) << "others are not kept out";
    desk.address = "192.0.2.1";
    desk.advance(std::chrono::minutes{15});
    EXPECT_EQ(desk.log_in("anlan-demo").status, 201);
}

TEST(an_address_that_guesses, is_counted_over_several_accounts_and_only_when_wrong) {
    AskingDesk desk;
    for (int i = 0; i < 40; ++i) EXPECT_EQ(desk.log_in("anlan-demo").status, 201) << "a town hall behind one address";
    for (int i = 0; i < 4; ++i) EXPECT_EQ(desk.log_in("wrong").status, 401);
    for (int i = 0; i < 26; ++i)
        EXPECT_EQ(desk.ask(http::Method::post, "/api/v1/sessions", R"({"login":"no","password":"x"})").status, 401);
    EXPECT_EQ(desk.log_in("anlan-demo").status, 429);
    EXPECT_TRUE(desk.prove().ok);
}

TEST(logging_in_over_http, gives_a_token_and_a_cookie_that_scripts_cannot_read) {
    AskingDesk desk;
    const auto answer = desk.log_in("anlan-demo");
    ASSERT_EQ(answer.status, 201);
    const auto body = json::parse(answer.body).as_object();
    EXPECT_EQ(body.at("me").as_object().at("login").as_string(), "zhiban");
    EXPECT_EQ(body.at("me").as_object().at("node").as_object().at("level").as_string(), "town");
    ASSERT_FALSE(answer.headers.empty());
    EXPECT_EQ(answer.headers.front().first, "Set-Cookie");
    const auto& cookie = answer.headers.front().second;
    EXPECT_EQ(cookie, "anlan_session=" + desk.token_of(answer) + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200");
    desk.tls = true;
    EXPECT_TRUE(desk.log_in("anlan-demo").headers.front().second.ends_with("; Secure"));
}

TEST(logging_out, ends_the_session_and_the_cookie) {
    AskingDesk desk;
    const auto token = desk.token_of(desk.log_in("anlan-demo"));
    EXPECT_EQ(desk.ask(http::Method::get, "/api/v1/me", "", token).status, 200);
    const auto left = desk.ask(http::Method::del, "/api/v1/sessions/current", "", token);
    EXPECT_EQ(left.status, 204);
    EXPECT_NE(left.headers.front().second.find("Max-Age=0"), std::string::npos);
    EXPECT_FALSE(caller_of(desk.rows(), token, desk.now()));
}

TEST(changing_ones_password, wants_the_old_one_and_a_sound_new_one) {
    AskingDesk desk;
    const auto token = desk.token_of(desk.log_in("anlan-demo"));
    const auto change = [&](const char* body) {
        return desk.ask(http::Method::post, "/api/v1/me/password", body, token);
    };
    EXPECT_EQ(code_in(change(R"({"old":"wrong","new":"a-new-password-1"})")), "password_wrong");
    EXPECT_EQ(code_in(change(R"({"old":"anlan-demo","new":"short"})")), "password_weak");
    EXPECT_EQ(change(R"({"old":"anlan-demo","new":"a-new-password-1"})").status, 200);
    EXPECT_TRUE(caller_of(desk.rows(), token, desk.now())) << "the session that changed it goes on";
    EXPECT_EQ(desk.log_in("anlan-demo").status, 401);
    EXPECT_EQ(desk.log_in("a-new-password-1").status, 201);
    EXPECT_TRUE(desk.prove().ok);
}

}  // namespace
}  // namespace anlan::identity

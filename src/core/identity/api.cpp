#include <fmt/format.h>

#include "identity/login.hpp"
#include "identity/me.hpp"
#include "identity/throttle.hpp"

namespace anlan::identity {

namespace {

using http::Call;
using http::Method;

struct PasswordBody {
    std::string old, fresh;
};

struct PasswordReceipt {
    bool changed = true;
};
BOOST_DESCRIBE_STRUCT(PasswordReceipt, (), (changed))

/// For the person's code generator; shown once.
struct TotpOffer {
    std::string secret, otpauth;
};
BOOST_DESCRIBE_STRUCT(TotpOffer, (), (secret, otpauth))

/// The cookie is out of reach of scripts and of other sites; over TLS it never travels in the open.
std::string cookie(const std::string& token, std::int64_t seconds, bool tls) {
    return fmt::format(
        "anlan_session={}; Path=/; HttpOnly; SameSite=Strict; Max-Age={}{}", token, seconds, tls ? "; Secure" : ""
    );
}

http::Answer refused(const Call& call, const Refusal& refusal) {
    return http::problem(http::status_of(refusal.code), refusal, call.caller.english);
}

/// Notes what was refused; a failure that the writer is yet to write down is noted with its answer.
Result<journal::Wish> log_in(
    const Call& call, store::Rows& rows, const Directory& directory, const std::shared_ptr<Throttle>& throttle
) {
    BOOST_OUTCOME_TRY(const auto body, parse_json(call.request.body));
    BOOST_OUTCOME_TRY(const auto entered, from_json<LoginTry>(body, Unknown::refused));
    const auto rules = rules_of(rows, directory);
    const auto& from = call.request.peer_address;
    BOOST_OUTCOME_TRYV(throttle->admits(from, rules, call.now));
    auto tried = try_login(rows, entered, from, rules, call.now);
    if (!tried) {
        if (tried.error().code == "login_refused") throttle->note_failure(from, rules, call.now);
        return tried.error();
    }
    auto wish = std::move(tried.value());
    auto me = to_json(me_of(rows, entered.login, call.node, directory, call.now));
    wish.decide = [decide = std::move(wish.decide), me = std::move(me), throttle, from, rules](const Desk& desk
                  ) -> Result<Decision> {
        BOOST_OUTCOME_TRY(auto decision, decide(desk));
        if (decision.answer.contains("token"))
            decision.answer.emplace("me", me);
        else
            throttle->note_failure(from, rules, desk.now);
        return decision;
    };
    return wish;
}

http::Answer logged_in(const Call& call, const journal::Outcome& outcome) {
    const auto* token = outcome.answer.if_contains("token");
    if (token == nullptr) return refused(call, login_refused());
    const auto expires = parse_time(std::string_view(outcome.answer.at("expires_at").as_string()));
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(expires.value() - call.now).count();
    auto answer = http::json_answer(201, outcome.answer);
    answer.headers.emplace_back("Set-Cookie", cookie(std::string(token->as_string()), seconds, call.request.tls));
    answer.headers.emplace_back("Cache-Control", "no-store");
    return answer;
}

http::Answer logged_out(const Call& call, const journal::Outcome&) {
    http::Answer answer;
    answer.status = 204;
    answer.headers.emplace_back("Set-Cookie", cookie("", 0, call.request.tls));
    return answer;
}

/// The JSON field is called `new`, which a C++ member cannot be.
Result<PasswordBody> password_body(const Call& call) {
    BOOST_OUTCOME_TRY(const auto body, parse_json(call.request.body));
    PasswordBody read;
    const auto text = [&](const char* name) {
        const auto* object = body.if_object();
        const auto* value = object == nullptr ? nullptr : object->if_contains(name);
        return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
    };
    read.old = text("old");
    read.fresh = text("new");
    return read;
}

Result<journal::Wish> change_password(const Call& call, store::Rows& rows, const Directory& directory) {
    BOOST_OUTCOME_TRY(const auto body, password_body(call));
    const auto account = account_of(rows, call.caller.login);
    if (account && account->locked(call.now)) return login_locked(*account, call.now);
    if (!password_is_right(rows, call.caller.login, body.old))
        return journal::wish(
            World::real(),
            call.caller.person.text,
            NoteFailure{call.caller.login, call.request.peer_address, rules_of(rows, directory)}
        );
    BOOST_OUTCOME_TRYV(password_is_sound(body.fresh, call.caller.login));
    seal::SystemDice dice;
    return journal::wish(
        World::real(),
        call.caller.person.text,
        ChangePassword{call.caller.login, seal::hash_password(body.fresh, dice), call.caller.session}
    );
}

http::Answer password_changed(const Call& call, const journal::Outcome& outcome) {
    if (outcome.answer.contains("code"))
        return refused(
            call, refuse("password_wrong", "old", "原口令不对，请重新输入", "the old password is wrong; enter it again")
        );
    return http::json_answer(200, to_json(PasswordReceipt{}));
}

template <class C>
Result<journal::Wish> about_me(const Call& call, C command) {
    command.login = call.caller.login;
    return journal::wish(World::real(), call.caller.person.text, std::move(command));
}

struct CodeBody {
    std::string code;
};
BOOST_DESCRIBE_STRUCT(CodeBody, (), (code))

http::Answer given(const Call&, const journal::Outcome& outcome) {
    auto answer = http::json_answer(200, outcome.answer);
    answer.headers.emplace_back("Cache-Control", "no-store");
    return answer;
}

void add_totp(http::Endpoints& table) {
    auto& offer =
        table.add(Method::post, "/api/v1/me/totp", "", "获取动态码密钥", "offers a secret for one-time codes");
    offer.write = [](const Call& call, store::Rows&) { return about_me(call, OfferTotp{}); };
    offer.answers<TotpOffer>();
    offer.answer = given;
    auto& confirm =
        table.add(Method::post, "/api/v1/me/totp/confirm", "", "启用动态码", "confirms the secret by a code");
    confirm.takes = schema_of<CodeBody>();
    confirm.answers<http::Written>();
    confirm.write = [](const Call& call, store::Rows&) -> Result<journal::Wish> {
        BOOST_OUTCOME_TRY(auto body, http::Endpoints::body_of<CodeBody>(call));
        return about_me(call, ConfirmTotp{{}, std::move(body.code)});
    };
    auto& withdraw = table.add(Method::post, "/api/v1/me/totp/withdraw", "", "停用动态码", "gives up one-time codes");
    withdraw.takes = schema_of<CodeBody>();
    withdraw.answers<http::Written>();
    withdraw.write = [](const Call& call, store::Rows&) -> Result<journal::Wish> {
        BOOST_OUTCOME_TRY(auto body, http::Endpoints::body_of<CodeBody>(call));
        return about_me(call, WithdrawTotp{{}, std::move(body.code)});
    };
}

}  // namespace

void add_endpoints(http::Endpoints& table, Directory directory) {
    auto& enter = table.add(Method::post, "/api/v1/sessions", "public", "登录", "logs in");
    enter.takes = schema_of<LoginTry>();
    enter.gives = schema_of<Session>();
    enter.creates = true;
    enter.write = [directory, throttle = std::make_shared<Throttle>()](const Call& call, store::Rows& rows) {
        return log_in(call, rows, directory, throttle);
    };
    enter.answer = logged_in;
    auto& leave = table.add(Method::del, "/api/v1/sessions/current", "", "退出登录", "logs out");
    leave.write = [](const Call& call, store::Rows&) -> Result<journal::Wish> {
        return journal::wish(World::real(), call.caller.person.text, CloseSession{call.caller.session});
    };
    leave.answer = logged_out;
    table.get<Me>(
        "/api/v1/me",
        "",
        "当前登录者",
        "who is logged in",
        [directory](const Call& call, store::Rows& rows) -> Result<Me> {
            return me_of(rows, call.caller.login, call.node, directory, call.now);
        }
    );
    auto& password = table.add(Method::post, "/api/v1/me/password", "", "修改口令", "changes one's password");
    password.takes = json::object{
        {"type", "object"},
        {"properties", {{"old", {{"type", "string"}}}, {"new", {{"type", "string"}}}}},
        {"required", json::array{"old", "new"}}};
    password.write = [directory](const Call& call, store::Rows& rows) {
        return change_password(call, rows, directory);
    };
    password.answers<PasswordReceipt>().answer = password_changed;
    add_totp(table);
    add_account_endpoints(table, directory);
}

}  // namespace anlan::identity

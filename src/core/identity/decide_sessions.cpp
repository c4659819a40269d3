#include "identity/accounts.hpp"
#include "identity/commands.hpp"
#include "identity/login.hpp"
#include "journal/vault.hpp"

namespace anlan::identity {

namespace {

Refusal wrong_code() {
    return refuse(
        "totp_wrong",
        "code",
        "动态码不对，请核对手机时间后输入新的动态码",
        "the code is wrong; check the phone's time and enter a new one"
    );
}

}  // namespace

Result<Decision> decide(const OfferTotp& wish, const Desk& desk) {
    if (!account_of(desk.views, wish.login)) return no_such_account();
    const auto secret = seal::new_totp_secret(desk.dice);
    auto decision = journal::decided(journal::event(
        vault_ref(wish.login),
        TotpOffered{wish.login},
        {{vault_ref(wish.login), "totp_offered", secret, journal::Retention::post_term}}
    ));
    decision.answer = {
        {"secret", secret},
        {"otpauth",
         "otpauth://totp/Anlan:" + wish.login + "?secret=" + secret +
             "&issuer=Anlan&algorithm=SHA1&digits=6&period=30"}};
    return decision;
}

Result<Decision> decide(const ConfirmTotp& wish, const Desk& desk) {
    const auto account = account_of(desk.views, wish.login);
    if (!account) return no_such_account();
    const auto secret = journal::vault::reveal(desk.views, vault_ref(wish.login), "totp_offered").value_or("");
    if (secret.empty()) return refuse("totp_not_offered", "code", "请先获取动态码密钥", "ask for a secret first");
    const auto step = fresh_step(desk.views, *account, "totp_offered", wish.code, desk.now);
    if (!step) return wrong_code();
    return journal::decided(journal::event(
        vault_ref(wish.login),
        TotpConfirmed{wish.login, *step},
        {{vault_ref(wish.login), "totp", secret, journal::Retention::post_term}}
    ));
}

Result<Decision> decide(const WithdrawTotp& wish, const Desk& desk) {
    const auto account = account_of(desk.views, wish.login);
    if (!account) return no_such_account();
    if (account->totp_required)
        return refuse(
            "totp_required",
            "code",
            "这个账号必须使用动态码，如需停用请联系管理员",
            "this account needs a code; ask the administrator"
        );
    if (!account->totp_enrolled) return Decision{{}, vault_ref(wish.login), {}};
    if (!fresh_step(desk.views, *account, "totp", wish.code, desk.now)) return wrong_code();
    return journal::decided(journal::event(vault_ref(wish.login), TotpWithdrawn{wish.login}));
}

Result<Decision> decide(const OpenSession& wish, const Desk& desk) {
    const auto account = account_of(desk.views, wish.login);
    if (!account || !account->active) return login_refused();
    if (account->locked(desk.now)) return login_locked(*account, desk.now);
    if (account->totp_enrolled && wish.totp_step <= account->totp_last_step)
        return decide(NoteFailure{wish.login, wish.from, wish.rules}, desk);
    const auto token = seal::to_hex(desk.dice.bytes(32));
    const auto expires = desk.now + std::chrono::seconds{wish.rules.session_seconds};
    auto decision = journal::decided(journal::event(
        vault_ref(wish.login), SessionOpened{wish.login, seal::sm3(token), expires, wish.from, wish.totp_step}
    ));
    decision.answer = {{"token", token}, {"expires_at", to_rfc3339(expires)}};
    return decision;
}

Result<Decision> decide(const NoteFailure& wish, const Desk& desk) {
    const auto account = account_of(desk.views, wish.login);
    if (!account) return login_refused();
    if (account->locked(desk.now)) return login_locked(*account, desk.now);
    const auto before = account->locked_until ? 0 : account->failures;  // a lock that has passed starts anew
    LoginFailed failed{wish.login, before + 1, {}, wish.from};
    if (failed.tries >= wish.rules.tries_max)
        failed.locked_until = desk.now + std::chrono::seconds{wish.rules.lock_seconds};
    auto decision = journal::decided(journal::event(vault_ref(wish.login), failed));
    decision.answer = {{"code", failed.locked_until ? "login_locked" : "login_refused"}};
    return decision;
}

Result<Decision> decide(const CloseSession& wish, const Desk& desk) {
    const auto login = desk.views.value<std::string>("SELECT login FROM login_session WHERE digest = :d", wish.digest);
    if (!login) return Decision{};
    return journal::decided(journal::event(vault_ref(*login), SessionClosed{*login, wish.digest}));
}

}  // namespace anlan::identity

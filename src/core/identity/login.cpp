#include "identity/login.hpp"

#include <fmt/format.h>

#include "journal/vault.hpp"
#include "seal/password.hpp"

namespace anlan::identity {

namespace {

/// Verified against when there is no account, so that the time taken tells nothing.
const std::string& nobodys_hash() {
    static const auto hash = [] {
        seal::SeededDice dice(1);
        return seal::hash_password("nobody has this password", dice);
    }();
    return hash;
}

}  // namespace

Refusal login_refused() {
    return refuse(
        "login_refused",
        "password",
        "登录名或口令不对，请重新输入；忘记口令请联系管理员",
        "log-in or password is wrong; try again, or ask the administrator"
    );
}

Refusal login_locked(const Account& account, Instant now) {
    const auto left = std::chrono::ceil<std::chrono::minutes>(*account.locked_until - now).count();
    return refuse(
        "login_locked",
        "login",
        fmt::format("连续输错次数过多，账号已锁定，请 {} 分钟后再试", left),
        fmt::format("too many wrong tries; the account is locked for {} more minutes", left)
    );
}

Refusal totp_wanted() {
    return refuse("totp_wanted", "totp", "请输入手机上的 6 位动态码", "enter the 6-digit code of your phone");
}

std::optional<std::int64_t> fresh_step(
    store::Rows& rows, const Account& account, const std::string& field, const std::string& code, Instant now
) {
    const auto secret = journal::vault::reveal(rows, vault_ref(account.login), field).value_or("");
    if (secret.empty()) return std::nullopt;
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    const auto step = seal::totp_step(secret, code, seconds);
    return step && *step > account.totp_last_step ? step : std::nullopt;
}

bool password_is_right(store::Rows& rows, const std::string& login, const std::string& password) {
    const auto hash = journal::vault::reveal(rows, vault_ref(login), "password");
    const bool matches = seal::password_matches(hash ? *hash : nobodys_hash(), password);
    return hash.has_value() && matches;
}

Result<journal::Wish> try_login(
    store::Rows& rows, const LoginTry& entered, const std::string& from, const LoginRules& rules, Instant now
) {
    const auto account = account_of(rows, entered.login);
    if (account && account->locked(now)) return login_locked(*account, now);
    const bool right = password_is_right(rows, entered.login, entered.password);
    if (!account || !account->active) return login_refused();
    if (right && account->totp_enrolled && entered.totp.empty()) return totp_wanted();
    const auto step = right && account->totp_enrolled ? fresh_step(rows, *account, "totp", entered.totp, now)
                                                      : std::optional<std::int64_t>(0);
    if (!right || !step)
        return journal::wish(World::real(), "system:identity", NoteFailure{entered.login, from, rules});
    return journal::wish(World::real(), account->person.text, OpenSession{entered.login, from, rules, *step});
}

}  // namespace anlan::identity

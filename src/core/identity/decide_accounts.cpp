#include "identity/accounts.hpp"
#include "identity/commands.hpp"

namespace anlan::identity {

namespace {

Result<void> roles_are_known(const std::vector<std::string>& roles) {
    if (roles.empty()) return refuse("role_invalid", "roles", "请至少选择一个角色", "choose at least one role");
    for (const auto& role : roles)
        if (!is_role(role))
            return refuse("role_invalid", "roles", "没有角色“" + role + "”", "there is no role “" + role + "”");
    return done();
}

Result<void> area_is_ours(const AreaCode& area, const Desk& desk) {
    if (!area.text.empty() && desk.node.area.contains(area)) return done();
    return refuse(
        "area_not_ours", "area", "请选择本单位管辖范围内的区划", "choose an area that belongs to this station"
    );
}

journal::Secret password_secret(const std::string& login, const std::string& hash) {
    return {vault_ref(login), "password", hash, journal::Retention::post_term};
}

}  // namespace

Result<Decision> decide(const OpenAccount& wish, const Desk& desk) {
    if (!login_is_sound(wish.login))
        return refuse(
            "login_invalid",
            "login",
            "登录名为 2 至 32 位小写字母、数字、点或横线",
            "a log-in has 2 to 32 small letters, digits, dots or dashes"
        );
    if (account_of(desk.views, wish.login))
        return refuse("already_taken", "login", "登录名已被使用，请换一个", "this log-in is taken; choose another");
    if (wish.person.empty())
        return refuse("person_empty", "person", "账号必须对应一名人员", "an account belongs to a person");
    BOOST_OUTCOME_TRYV(roles_are_known(wish.roles));
    BOOST_OUTCOME_TRYV(area_is_ours(wish.area, desk));
    if (wish.password_hash.empty()) return refuse("password_empty", "password", "请设置口令", "set a password");
    return journal::decided(journal::event(
        vault_ref(wish.login),
        AccountOpened{wish.login, wish.person, wish.roles, wish.area, wish.totp_required},
        {password_secret(wish.login, wish.password_hash)}
    ));
}

Result<Decision> decide(const ChangeAccount& wish, const Desk& desk) {
    const auto now = account_of(desk.views, wish.login);
    if (!now) return no_such_account();
    const AccountChanged changed{
        wish.login,
        wish.roles.value_or(now->roles),
        wish.area.value_or(now->area),
        wish.active.value_or(now->active),
        wish.totp_required.value_or(now->totp_required)};
    BOOST_OUTCOME_TRYV(roles_are_known(changed.roles));
    BOOST_OUTCOME_TRYV(area_is_ours(changed.area, desk));
    const bool same = changed.roles == now->roles && changed.area == now->area && changed.active == now->active &&
                      changed.totp_required == now->totp_required;
    if (same) return Decision{{}, vault_ref(wish.login), {}};
    return journal::decided(journal::event(vault_ref(wish.login), changed));
}

Result<Decision> decide(const CloseAccountsOf& wish, const Desk& desk) {
    Decision decision;
    decision.subject = wish.person.text;
    for (const auto& account : all_accounts(desk.views)) {
        if (account.person != wish.person) continue;
        auto closed = journal::event(vault_ref(account.login), AccountClosed{account.login, wish.reason});
        closed.forgets.push_back(vault_ref(account.login));
        decision.events.push_back(std::move(closed));
    }
    return decision;
}

Result<Decision> decide(const ChangePassword& wish, const Desk& desk) {
    if (!account_of(desk.views, wish.login)) return no_such_account();
    if (wish.password_hash.empty()) return refuse("password_empty", "new", "请设置口令", "set a password");
    return journal::decided(journal::event(
        vault_ref(wish.login),
        PasswordChanged{wish.login, wish.session_kept},
        {password_secret(wish.login, wish.password_hash)}
    ));
}

}  // namespace anlan::identity

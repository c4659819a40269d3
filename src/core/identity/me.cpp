#include "identity/me.hpp"

#include "identity/accounts.hpp"
#include "journal/vault.hpp"

namespace anlan::identity {

Me me_of(
    store::Rows& rows, const std::string& login, const journal::NodeFacts& node, const Directory& directory, Instant now
) {
    Me me;
    const auto account = account_of(rows, login);
    if (!account) return me;
    me.person = account->person;
    me.login = login;
    me.name = journal::vault::reveal_or(rows, account->person.text, "name", login);
    me.roles = account->roles;
    if (!account->totp_required || account->totp_enrolled) {
        const auto permissions = permissions_of(account->roles);
        me.permissions.assign(permissions.begin(), permissions.end());
    }
    me.area = account->area;
    me.area_name = directory.area_name ? directory.area_name(rows, account->area) : account->area.text;
    me.level = account->area.level();
    me.node = {node.area, node.name, node.level()};
    if (directory.post_titles) me.post_titles = directory.post_titles(rows, account->person);
    if (directory.unread) me.unread = directory.unread(rows, account->person, now);
    if (directory.duty_phone) {
        auto phone = directory.duty_phone(rows, node.area);
        if (!phone.empty()) me.duty_phone = std::move(phone);
    }
    me.totp_enrolled = account->totp_enrolled;
    me.totp_required = account->totp_required;
    return me;
}

LoginRules rules_of(store::Rows& rows, const Directory& directory) {
    return directory.rules ? directory.rules(rows) : LoginRules{};
}

}  // namespace anlan::identity

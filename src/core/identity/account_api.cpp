#include "identity/accounts.hpp"
#include "identity/me.hpp"
#include "journal/vault.hpp"

namespace anlan::identity {

namespace {

using http::Call;
using http::Method;

struct AccountRow {
    std::string login;
    PersonId person;
    std::string name;
    std::vector<std::string> roles;
    AreaCode area;
    bool active = false, totp_required = false, totp_enrolled = false;
    std::optional<Instant> locked_until, last_login_at;
};
BOOST_DESCRIBE_STRUCT(
    AccountRow,
    (),
    (login, person, name, roles, area, active, totp_required, totp_enrolled, locked_until, last_login_at)
)

struct NewAccount {
    std::string login;
    PersonId person;
    std::vector<std::string> roles;
    AreaCode area;
    std::string password;
    bool totp_required = false;
};
BOOST_DESCRIBE_STRUCT(NewAccount, (), (login, person, roles, area, password, totp_required))

struct NewPassword {
    std::string login, password;
};
BOOST_DESCRIBE_STRUCT(NewPassword, (), (login, password))

Result<void> password_field_is_sound(const std::string& password, const std::string& login) {
    auto sound = password_is_sound(password, login);
    if (sound) return done();
    auto refusal = sound.error();
    refusal.field = "password";
    return refusal;
}

Result<journal::Wish> open(const Call& call, store::Rows& rows, const Directory& directory) {
    BOOST_OUTCOME_TRY(auto body, http::Endpoints::body_of<NewAccount>(call));
    if (directory.person_exists && !directory.person_exists(rows, body.person))
        return refuse(
            "person_unknown", "person", "没有这个人员，请先登记", "this person is not listed; add them first"
        );
    BOOST_OUTCOME_TRYV(password_field_is_sound(body.password, body.login));
    seal::SystemDice dice;
    return journal::wish(
        World::real(),
        call.caller.person.text,
        OpenAccount{
            body.login,
            body.person,
            body.roles,
            body.area,
            seal::hash_password(body.password, dice),
            body.totp_required}
    );
}

Result<journal::Wish> reset(const Call& call) {
    BOOST_OUTCOME_TRY(auto body, http::Endpoints::body_of<NewPassword>(call));
    BOOST_OUTCOME_TRYV(password_field_is_sound(body.password, body.login));
    seal::SystemDice dice;
    return journal::wish(
        World::real(), call.caller.person.text, ChangePassword{body.login, seal::hash_password(body.password, dice), {}}
    );
}

AccountRow shown(store::Rows& rows, const Account& account) {
    return {
        account.login,
        account.person,
        journal::vault::reveal_or(rows, account.person.text, "name", "（已删除）"),
        account.roles,
        account.area,
        account.active,
        account.totp_required,
        account.totp_enrolled,
        account.locked_until,
        account.last_login_at};
}

}  // namespace

void add_account_endpoints(http::Endpoints& table, const Directory& directory) {
    table.list<Role>(
        "/api/v1/roles",
        "system.admin",
        "角色与权限",
        "roles and their permissions",
        [](const Call&, store::Rows&) -> Result<http::Page<Role>> {
            return http::Page<Role>{all_roles(), {}};
        }
    );
    table.list<AccountRow>(
        "/api/v1/accounts",
        "system.admin",
        "账号",
        "accounts",
        [](const Call&, store::Rows& rows) -> Result<http::Page<AccountRow>> {
            http::Page<AccountRow> page;
            for (const auto& account : all_accounts(rows)) page.items.push_back(shown(rows, account));
            return page;
        }
    );
    auto& made = table.add(Method::post, "/api/v1/accounts", "system.admin", "开设账号", "opens an account");
    made.creates = true;
    made.takes = schema_of<NewAccount>();
    made.answers<http::Written>();
    made.write = [directory](const Call& call, store::Rows& rows) { return open(call, rows, directory); };
    table.command<ChangeAccount>(
        Method::post, "/api/v1/accounts/{login}", "system.admin", "修改账号", "changes an account"
    );
    auto& again = table.add(
        Method::post,
        "/api/v1/accounts/{login}/password",
        "system.admin",
        "重设口令",
        "sets a new password for somebody"
    );
    again.takes = schema_of<NewPassword>();
    again.answers<http::Written>();
    again.write = [](const Call& call, store::Rows&) { return reset(call); };
}

}  // namespace anlan::identity

#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/area.hpp"
#include "base/strong.hpp"
#include "base/time.hpp"
#include "store/rows.hpp"

namespace anlan::identity {

struct Role {
    std::string id, title_zh, title_en;
    std::vector<std::string> permissions;
};
BOOST_DESCRIBE_STRUCT(Role, (), (id, title_zh, title_en, permissions))

/// The roles this program was built with (data/identity/roles.json).
const std::vector<Role>& all_roles();
bool is_role(const std::string& id);
std::set<std::string> permissions_of(const std::vector<std::string>& roles);

struct Account {
    std::string login;
    PersonId person;
    std::vector<std::string> roles;
    AreaCode area;
    bool active = false, totp_required = false, totp_enrolled = false;
    std::int64_t failures = 0;  ///< in a row
    std::optional<Instant> locked_until, last_login_at;
    std::int64_t totp_last_step = 0;  ///< of the newest code it was entered with; no code up to it is taken again

    bool locked(Instant now) const { return locked_until && *locked_until > now; }
};
BOOST_DESCRIBE_STRUCT(
    Account,
    (),
    (login,
     person,
     roles,
     area,
     active,
     totp_required,
     totp_enrolled,
     failures,
     locked_until,
     last_login_at,
     totp_last_step)
)
std::optional<Account> account_of(store::Rows& rows, const std::string& login);
std::vector<Account> all_accounts(store::Rows& rows);

/// Where an account's secrets lie.
inline std::string vault_ref(const std::string& login) {
    return "account:" + login;
}

/// Letters, digits, dots and dashes, 2 to 32.
bool login_is_sound(const std::string& login);
/// At least 8 characters of two kinds, and not the log-in itself. Refuses `password_weak`.
Result<void> password_is_sound(const std::string& password, const std::string& login);

inline Refusal no_such_account() {
    return refuse("account_unknown", "login", "没有这个账号", "there is no such account");
}

}  // namespace anlan::identity

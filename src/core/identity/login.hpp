#pragma once

#include <string>

#include "identity/accounts.hpp"
#include "identity/commands.hpp"
#include "journal/desk.hpp"

namespace anlan::identity {

/// The same words for a wrong log-in and a wrong password: strangers learn nothing about who has an account.
Refusal login_refused();
Refusal login_locked(const Account& account, Instant now);
Refusal totp_wanted();

struct LoginTry {
    std::string login, password, totp;
};
BOOST_DESCRIBE_STRUCT(LoginTry, (), (login, password, totp))

/// Verifies a password and code (about 30 ms, also for log-ins that do not exist) and says what the writer is to be
/// told: a session, or a failure to be noted. Refuses `login_refused` for unknown log-ins, `login_locked`,
/// `totp_wanted`. Not on the writer's thread.
Result<journal::Wish> try_login(
    store::Rows& rows, const LoginTry& entered, const std::string& from, const LoginRules& rules, Instant now
);

/// The step of a one-time code under the secret kept in this field; nothing when the code is wrong or was used before.
std::optional<std::int64_t> fresh_step(
    store::Rows& rows, const Account& account, const std::string& field, const std::string& code, Instant now
);

/// Whether this is the account's password. About 30 ms.
bool password_is_right(store::Rows& rows, const std::string& login, const std::string& password);

}  // namespace anlan::identity

#pragma once

#include "base/area.hpp"
#include "journal/event.hpp"

/// Subject of all: "account:<login>", also the vault reference of its secrets "password", "totp" and "totp_offered".
namespace anlan::identity {

struct AccountOpened {
    static constexpr journal::EventKind kKind{"account.opened", 1};
    std::string login;
    PersonId person;
    std::vector<std::string> roles;
    AreaCode area;
    bool totp_required = false;
};
BOOST_DESCRIBE_STRUCT(AccountOpened, (), (login, person, roles, area, totp_required))

struct AccountChanged {
    static constexpr journal::EventKind kKind{"account.changed", 1};
    std::string login;
    std::vector<std::string> roles;
    AreaCode area;
    bool active = true, totp_required = false;
};
BOOST_DESCRIBE_STRUCT(AccountChanged, (), (login, roles, area, active, totp_required))

/// Its secrets are destroyed with this entry.
struct AccountClosed {
    static constexpr journal::EventKind kKind{"account.closed", 1};
    std::string login, reason;
};
BOOST_DESCRIBE_STRUCT(AccountClosed, (), (login, reason))

/// All sessions but the one named end.
struct PasswordChanged {
    static constexpr journal::EventKind kKind{"account.password_changed", 1};
    std::string login;
    std::string session_kept;  ///< digest; empty: none
};
BOOST_DESCRIBE_STRUCT(PasswordChanged, (), (login, session_kept))

struct TotpOffered {
    static constexpr journal::EventKind kKind{"account.totp_offered", 1};
    std::string login;
};
BOOST_DESCRIBE_STRUCT(TotpOffered, (), (login))

struct TotpConfirmed {
    static constexpr journal::EventKind kKind{"account.totp_confirmed", 1};
    std::string login;
    std::int64_t step = 0;  ///< of the code that confirmed it, used up with it
};
BOOST_DESCRIBE_STRUCT(TotpConfirmed, (), (login, step))

struct TotpWithdrawn {
    static constexpr journal::EventKind kKind{"account.totp_withdrawn", 1};
    std::string login;
};
BOOST_DESCRIBE_STRUCT(TotpWithdrawn, (), (login))

struct SessionOpened {
    static constexpr journal::EventKind kKind{"session.opened", 1};
    std::string login;
    std::string digest;  ///< SM3 of the token, which is nowhere kept
    Instant expires{};
    std::string from;            ///< network address
    std::int64_t totp_step = 0;  ///< of the one-time code, used up with it; 0: none was asked for
};
BOOST_DESCRIBE_STRUCT(SessionOpened, (), (login, digest, expires, from, totp_step))

struct SessionClosed {
    static constexpr journal::EventKind kKind{"session.closed", 1};
    std::string login, digest;
};
BOOST_DESCRIBE_STRUCT(SessionClosed, (), (login, digest))

/// A wrong password or code. With `locked_until` the account answers to nobody until then.
struct LoginFailed {
    static constexpr journal::EventKind kKind{"login.failed", 1};
    std::string login;
    std::int64_t tries = 0;  ///< in a row
    std::optional<Instant> locked_until;
    std::string from;
};
BOOST_DESCRIBE_STRUCT(LoginFailed, (), (login, tries, locked_until, from))

}  // namespace anlan::identity

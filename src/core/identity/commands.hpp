#pragma once

#include "identity/events.hpp"
#include "journal/desk.hpp"

namespace anlan::identity {

using journal::Decision;
using journal::Desk;

/// Opens an account. `password_hash` is made by seal::hash_password beforehand: hashing takes 30 ms, which the writer
/// has not. Refuses `login_invalid`, `already_taken`, `person_empty`, `role_unknown`, `area_not_ours`,
/// `password_empty`.
struct OpenAccount {
    std::string login;
    PersonId person;
    std::vector<std::string> roles;
    AreaCode area;
    std::string password_hash;
    bool totp_required = false;
};
BOOST_DESCRIBE_STRUCT(OpenAccount, (), (login, person, roles, area, password_hash, totp_required))
Result<Decision> decide(const OpenAccount& wish, const Desk& desk);

/// Absent fields stay. Refuses `account_unknown`, `role_invalid`, `area_not_ours`.
struct ChangeAccount {
    std::string login;
    std::optional<std::vector<std::string>> roles;
    std::optional<AreaCode> area;
    std::optional<bool> active, totp_required;
};
BOOST_DESCRIBE_STRUCT(ChangeAccount, (), (login, roles, area, active, totp_required))
Result<Decision> decide(const ChangeAccount& wish, const Desk& desk);

/// Closes every account of a person, for one who left or was erased.
struct CloseAccountsOf {
    PersonId person;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CloseAccountsOf, (), (person, reason))
Result<Decision> decide(const CloseAccountsOf& wish, const Desk& desk);

/// Refuses `account_unknown`.
struct ChangePassword {
    std::string login, password_hash, session_kept;
};
BOOST_DESCRIBE_STRUCT(ChangePassword, (), (login, password_hash, session_kept))
Result<Decision> decide(const ChangePassword& wish, const Desk& desk);

/// Answers {secret, otpauth}. The old secret holds until the new one is confirmed.
struct OfferTotp {
    std::string login;
};
BOOST_DESCRIBE_STRUCT(OfferTotp, (), (login))
Result<Decision> decide(const OfferTotp& wish, const Desk& desk);

/// Refuses `totp_not_offered`, `totp_wrong`.
struct ConfirmTotp {
    std::string login, code;
};
BOOST_DESCRIBE_STRUCT(ConfirmTotp, (), (login, code))
Result<Decision> decide(const ConfirmTotp& wish, const Desk& desk);

/// Refuses `totp_required`, `totp_wrong`.
struct WithdrawTotp {
    std::string login, code;
};
BOOST_DESCRIBE_STRUCT(WithdrawTotp, (), (login, code))
Result<Decision> decide(const WithdrawTotp& wish, const Desk& desk);

/// Limits of logging in, read from the policy by the edge.
struct LoginRules {
    std::int64_t session_seconds = 12 * 3'600, tries_max = 5, lock_seconds = 15 * 60;
    std::int64_t address_tries_max = 30, address_seconds = 15 * 60;  ///< of one network address, whatever the account
};
BOOST_DESCRIBE_STRUCT(LoginRules, (), (session_seconds, tries_max, lock_seconds, address_tries_max, address_seconds))

/// The password (and code) were right. Answers {token, expires_at}. Refuses `account_unknown`, `login_locked`. A code
/// that another log-in has used meanwhile counts as wrong.
struct OpenSession {
    std::string login, from;
    LoginRules rules;
    std::int64_t totp_step = 0;  ///< 0: the account asks for no code
};
BOOST_DESCRIBE_STRUCT(OpenSession, (), (login, from, rules, totp_step))
Result<Decision> decide(const OpenSession& wish, const Desk& desk);

/// They were wrong. Answers {code}: what the edge refuses with, since a refused command would leave no trace.
struct NoteFailure {
    std::string login, from;
    LoginRules rules;
};
BOOST_DESCRIBE_STRUCT(NoteFailure, (), (login, from, rules))
Result<Decision> decide(const NoteFailure& wish, const Desk& desk);

struct CloseSession {
    std::string digest;
};
BOOST_DESCRIBE_STRUCT(CloseSession, (), (digest))
Result<Decision> decide(const CloseSession& wish, const Desk& desk);

template <class C>
concept IdentityCommand = std::same_as<C, OpenAccount> || std::same_as<C, ChangeAccount> ||
    std::same_as<C, CloseAccountsOf> || std::same_as<C, ChangePassword> || std::same_as<C, OfferTotp> ||
    std::same_as<C, ConfirmTotp> || std::same_as<C, WithdrawTotp> || std::same_as<C, OpenSession> ||
    std::same_as<C, NoteFailure> || std::same_as<C, CloseSession>;

/// Nobody logs in into a drill: accounts and sessions are always real.
template <IdentityCommand C>
std::optional<World> world_of(const C&, store::Rows&) {
    return World::real();
}

}  // namespace anlan::identity

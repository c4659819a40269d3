#include "identity/project.hpp"

namespace anlan::identity {

namespace {

void end_sessions(store::Rows& rows, const std::string& login) {
    rows.run("DELETE FROM login_session WHERE login = :l", login);
}

}  // namespace

void project(store::Rows& rows, const journal::Entry&, const AccountOpened& opened) {
    rows.run(
        "INSERT INTO account(login, person, roles, area, active, totp_required, totp_enrolled, failures, locked_until, "
        "last_login_at, totp_last_step) VALUES(:l, :p, :r, :a, 1, :t, 0, 0, NULL, NULL, 0) ON CONFLICT(login) DO "
        "UPDATE SET "
        "person = excluded.person, roles = excluded.roles, area = excluded.area, active = 1, "
        "totp_required = excluded.totp_required, totp_enrolled = 0, failures = 0, locked_until = NULL, "
        "totp_last_step = 0",
        opened.login,
        opened.person,
        opened.roles,
        opened.area,
        opened.totp_required
    );
}

void project(store::Rows& rows, const journal::Entry&, const AccountChanged& changed) {
    rows.run(
        "UPDATE account SET roles = :r, area = :a, active = :v, totp_required = :t WHERE login = :l",
        changed.roles,
        changed.area,
        changed.active,
        changed.totp_required,
        changed.login
    );
    if (!changed.active) end_sessions(rows, changed.login);
}

void project(store::Rows& rows, const journal::Entry&, const AccountClosed& closed) {
    rows.run("DELETE FROM account WHERE login = :l", closed.login);
    end_sessions(rows, closed.login);
}

void project(store::Rows& rows, const journal::Entry&, const PasswordChanged& changed) {
    rows.run("UPDATE account SET failures = 0, locked_until = NULL WHERE login = :l", changed.login);
    rows.run("DELETE FROM login_session WHERE login = :l AND digest <> :d", changed.login, changed.session_kept);
}

void project(store::Rows&, const journal::Entry&, const TotpOffered&) {}

void project(store::Rows& rows, const journal::Entry&, const TotpConfirmed& confirmed) {
    rows.run(
        "UPDATE account SET totp_enrolled = 1, totp_last_step = :s WHERE login = :l", confirmed.step, confirmed.login
    );
}

void project(store::Rows& rows, const journal::Entry&, const TotpWithdrawn& withdrawn) {
    rows.run("UPDATE account SET totp_enrolled = 0 WHERE login = :l", withdrawn.login);
}

// Sessions that have run out are swept when somebody logs in, by the entry's own time.
void project(store::Rows& rows, const journal::Entry& entry, const SessionOpened& opened) {
    rows.run("DELETE FROM login_session WHERE expires <= :now", entry.at);
    rows.run(
        "INSERT INTO login_session(digest, login, expires) VALUES(:d, :l, :e)",
        opened.digest,
        opened.login,
        opened.expires
    );
    rows.run(
        "UPDATE account SET failures = 0, locked_until = NULL, last_login_at = :at, totp_last_step = CASE WHEN :s1 > "
        "totp_last_step THEN :s2 ELSE totp_last_step END WHERE login = :l",
        entry.at,
        opened.totp_step,
        opened.totp_step,
        opened.login
    );
}

void project(store::Rows& rows, const journal::Entry&, const SessionClosed& closed) {
    rows.run("DELETE FROM login_session WHERE digest = :d", closed.digest);
}

void project(store::Rows& rows, const journal::Entry&, const LoginFailed& failed) {
    rows.run(
        "UPDATE account SET failures = :t, locked_until = :u WHERE login = :l",
        failed.tries,
        failed.locked_until,
        failed.login
    );
}

}  // namespace anlan::identity

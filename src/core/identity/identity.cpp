#include "identity/identity.hpp"

#include "identity/accounts.hpp"
#include "identity/project.hpp"
#include "journal/vault.hpp"

namespace anlan::identity {

std::string_view views_sql();

namespace {

struct Known {
    std::string login;
    PersonId person;
    std::vector<std::string> roles;
    AreaCode area;
    bool totp_required = false, totp_enrolled = false;
};
BOOST_DESCRIBE_STRUCT(Known, (), (login, person, roles, area, totp_required, totp_enrolled))

}  // namespace

std::optional<http::Caller> caller_of(store::Rows& rows, const std::string& token, Instant now) {
    if (token.empty() || token.size() > 128) return std::nullopt;
    const auto digest = seal::sm3(token);
    const auto known = rows.first<Known>(
        "SELECT a.login, a.person, a.roles, a.area, a.totp_required, a.totp_enrolled FROM login_session s "
        "JOIN account a ON a.login = s.login WHERE s.digest = :d AND s.expires > :now AND a.active = 1",
        digest,
        now
    );
    if (!known) return std::nullopt;
    http::Caller caller;
    caller.person = known->person;
    caller.login = known->login;
    caller.name = journal::vault::reveal_or(rows, known->person.text, "name", known->login);
    caller.area = known->area;
    caller.roles = {known->roles.begin(), known->roles.end()};
    if (!known->totp_required || known->totp_enrolled) caller.permissions = permissions_of(known->roles);
    caller.session = digest;
    return caller;
}

journal::Room make_room() {
    journal::Room room("identity", views_sql());
    room.projects<AccountOpened, AccountChanged, AccountClosed, PasswordChanged>()
        .projects<TotpOffered, TotpConfirmed, TotpWithdrawn>()
        .projects<SessionOpened, SessionClosed, LoginFailed>();
    return room;
}

}  // namespace anlan::identity

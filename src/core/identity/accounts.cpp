#include "identity/accounts.hpp"

#include <algorithm>

namespace anlan::identity {

std::string_view roles_json();

namespace {

struct Roles {
    std::vector<Role> roles;
};
BOOST_DESCRIBE_STRUCT(Roles, (), (roles))

constexpr std::string_view kOne =
    "SELECT login, person, roles, area, active, totp_required, totp_enrolled, failures, locked_until, last_login_at, "
    "totp_last_step "
    "FROM account WHERE login = :l";
constexpr std::string_view kAll =
    "SELECT login, person, roles, area, active, totp_required, totp_enrolled, failures, locked_until, last_login_at, "
    "totp_last_step "
    "FROM account ORDER BY login";

}  // namespace

const std::vector<Role>& all_roles() {
    static const auto roles = [] {
        auto read = from_json_text<Roles>(roles_json());
        ensure(read.has_value(), "the shipped roles read");
        return std::move(read.value().roles);
    }();
    return roles;
}

bool is_role(const std::string& id) {
    return std::any_of(all_roles().begin(), all_roles().end(), [&](const Role& role) { return role.id == id; });
}

std::set<std::string> permissions_of(const std::vector<std::string>& roles) {
    std::set<std::string> all;
    for (const auto& role : all_roles())
        if (std::find(roles.begin(), roles.end(), role.id) != roles.end())
            all.insert(role.permissions.begin(), role.permissions.end());
    return all;
}

std::optional<Account> account_of(store::Rows& rows, const std::string& login) {
    return rows.first<Account>(kOne, login);
}

std::vector<Account> all_accounts(store::Rows& rows) {
    return rows.select<Account>(kAll);
}

bool login_is_sound(const std::string& login) {
    return login.size() >= 2 && login.size() <= 32 &&
           login.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789._-") == std::string::npos;
}

Result<void> password_is_sound(const std::string& password, const std::string& login) {
    bool letter = false, digit = false, other = false;
    for (const char c : password) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool is_digit = c >= '0' && c <= '9';
        letter = letter || is_letter;
        digit = digit || is_digit;
        other = other || (!is_letter && !is_digit);
    }
    if (password.size() >= 8 && password.size() <= 200 && letter + digit + other >= 2 && password != login)
        return done();
    return refuse(
        "password_weak",
        "new",
        "口令至少 8 位，并包含字母、数字、符号中的两种，且不能与登录名相同",
        "a password has at least 8 characters of two kinds (letters, digits, signs) and is not the log-in"
    );
}

}  // namespace anlan::identity

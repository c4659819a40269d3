#include "app/first_account.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <cstdio>

#include "app/node_key.hpp"
#include "identity/accounts.hpp"
#include "identity/commands.hpp"
#include "links/join_words.hpp"
#include "organisation/commands.hpp"

namespace anlan::app {

namespace {

constexpr const char* kFirstStart = "system:first_start";
constexpr const char* kLogin = "admin";
constexpr const char* kRole = "admin";

template <class Command>
std::string run(Node& node, Command command) {
    auto granted = node.writer().execute(journal::wish(World::real(), kFirstStart, std::move(command)));
    if (granted) return granted.value().subject;
    spdlog::error("the first account: {}", granted.error().en);
    return {};
}

}  // namespace

void open_first_account(Node& node, seal::Dice& dice) {
    const auto file = node.settings().folder / "first_login.txt";
    std::vector<identity::Account> accounts;
    node.read([&](store::Rows& rows) { accounts = identity::all_accounts(rows); });
    if (!accounts.empty()) {
        const bool entered = std::any_of(accounts.begin(), accounts.end(), [](const identity::Account& account) {
            return account.login == kLogin && account.last_login_at;
        });
        if (entered) std::filesystem::remove(file);
        return;
    }
    const auto& area = node.settings().facts.area;
    const PersonId person{run(node, organisation::AddPerson{"系统管理员", "", area, false, {}})};
    const auto password = links::code_from(dice.bytes(links::kCodeLetters));
    run(node, identity::OpenAccount{kLogin, person, {kRole}, area, seal::hash_password(password, dice), false});
    write_secret(
        file,
        fmt::format(
            "{}\n登录名 log-in: {}\n口令 password: {}\n登录后请在“系统”页修改口令，再登记人员、开设账号。\n"
            "Change the password on the page System after the first log-in, then add people and open their accounts.\n",
            node.settings().facts.name,
            kLogin,
            password
        )
    );
    fmt::print("first {} 首次登录的口令在 / the password of the first log-in is in {}\n", area.text, file.string());
}

}  // namespace anlan::app

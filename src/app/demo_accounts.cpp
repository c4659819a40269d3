#include "app/demo_accounts.hpp"

#include <spdlog/spdlog.h>

#include "identity/commands.hpp"

namespace anlan::app {

void open_accounts(
    Node& node, const std::vector<SeedAccount>& accounts, const std::map<std::string, PersonId>& people
) {
    // One hash for all log-ins of the process: fifty times 30 ms would make the first start slow, and the password is
    // printed in CONTRACT.md anyway.
    static const auto hash = [] {
        seal::SystemDice dice;
        return seal::hash_password("anlan-demo", dice);
    }();
    for (const auto& account : accounts) {
        const auto person = people.find(account.person);
        if (person == people.end()) continue;
        const auto opened = node.writer().execute(journal::wish(
            World::real(),
            "system:seed",
            identity::OpenAccount{
                account.login, person->second, {account.role}, node.settings().facts.area, hash, false}
        ));
        if (!opened) spdlog::error("account {}: {}", account.login, opened.error().en);
    }
}

}  // namespace anlan::app

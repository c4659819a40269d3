#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/node.hpp"

namespace anlan::app {

struct SeedAccount {
    std::string login, role, person;
};
BOOST_DESCRIBE_STRUCT(SeedAccount, (), (login, role, person))

/// Opens the demonstration's log-ins, all with the password of CONTRACT.md. Demonstration data only.
void open_accounts(Node& node, const std::vector<SeedAccount>& accounts, const std::map<std::string, PersonId>& people);

}  // namespace anlan::app

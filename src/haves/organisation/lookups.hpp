#pragma once

#include "identity/identity.hpp"
#include "registers/import.hpp"

namespace anlan::organisation {

/// What log-ins need to know of people, areas and the policy.
identity::Directory directory();

/// Names in imported tables: an area by code or name, a person by id or name. Two people of one name are nobody.
registers::Lookups lookups();

}  // namespace anlan::organisation

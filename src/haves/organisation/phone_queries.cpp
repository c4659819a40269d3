#include "organisation/phone_queries.hpp"

#include "journal/vault.hpp"

namespace anlan::organisation {

std::string phone(store::Rows& rows, const PersonId& person) {
    return journal::vault::reveal(rows, person.text, "phone").value_or("");
}

}  // namespace anlan::organisation

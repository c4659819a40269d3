#include "organisation/reactions.hpp"

#include "identity/commands.hpp"

namespace anlan::organisation {

journal::Wishes on_person_erased(const journal::Cause& cause, const PersonErased&) {
    return {
        cause.wish("system:organisation", identity::CloseAccountsOf{PersonId{cause.entry.subject}, "person_erased"})};
}

}  // namespace anlan::organisation

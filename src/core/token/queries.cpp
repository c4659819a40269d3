#include "tokens/queries.hpp"

#include "seal/seal.hpp"

namespace anlan::tokens {

namespace {

constexpr const char* kSelect =
    "SELECT id, name, permissions, area, made_at, made_by, expires, per_minute, revoked_at, revoke_reason FROM "
    "api_token ";

}  // namespace

std::optional<TokenFacts> find_token(store::Rows& rows, const TokenId& id) {
    return rows.first<TokenFacts>(std::string(kSelect) + "WHERE id = :i", id);
}

std::vector<TokenFacts> all_tokens(store::Rows& rows) {
    return rows.select<TokenFacts>(std::string(kSelect) + "ORDER BY made_at DESC, id");
}

std::optional<http::Caller> caller_of(store::Rows& rows, const std::string& key, Instant now) {
    if (!key.starts_with(kKeyPrefix) || key.size() > 128) return std::nullopt;
    const auto digest = seal::sm3(key);
    const auto known = rows.first<TokenFacts>(
        std::string(kSelect) + "WHERE digest = :d AND expires > :n AND revoked_at IS NULL", digest, now
    );
    if (!known) return std::nullopt;
    http::Caller caller;
    caller.person = PersonId{std::string(kLoginPrefix) + known->id.text};
    caller.login = caller.person.text;
    caller.name = known->name;
    caller.area = known->area;
    caller.permissions = {known->permissions.begin(), known->permissions.end()};
    caller.session = digest;
    return caller;
}

}  // namespace anlan::tokens
